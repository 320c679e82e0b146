internal import Events

/// The deadlines that an office keeps unless it promises others.
///
/// Take in within a working day, answer within 7 days, finish or tell the progress within 15 days;
/// when late, tell why every 7 days; tell the result within 7 days. Days of the calendar are the
/// safer reading where the practice differs.
enum DefaultClocks {
    static let waits = ["returned", "waiting-agency"]

    /// All of them, with `limit` for finishing; a clock is called what was promised.
    static func all(
        finish limit: TimeSpan,
        called name: LocalText = LocalText("ดำเนินการแล้วเสร็จ", english: "Finish"),
        from starts: ClockPoint = .submitted, isLegal: Bool = false,
        extensions: ExtensionRule? = nil, calendar: String? = nil
    ) -> [ClockDefinition] {
        [
            clock(
                "receive", .receive, days(1, .workingDays), .submitted, .received,
                "รับเรื่อง", "Take in", calendar: calendar),
            clock(
                "first-answer", .firstAnswer, days(7), .submitted, .answered, "ตอบครั้งแรก",
                "First answer", pausedIn: waits, calendar: calendar),
            ClockDefinition(
                code: "finish", name: name, kind: .finish, limit: limit, starts: starts,
                stops: .finished, pausedIn: waits,
                calendar: calendar, isLegal: isLegal, extensions: extensions),
            clock(
                "correction", .correction, days(15), .returned, .corrected,
                "ผู้ยื่นคำร้องแก้ไขเอกสาร", "Correction by the petitioner"),
            ClockDefinition(
                code: "delay-notice", name: LocalText("แจ้งเหตุล่าช้า", english: "Notice of delay"),
                kind: .delayNotice, limit: days(7), starts: .deadlineMissed, stops: .finished,
                isRepeating: true, isLegal: true),
            clock(
                "result-notice", .resultNotice, days(7), .finished, .resultNotified, "แจ้งผล",
                "Notice of the result"),
        ]
    }

    /// Before whom a late case comes.
    static let ladder = [
        EscalationRung(clock: "receive", rung: 1, percent: 100, to: [.head]),
        EscalationRung(clock: "first-answer", rung: 1, percent: 100, to: [.head]),
        EscalationRung(clock: "finish", rung: 1, percent: 80, to: [.handler]),
        EscalationRung(clock: "finish", rung: 2, percent: 100, to: [.head]),
        EscalationRung(clock: "finish", rung: 3, percent: 150, to: [.clerk]),
        EscalationRung(clock: "finish", rung: 4, percent: 200, to: [.deputyMayor, .mayor]),
    ]

    static func days(_ amount: Int, _ unit: TimeUnit = .days) -> TimeSpan {
        TimeSpan(amount: amount, unit: unit)
    }

    private static func clock(
        _ code: String, _ kind: ClockKind, _ limit: TimeSpan, _ starts: ClockPoint,
        _ stops: ClockPoint, _ thai: String, _ english: String, pausedIn: [String] = [],
        calendar: String? = nil
    ) -> ClockDefinition {
        ClockDefinition(
            code: code, name: LocalText(thai, english: english), kind: kind, limit: limit,
            starts: starts, stops: stops, pausedIn: pausedIn, calendar: calendar)
    }
}
