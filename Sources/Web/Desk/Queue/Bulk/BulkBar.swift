internal import Markup
internal import Projections
internal import Rules

/// What is done with the rows that are ticked: below the list, in its form.
enum BulkBar {
    static func html(_ reading: QueueReading, _ visit: Visit) -> HTML? {
        guard visit.officer.map({ DeskArea.filing.isOpen(to: $0.roles) }) ?? false else {
            return nil
        }
        return div(.class("bulk"), .id("bulkbar")) {
            span(.class("choice page"), .hidden()) {
                input(.type("checkbox"), .id("pick-page"))
                Markup.label(.for("pick-page")) { visit.say("ทั้งหน้านี้", "This page") }
            }
            if let total = reading.total, total > reading.entries.count {
                span(.class("choice")) {
                    input(.type("checkbox"), .id("pick-all"), .name("all"), .value("yes"))
                    Markup.label(.for("pick-all")) {
                        visit.say("ทั้ง \(total) เรื่องที่ตรง", "All \(total) that fit")
                    }
                }
            }
            Markup.label(.for("act"), .class("hidden")) { visit.say("ทำอะไร", "What to do") }
            select(.id("act"), .name("act")) {
                for act in BulkAct.allCases { option(.value(act.rawValue)) { act.name(visit) } }
            }
            button(.class("button second"), .type("submit")) {
                visit.say("ดูก่อนทำกับเรื่องที่เลือก", "Preview for the selected")
            }
        }
    }
}
