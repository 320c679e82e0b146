internal import Events
internal import HTTP
internal import Markup
internal import Projections
internal import Rules
internal import Workflow

/// The queue: every case in sight, least time remaining first over the whole of it.
enum QueuePages {
    static func add(to routes: inout PageRoutes) {
        routes.get("/desk", .desk(.cases)) { try show($0) }
        routes.post("/desk/filter", .desk(.cases)) { try narrow($0) }
        LivePage.add(to: &routes)
        SavedViewPages.add(to: &routes)
        BulkPages.add(to: &routes)
        ExportPages.add(to: &routes)
    }

    /// The filter's form comes by post, so that what is sought stands in no address but sealed.
    private static func narrow(_ visit: Visit) throws -> Answer {
        let typed = Typed(visit.request.form)
        return .go(
            visit.queuePath(QueueAddress(typed.fields, text: typed.text("text")).filter))
    }

    private static func show(_ visit: Visit) throws -> Answer {
        let officer = try visit.needOfficer()
        let saved = try visit.office.office.savedFilters(for: officer.id, in: visit.settings)
        // Without a question the desk opens as the officer wants it to.
        if visit.request.query.fields.isEmpty,
            let usual = saved.first(where: { $0.data.view == SavedViewPages.usual(officer.id) })
        {
            let target = visit.queuePath(visit.queueAddress(of: usual.address))
            if target != visit.deskPath() { return .go(target) }
        }
        let reading = try QueueReading(visit.queueAddress, visit)
        return .page(
            try page(
                reading, saved.filter { !SavedViewPages.isUsual($0.data.view) }, visit))
    }

    private static func page(
        _ reading: QueueReading, _ saved: [SavedFilter], _ visit: Visit
    ) throws -> Page {
        let address = reading.address
        let title = QueueWords.name(address.view, visit)
        let table = try QueueTable(reading, visit)
        let beside = try reading.chosen.map { try SidePanel($0, reading, visit).html }
        var page = Page("\(title) – \(visit.say("คิวงาน", "Queue"))") {
            h1(.class("hidden")) { "\(visit.say("คิวงาน", "Queue")): \(title)" }
            ViewTabs(reading: reading, saved: saved, visit: visit).html
            FilterForm(address: address, scope: reading.scope, visit: visit).html
            div(.class(beside == nil ? "split" : "split two")) {
                section(
                    .id("queue"), .label(title),
                    Attribute("data-live", "\(visit.deskPath("live"))?after=\(reading.position)"),
                    Attribute(
                        "data-moved",
                        visit.say("คิวมีการเปลี่ยนแปลง แสดงล่าสุด", "The queue has changed: show it"))
                ) {
                    list(reading, table, visit)
                }
                if let beside { beside }
            }
            SavedViewPages.form(address, saved, visit)
            KeysHelp.html(visit)
        }
        page.isNarrow = false
        return page
    }

    private static func list(
        _ reading: QueueReading, _ table: QueueTable, _ visit: Visit
    ) -> HTML {
        var html = p(.class("total small"), .id("total"), .role("status")) {
            totalWords(reading, visit)
            span(.class("soft")) { scopeWords(reading, visit) }
        }
        guard !table.rows.isEmpty else {
            html.append(reading.elsewhere > 0 ? elsewhere(reading, visit) : empty(reading, visit))
            return html
        }
        html.append(
            visit.form(to: visit.deskPath("bulk"), id: "bulk") {
                input(
                    .type("hidden"), .name("filter"),
                    .value(visit.queryText(of: reading.address.filter)))
                table.html
                BulkBar.html(reading, visit)
            })
        html.append(pager(reading, visit))
        return html
    }

    private static func totalWords(_ reading: QueueReading, _ visit: Visit) -> String {
        guard let total = reading.total else { return "" }
        return visit.say("\(total) เรื่อง · ", "\(total) cases · ")
    }

    private static func empty(_ reading: QueueReading, _ visit: Visit) -> HTML {
        Parts.note { p { nothing(reading, visit) } }
    }

    /// What is sought is there, but not in this view: a case that is finished, mostly.
    private static func elsewhere(_ reading: QueueReading, _ visit: Visit) -> HTML {
        let count = reading.elsewhere
        return Parts.note {
            p {
                visit.say(
                    "ไม่พบในมุมมองและตัวกรองนี้ แต่พบ \(count) เรื่องเมื่อค้นจากทุกเรื่อง",
                    "Not in this view and filter, but \(count) found among every case.")
            }
            p {
                Parts.link(
                    visit.queuePath(reading.address.everywhere),
                    visit.say("แสดง \(count) เรื่องที่พบ", "Show the \(count) found"), class: "button")
            }
        }
    }

    private static func nothing(_ reading: QueueReading, _ visit: Visit) -> String {
        if reading.address.after != nil {
            return visit.say("ไม่มีเรื่องต่อจากนี้", "There is nothing beyond this.")
        }
        return reading.address.isNarrowed
            ? visit.say(
                "ไม่มีเรื่องที่ตรงกับตัวกรอง ล้างตัวกรองแล้วลองอีกครั้ง",
                "No case fits the filter. Clear it and try again.")
            : QueueWords.nothing(reading.address.view, visit)
    }

    /// Whose cases these are: an officer who misses one sees why.
    private static func scopeWords(_ reading: QueueReading, _ visit: Visit) -> String {
        guard let departments = reading.scope.departments else {
            return visit.say("ท่านเห็นเรื่องของทุกหน่วยงาน", "You see the cases of every department.")
        }
        let names = departments.sorted().compactMap { CaseWords.department($0, visit) }
            .joined(separator: ", ")
        return visit.say(
            "ท่านเห็นเรื่องของ \(names) เรื่องที่ยังไม่มีหน่วยงาน และเรื่องที่อยู่กับท่าน",
            "You see the cases of \(names), those of no department yet, and your own.")
    }

    private static func pager(_ reading: QueueReading, _ visit: Visit) -> HTML {
        nav(.class("pager"), .label(visit.say("หน้า", "Pages"))) {
            if reading.hasEarlier, let first = reading.entries.first {
                Parts.link(
                    visit.queuePath(reading.address) { ($0.after, $0.before) = (nil, nil) },
                    visit.say("หน้าแรก", "First page"))
                Parts.link(
                    visit.queuePath(reading.address) {
                        $0.after = nil
                        $0.before = first.pageEnd(of: reading.address.view)
                    }, visit.say("ก่อนหน้า", "Previous"))
            }
            if reading.hasMore, let last = reading.entries.last {
                Parts.link(
                    visit.queuePath(reading.address) {
                        $0.before = nil
                        $0.after = last.pageEnd(of: reading.address.view)
                    }, visit.say("ถัดไป", "Next"))
            }
            ExportPages.links(reading, visit)
        }
    }
}
