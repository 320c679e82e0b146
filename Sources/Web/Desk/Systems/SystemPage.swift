internal import API
internal import Entries
internal import Events
internal import HTTP
internal import Markup
internal import Rules

/// One connected system: what it asked, what it hears, what it was sent, and what may be done.
enum SystemPage {
    static func add(to routes: inout PageRoutes) {
        routes.page("/desk/systems/{system}", .desk(.settings)) { visit in
            try page(try visit.namedSystem(), visit)
        }
    }

    static func path(of code: String, _ visit: Visit) -> String {
        visit.deskPath("systems", code)
    }

    /// `told`: what came of an act, said at the top.
    static func page(
        _ standing: SystemStanding, _ visit: Visit, told: HTML? = nil,
        _ issues: Issues = Issues()
    ) throws -> Page {
        let system = standing.system
        let deliveries = try visit.systems().deliveries(of: system.subscriber, limit: 20)
        var page = Page(system.name) {
            issues.summary(visit.language)
            SystemActions.note(visit)
            if let told { told }
            h1 { system.name }
            Parts.rows(facts(standing, visit).map { ($0.0, $0.1, nil) })
            Parts.actions {
                Parts.link(
                    PartForm.path(of: .subscribers, item: system.subscriber, visit),
                    visit.say("แก้ไขการตั้งค่า", "Change its settings"), class: "button second")
            }
            if system.address != nil { sending(standing, visit) }
            if !deliveries.isEmpty { table(deliveries, visit) }
            key(system, visit)
        }
        page.back = SystemsPages.path(visit)
        page.mark(issues)
        page.isNarrow = false
        return page
    }

    private static func facts(
        _ standing: SystemStanding, _ visit: Visit
    ) -> [(String, HTML)] {
        let system = standing.system
        let scopes = system.scopes.map { code in
            ClientScope(rawValue: code).map { visit.language($0.meaning) } ?? code
        }
        var facts: [(String, HTML)] = [
            (visit.say("รหัส", "Code"), .text(system.subscriber)),
            (visit.say("สิทธิ", "May"), .text(scopes.joined(separator: ", "))),
            (visit.say("ได้ยินเฉพาะ", "Hears only"), .text(extent(of: system, visit))),
            (
                visit.say("ถามล่าสุด", "Asked last"),
                standing.usage.map { Parts.moment($0.last, visit) } ?? SystemWords.never(visit)
            ),
            (visit.say("จำนวนคำขอทั้งหมด", "Requests"), .text("\(standing.usage?.requests ?? 0)")),
        ]
        for stream in standing.streams {
            facts.append(
                (
                    visit.say("สตรีมที่เปิดอยู่", "Open stream"),
                    .text(
                        visit.say(
                            "ถึงตำแหน่ง \(stream.position) ตามหลัง \(stream.behind) เหตุการณ์",
                            "at \(stream.position), \(stream.behind) events behind"))
                ))
        }
        return facts
    }

    private static func extent(of system: OfficeEvent.SubscriberSet, _ visit: Visit) -> String {
        let settings = visit.settings
        let names =
            system.categories.map { code in
                settings.categories[code].map { visit.language($0.value.name.wording) } ?? code
            }
            + system.departments.map { code in
                settings.departments[code].map { visit.language($0.value.name.wording) } ?? code
            } + system.types
        return names.isEmpty
            ? visit.say("ทุกเหตุการณ์", "Every event") : names.joined(separator: ", ")
    }

    // MARK: Deliveries

    private static func sending(_ standing: SystemStanding, _ visit: Visit) -> HTML {
        Markup.section {
            h2 { visit.say("การส่งเหตุการณ์ออก", "Deliveries") }
            Parts.rows(deliveryFacts(standing, visit).map { ($0.0, $0.1, nil) })
            Parts.actions {
                act(.test, standing, visit)
                if let deliveries = standing.deliveries {
                    let isActive = deliveries.receiver.state == .active
                    act(isActive ? .pause : .resume, standing, visit)
                    if deliveries.receiver.pending != nil, deliveries.receiver.failures > 0 {
                        act(.park, standing, visit)
                    }
                    if deliveries.outcomes.parked > 0 { act(.replay, standing, visit) }
                }
            }
        }
    }

    private static func act(
        _ act: SystemActions.Act, _ standing: SystemStanding, _ visit: Visit
    ) -> HTML {
        visit.form(to: SystemActions.path(act, standing.system.subscriber, visit)) {
            button(.class("button second"), .type("submit")) { visit.language(act.label) }
        }
    }

    private static func deliveryFacts(
        _ standing: SystemStanding, _ visit: Visit
    ) -> [(String, HTML)] {
        var facts: [(String, HTML)] = [
            (visit.say("ส่งไปที่", "Sent to"), .text(standing.system.address ?? "")),
            (visit.say("สถานะ", "State"), SystemWords.state(of: standing, visit)),
        ]
        guard let deliveries = standing.deliveries else { return facts }
        if deliveries.receiver.state != .active {
            facts.append(
                (
                    visit.say("หยุดส่งตั้งแต่", "Halted since"),
                    Parts.moment(deliveries.receiver.since, visit)
                ))
        }
        facts.append(
            (
                visit.say("รับแล้วถึงตำแหน่ง", "Has taken up to"),
                .text(
                    visit.say(
                        "\(deliveries.receiver.cursor) ค้าง \(deliveries.behind) เหตุการณ์",
                        "\(deliveries.receiver.cursor), \(deliveries.behind) events behind"))
            ))
        if let oldest = deliveries.oldest {
            facts.append(
                (
                    visit.say("เหตุการณ์เก่าสุดที่ค้าง", "Oldest that waits"),
                    Parts.moment(oldest, visit)
                ))
        }
        facts.append(
            (
                visit.say("รับสำเร็จล่าสุด", "Taken last"),
                deliveries.outcomes.delivered.map { Parts.moment($0, visit) }
                    ?? SystemWords.never(visit)
            ))
        if let failed = deliveries.outcomes.failed {
            var value = Parts.moment(failed.at, visit)
            value.append(.text(" · \(failed.answer)"))
            facts.append((visit.say("ไม่รับล่าสุด", "Not taken last"), value))
        }
        if deliveries.outcomes.parked > 0 {
            facts.append(
                (
                    visit.say("แยกไว้", "Laid aside"),
                    .text(
                        visit.say(
                            "\(deliveries.outcomes.parked) ชุด",
                            "\(deliveries.outcomes.parked) batches"))
                ))
        }
        return facts
    }

    private static func table(_ deliveries: [WebhookStore.Delivery], _ visit: Visit) -> HTML {
        let columns = [
            visit.say("ผล", "Outcome"), visit.say("ครั้งที่ลอง", "Tries"),
            visit.say("คำตอบ", "Answer"), visit.say("เมื่อ", "When"),
        ]
        let title = visit.say("การส่งล่าสุด", "Last deliveries")
        return Markup.section {
            h2 { title }
            Parts.table(title, class: "systems stack") {
                Parts.heads([visit.say("ตำแหน่ง", "Positions")] + columns)
                tbody {
                    for delivery in deliveries {
                        let cells = [
                            SystemWords.outcome(delivery.outcome, visit),
                            .text("\(delivery.tries)"), .text(delivery.answer),
                            Parts.moment(delivery.at, visit, seconds: true),
                        ]
                        tr {
                            td { "\(delivery.after.position + 1)–\(delivery.through)" }
                            for (name, cell) in zip(columns, cells) { Parts.cell(name, cell) }
                        }
                    }
                }
            }
        }
    }

    // MARK: Its key

    private static func key(_ system: OfficeEvent.SubscriberSet, _ visit: Visit) -> HTML {
        Markup.section {
            h2 { visit.say("กุญแจของระบบ", "Its key") }
            p {
                visit.say(
                    "ออกกุญแจใหม่เมื่อเพิ่งเพิ่มระบบ หรือเมื่อกุญแจอาจรั่วไหล กุญแจเดิมใช้ไม่ได้ทันที",
                    "For a system that is new, or when a key may have leaked. The key before is "
                        + "worth nothing from then on.")
            }
            Parts.actions {
                visit.form(to: SystemActions.path(.key, system.subscriber, visit)) {
                    button(.class("button danger"), .type("submit")) {
                        visit.language(SystemActions.Act.key.label)
                    }
                }
            }
        }
    }
}
