internal import Events
internal import HTTP
internal import Markup
internal import Projections
internal import Rules

/// What narrows the queue: the search that is always there, the rest behind one press.
struct FilterForm {
    let address: QueueAddress
    let scope: DeskScope
    let visit: Visit

    var html: HTML {
        visit.form(to: visit.deskPath("filter"), id: "filter") {
            input(.type("hidden"), .name("view"), .value(address.view.rawValue))
            div(.class("seek")) {
                Markup.label(.for("seek"), .class("hidden")) {
                    visit.say("ค้นหา", "Search")
                }
                input(
                    .type("search"), .id("seek"), .name("text"), .value(address.text),
                    Attribute(
                        "placeholder",
                        visit.say(
                            "ชื่อ เลขที่ เลขท้าย โทรศัพท์ ข้อความ",
                            "Name, number, last digits, phone, words")),
                    Attribute("maxlength", "200"))
                button(.class("button"), .type("submit")) { visit.say("ค้นหา", "Search") }
            }
            details(.class("more")) {
                summary {
                    visit.say("ตัวกรอง", "Filters")
                    if address.filterCount > 0 { " (\(address.filterCount))" }
                }
                fields
                Parts.actions {
                    button(.class("button second"), .type("submit")) {
                        visit.say("ใช้ตัวกรอง", "Apply")
                    }
                }
            }
            ChosenFilters(address: address, visit: visit).html
        }
    }

    private var fields: HTML {
        div(.class("filters")) {
            list("status", visit.say("สถานะ", "Status"), words(PublicStatus.self), address.statuses)
            list("kind", visit.say("ประเภท", "Kind"), words(PetitionKind.self), address.kinds)
            long(
                "category", visit.say("หมวดเรื่อง", "Category"), categories, address.categories)
            long("service", visit.say("บริการ", "Service"), services, address.services)
            long(
                "department", visit.say("หน่วยงาน", "Department"), departments,
                address.departments, isGrouped: false)
            long(
                "owner", visit.say("ผู้รับผิดชอบ", "With"), officers,
                address.owners.map { $0.isEmpty ? QueueAddress.nobody : $0 },
                first: (QueueAddress.nobody, visit.say("ยังไม่มีผู้รับ", "nobody")))
            list("channel", visit.say("ช่องทาง", "Channel"), words(Channel.self), address.channels)
            list(
                "urgency", visit.say("ความเร่งด่วน", "Urgency"), words(Urgency.self),
                address.urgencies)
            digits("area", visit.say("รหัสพื้นที่", "Area code"), address.area)
            digits("moo", visit.say("หมู่ที่", "Moo"), address.moo.map { "\($0)" })
            tick("overdue", visit.say("เกินกำหนดเท่านั้น", "Only overdue"), address.isOverdue)
            tick("unread", visit.say("มีข้อความใหม่", "With unread messages"), address.isUnread)
        }
    }

    private func words<Word: LabelledWord>(
        _ type: Word.Type
    ) -> [(code: String, label: String)] {
        Word.allCases.map { ($0.rawValue, visit.language($0.label)) }
    }

    private func list<Word: RawRepresentable>(
        _ name: String, _ label: String, _ options: [(code: String, label: String)],
        _ chosen: [Word]
    ) -> HTML where Word.RawValue == String {
        list(name, label, options, chosen.map(\.rawValue))
    }

    /// Any of few; several are chosen as the browser lets one.
    private func list(
        _ name: String, _ label: String, _ options: [(code: String, label: String)],
        _ chosen: [String]
    ) -> HTML {
        choices(name, label) {
            for item in options {
                option(.value(item.code), .selected(chosen.contains(item.code))) { item.label }
            }
        }
    }

    /// Any of many: found below the heads without a script, and by a few letters with one.
    private func long(
        _ name: String, _ label: String, _ all: [DeskChoices.Choice], _ chosen: [String],
        isGrouped: Bool = true, first: (code: String, label: String)? = nil
    ) -> HTML {
        let sorted = DeskChoices(
            all, chosen: chosen, isGrouped ? .departments(first: [own]) : .plain, visit)
        let find = visit.say("ค้นใน\(label)", "Search in: \(label)")
        return choices(name, label, find: sorted.count > Self.mostAtOneGlance ? find : nil) {
            if let first {
                option(.value(first.code), .selected(chosen.contains(first.code))) { first.label }
            }
            sorted.options
        }
    }

    private static let mostAtOneGlance = 8

    private func choices(
        _ name: String, _ label: String, find: String? = nil, @HTMLBuilder options: () -> HTML
    ) -> HTML {
        div {
            Markup.label(.for("filter-\(name)")) { label }
            select(
                .id("filter-\(name)"), .name(name), Attribute("multiple", isPresent: true),
                Attribute("size", find == nil ? "4" : "6"), Attribute("data-find", find)
            ) { options() }
        }
    }

    private func digits(_ name: String, _ label: String, _ value: String?) -> HTML {
        div {
            Markup.label(.for("filter-\(name)")) { label }
            input(
                .type("text"), .id("filter-\(name)"), .name(name), .value(value),
                .inputmode("numeric"), .autocomplete("off"))
        }
    }

    private func tick(_ name: String, _ label: String, _ isTicked: Bool) -> HTML {
        div(.class("choice")) {
            input(
                .type("checkbox"), .id("filter-\(name)"), .name(name), .value("yes"),
                .checked(isTicked))
            Markup.label(.for("filter-\(name)")) { label }
        }
    }

    private var own: String? { (try? visit.needOfficer())?.department }

    private var categories: [DeskChoices.Choice] {
        DeskChoices.categories(Array(visit.settings.categories.keys), visit)
    }

    private var services: [DeskChoices.Choice] {
        visit.settings.services.compactMap { code, service in
            service.newest.map {
                DeskChoices.Choice(
                    code: code, label: visit.language($0.name), department: $0.department)
            }
        }
    }

    private var departments: [DeskChoices.Choice] {
        DeskChoices.departments(
            visit.settings.departments.keys.filter { scope.departments?.contains($0) ?? true },
            visit)
    }

    private var officers: [DeskChoices.Choice] {
        DeskChoices.officers(
            visit.settings.officers.values.filter { !$0.isDismissed }.map(\.id), visit)
    }
}
