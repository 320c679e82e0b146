internal import Entries
internal import EventLog
internal import Events
internal import Markup
internal import Projections
internal import Rules
internal import Workflow

/// A case beside the list: where it stands and how each of its clocks comes to what it shows.
struct SidePanel {
    private let words: RowWords
    private let explanations: [ClockExplanation]
    private let reading: QueueReading
    private let visit: Visit

    init(_ entry: OfficerQueue.Entry, _ reading: QueueReading, _ visit: Visit) throws {
        words = try RowWords(entry, reading.scope, visit)
        self.reading = reading
        self.visit = visit
        let course = entry.row.course
        guard course.hasClocks,
            let definition = visit.settings.definition(
                of: course.service, version: course.definition)
        else {
            explanations = []
            return
        }
        let clocks = ServiceClocks(definition)
        explanations = definition.clocks.compactMap { clock in
            clocks.explanation(
                of: clock.code, course.facts.clocks.history, calendar: visit.settings.calendar)
        }
    }

    var html: HTML {
        let row = words.row
        return aside(.class("beside"), .id("beside"), .label(row.number)) {
            div(.class("head")) {
                h2 {
                    a(.href(visit.casePath(row.number, from: reading.address))) { row.number }
                }
                Parts.link(
                    visit.queuePath(reading.address) { $0.chosen = nil },
                    visit.say("ปิด", "Close"), class: "close")
            }
            p { strong { words.title } }
            Parts.rows(facts)
            if !explanations.isEmpty {
                h3 { visit.say("กำหนดเวลาและที่มา", "Deadlines, and how they are counted") }
                for explanation in explanations { clock(explanation) }
            }
            Parts.actions {
                Parts.link(
                    visit.casePath(row.number, from: reading.address),
                    visit.say("เปิดเรื่อง", "Open the case"),
                    class: "button")
            }
        }
    }

    private var facts: [(label: String, value: HTML, change: HTML?)] {
        let row = words.row
        let texts: [(String, String)] = [
            (visit.say("ผู้ยื่น", "Petitioner"), words.petitioner),
            (visit.say("บริการ", "Service"), words.service),
            (visit.say("หมวด", "Category"), words.category ?? "–"),
            (visit.say("พื้นที่", "Area"), words.area.isEmpty ? "–" : words.area),
            (visit.say("สถานะ", "Status"), visit.language(row.course.status.label(of: row.kind))),
            (visit.say("ผู้รับผิดชอบ", "With"), words.owner),
            (visit.say("หน่วยงาน", "Department"), words.department ?? "–"),
            (visit.say("ถือว่าได้รับ", "Received by law"), visit.moment(row.course.receivedAt)),
            (visit.say("ช่องทาง", "Channel"), visit.language(row.channel.label)),
        ]
        return texts.map { ($0.0, .text($0.1), nil) }
    }

    private func clock(_ explanation: ClockExplanation) -> HTML {
        details(.class("more")) {
            summary { visit.language(explanation.summary) }
            ul(.class("small")) {
                for step in explanation.steps { li { visit.language(step.wording) } }
                if let caution = explanation.caution { li { visit.language(caution) } }
            }
        }
    }
}
