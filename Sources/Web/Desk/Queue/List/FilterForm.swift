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
            list(
                "category", visit.say("หมวดเรื่อง", "Category"), categories, address.categories)
            list("service", visit.say("บริการ", "Service"), services, address.services)
            list(
                "department", visit.say("หน่วยงาน", "Department"), departments,
                address.departments)
            list(
                "owner", visit.say("ผู้รับผิดชอบ", "With"), owners,
                address.owners.map { $0.isEmpty ? QueueAddress.nobody : $0 })
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

    /// Any of many; several are chosen as the browser lets one.
    private func list(
        _ name: String, _ label: String, _ options: [(code: String, label: String)],
        _ chosen: [String]
    ) -> HTML {
        div {
            Markup.label(.for("filter-\(name)")) { label }
            select(
                .id("filter-\(name)"), .name(name), Attribute("multiple", isPresent: true),
                Attribute("size", "4")
            ) {
                for item in options {
                    option(.value(item.code), .selected(chosen.contains(item.code))) { item.label }
                }
            }
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

    private var categories: [(code: String, label: String)] {
        visit.settings.categories.values.map { ($0.value.code, visit.language($0.value.name)) }
            .sorted { $0.label < $1.label }
    }

    private var services: [(code: String, label: String)] {
        visit.settings.services.compactMap { code, service in
            service.newest.map { (code, visit.language($0.name)) }
        }.sorted { $0.label < $1.label }
    }

    private var departments: [(code: String, label: String)] {
        visit.settings.departments.values
            .filter { scope.departments?.contains($0.value.code) ?? true }
            .map { ($0.value.code, visit.language($0.value.name)) }.sorted { $0.label < $1.label }
    }

    private var owners: [(code: String, label: String)] {
        [(QueueAddress.nobody, visit.say("ยังไม่มีผู้รับ", "nobody"))]
            + visit.settings.officers.values.filter { !$0.isDismissed }.map { officer in
                (officer.id, visit.officerName(officer.id))
            }.sorted { $0.1 < $1.1 }
    }
}
