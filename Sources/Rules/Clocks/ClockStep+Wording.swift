internal import Entries
package import Events

extension ClockStep {
    /// A line that a person can check with a calendar in hand.
    package var wording: Wording {
        let when = Wording(thai: span(in: .thai), english: span(in: .english))
        let what = reason
        return Wording(
            thai: "\(when.thai): \(what.thai)", english: "\(when.english): \(what.english)")
    }

    private var reason: Wording {
        switch why {
        case .receivedLater:
            Wording(
                thai: "ยื่นนอกวันหรือเวลาทำการ ถือว่าได้รับเมื่อเปิดทำการ",
                english: "came in out of office hours, received at the next opening")
        case .reopened:
            Wording(thai: "เปิดเรื่องใหม่ เริ่มนับใหม่", english: "reopened, counted anew")
        case .complete:
            Wording(
                thai: "ได้รับเอกสารครบ เริ่มนับใหม่", english: "documents complete, counted anew")
        case .repeated:
            Wording(thai: "เริ่มนับรอบใหม่", english: "a new round begins")
        case .extended(let span):
            Wording(
                thai: "ขยายเวลา \(span.wording.thai)",
                english: "extended by \(span.wording.english)")
        case .firstDay:
            Wording(thai: "วันแรก ไม่นับ", english: "first day, not counted")
        case .days(let count, let sum, let all, let unit):
            Wording(
                thai: "นับ \(count) \(unit.label.thai) (รวม \(sum) จาก \(all))",
                english: "counted \(count) \(unit.label.english) (\(sum) of \(all))")
        case .time(let milliseconds): Self.length(milliseconds)
        case .weekend:
            Wording(
                thai: "วันหยุดประจำสัปดาห์ ไม่นับ", english: "weekly days off, not counted")
        case .holiday(let name):
            Wording(
                thai: "\(name.thai) ไม่นับ", english: "\(name.english ?? name.thai), not counted")
        case .closed:
            Wording(thai: "นอกเวลาทำการ ไม่นับ", english: "office closed, not counted")
        case .paused(let cause), .pausedDays(let cause): cause.wording
        }
    }

    private static func length(_ milliseconds: Int) -> Wording {
        let minutes = milliseconds / 60_000
        let (hours, rest) = (minutes / 60, minutes % 60)
        let thai = [hours > 0 ? "\(hours) ชั่วโมง" : "", rest > 0 ? "\(rest) นาที" : ""]
        let english = [hours > 0 ? "\(hours) h" : "", rest > 0 ? "\(rest) min" : ""]
        return Wording(
            thai: "นับ "
                + (minutes == 0 ? "0 นาที" : thai.filter { !$0.isEmpty }.joined(separator: " ")),
            english: "counted "
                + (minutes == 0 ? "0 min" : english.filter { !$0.isEmpty }.joined(separator: " ")))
    }

    /// Days for what is counted in days, moments for the rest.
    private func span(in language: DateLanguage) -> String {
        switch why {
        case .firstDay, .days, .weekend, .holiday, .pausedDays:
            let first = from.local.date.display(.short, in: language)
            guard let last = to?.local.date.display(.short, in: language), last != first else {
                return first
            }
            return "\(first) – \(last)"
        case .reopened, .complete, .repeated, .extended:
            return from.display(.short, in: language)
        case .receivedLater, .time, .closed, .paused:
            let open = language == .thai ? "ยังไม่สิ้นสุด" : "still"
            return from.display(.short, in: language) + " – "
                + (to?.display(.short, in: language) ?? open)
        }
    }
}
