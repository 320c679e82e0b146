internal import Entries
internal import Events
internal import Markup
internal import Projections
internal import Rules

/// How much time a case has left: a word and a colour for the eye, and every deadline with what
/// was promised for whoever asks why.
struct TimeLeft {
    let band: ClockBand?
    let words: String

    init(_ row: CaseRow, _ visit: Visit) {
        guard row.course.isOpen else {
            self.init(words: visit.say("ปิดแล้ว", "closed"))
            return
        }
        guard let left = Self(row.clocks, visit) else {
            self.init(words: Self.withoutDeadline(row, visit))
            return
        }
        self = left
    }

    private init(words: String) {
        band = nil
        self.words = words
    }

    /// By what brings a case to its place in the queue; nil while none of its clocks runs.
    init?(_ clocks: CaseClocks, _ visit: Visit) {
        let next = clocks.next
        guard let due = next.due else { return nil }
        let left = due.milliseconds - visit.now.milliseconds
        let isNear = next.near.map { $0 <= visit.now } ?? false
        band = left <= 0 ? .missed : isNear ? .near : .within
        let span = Self.span(milliseconds: abs(left), visit)
        let limit = clocks.nextLimit.map { " · " + visit.language($0.label) } ?? ""
        words =
            (left <= 0
                ? visit.say("เกิน \(span)", "\(span) over")
                : visit.say("เหลือ \(span)", "\(span) left")) + limit
    }

    private static func withoutDeadline(_ row: CaseRow, _ visit: Visit) -> String {
        if row.course.awaitsCitizen {
            return visit.say("หยุดนับ รอประชาชน", "paused: citizen")
        }
        if row.course.awaitsAgency != nil {
            return visit.say("หยุดนับ รอหน่วยงานอื่น", "paused: agency")
        }
        return visit.say("ไม่มีกำหนด", "no deadline")
    }

    /// The two greatest units that are not nought: `3 วัน 4 ชม.`, `6 วัน`.
    static func span(milliseconds: Int, _ visit: Visit) -> String {
        let minutes = milliseconds / 60_000
        let (days, hours) = (minutes / 1440, minutes / 60 % 24)
        if days > 9 || days > 0 && hours == 0 { return visit.say("\(days) วัน", "\(days) d") }
        if days > 0 { return visit.say("\(days) วัน \(hours) ชม.", "\(days) d \(hours) h") }
        if hours > 0, minutes.isMultiple(of: 60) { return visit.say("\(hours) ชม.", "\(hours) h") }
        if hours > 0 {
            return visit.say("\(hours) ชม. \(minutes % 60) นาที", "\(hours) h \(minutes % 60) min")
        }
        return visit.say("\(max(minutes, 1)) นาที", "\(max(minutes, 1)) min")
    }

    private var tone: String {
        switch band {
        case .missed: "bad"
        case .near: "warn"
        case .within: "good"
        case nil: ""
        }
    }

    func badge(_ visit: Visit) -> HTML {
        Markup.span(.class("badge \(tone)")) {
            if let band {
                Markup.span(.class("hidden")) { visit.language(band.wording) + ": " }
            }
            words
        }
    }

    /// The badge; opened, every deadline.
    func html(_ row: CaseRow, _ visit: Visit) -> HTML {
        let badge = badge(visit)
        let deadlines = Self.deadlines(row, visit)
        guard !deadlines.isEmpty else { return badge }
        return details(.class("due")) {
            summary { badge }
            ul { for line in deadlines { li { line } } }
        }
    }

    /// What each clock promises and when it is due, as the queue knows it.
    static func deadlines(_ row: CaseRow, _ visit: Visit) -> [String] {
        let clocks =
            visit.settings.definition(
                of: row.course.service, version: row.course.definition)?.clocks ?? []
        return row.clocks.limits.compactMap { kind, times in
            guard let due = times.due else { return nil }
            let clock = clocks.first { $0.kind == kind }
            let name = clock.map { visit.language($0.name) } ?? visit.language(kind.label)
            let promise = clock.map { visit.language($0.limit.wording) } ?? ""
            return visit.say(
                "\(name) ภายใน \(promise): ครบกำหนด \(visit.moment(due))",
                "\(name) within \(promise): due \(visit.moment(due))")
        }
    }
}
