internal import Entries
internal import Events
internal import Markup
internal import Rules

/// The clocks of a case: what each promises, how it stands, and how it comes to that.
enum ClockPart {
    static func section(_ desk: DeskCase) -> HTML {
        let visit = desk.visit
        return Markup.section {
            h2 { visit.say("กำหนดเวลา", "Clocks") }
            if desk.petition.hasClocks {
                for explanation in explanations(desk) { clock(explanation, visit) }
            } else {
                p(.class("soft")) {
                    visit.say(
                        "เรื่องที่นำเข้ามา ไม่นับกำหนดเวลา", "An imported case: no clock runs.")
                }
            }
        }
    }

    private static func explanations(_ desk: DeskCase) -> [ClockExplanation] {
        let clocks = ServiceClocks(desk.definition)
        return desk.definition.clocks.compactMap { clock in
            clocks.explanation(
                of: clock.code, desk.petition.history, calendar: desk.settings.calendar)
        }
    }

    private static func clock(_ explanation: ClockExplanation, _ visit: Visit) -> HTML {
        div(.class("clock")) {
            p {
                strong { visit.language(explanation.definition.name) }
                " "
                standing(explanation.reading, visit)
            }
            details(.class("more")) {
                summary { visit.language(explanation.summary) }
                if let caution = explanation.caution {
                    p(.class("small")) { visit.language(caution) }
                }
                ol(.class("small")) {
                    for step in explanation.steps { li { visit.language(step.wording) } }
                }
                p(.class("small soft")) {
                    visit.say(
                        "ปฏิทินรุ่น \(explanation.calendarVersion)",
                        "Calendar version \(explanation.calendarVersion)")
                }
            }
        }
    }

    /// In words, with a colour beside them.
    private static func standing(_ reading: ClockReading, _ visit: Visit) -> HTML {
        switch reading.state {
        case .waiting: return Parts.badge(visit.say("ยังไม่เริ่ม", "Not begun"), "")
        case .paused(_, let pause): return Parts.badge(visit.language(pause.wording), "warn")
        case .met: return Parts.badge(visit.say("ทันกำหนด", "In time"), "good")
        case .late: return Parts.badge(visit.say("เกินกำหนด", "Too late"), "bad")
        case .stopped: return Parts.badge(visit.say("หยุดแล้ว", "Stopped"), "")
        case .running:
            let band = reading.band(at: visit.now) ?? .within
            return Parts.badge(visit.language(band.wording), tone(band))
        }
    }

    private static func tone(_ band: ClockBand) -> String {
        switch band {
        case .within: "info"
        case .near: "warn"
        case .missed: "bad"
        }
    }
}
