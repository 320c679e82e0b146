internal import Entries
internal import Events
internal import Markup
internal import Rules
internal import Workflow

/// Clocks and appointments.
extension ActForm {
    static let extend = ActForm { visit in
        var html = clocks(visit)
        html.append(
            visit.line(
                "amount", "ขยายอีก", "By how much", hint: extensionHint(visit), width: "w4",
                isRequired: false))
        html.append(visit.reason())
        return html
    } command: { visit, issues in
        let clock = visit.typed["choice"]
        var by: TimeSpan?
        if let typed = visit.typed.text("amount") {
            let rule = visit.desk.definition.clocks.first { $0.code == clock }?.extensions
            if let amount = Int(Digits.arabic.written(typed)) {
                // Of a clock that is not there the rules say so.
                by = TimeSpan(amount: amount, unit: rule?.by.unit ?? .days)
            } else {
                issues.add("amount", "กรอกเป็นจำนวนเต็ม", "Enter a whole number")
            }
        }
        return ActCommand(.extend(.init(clock: clock, by: by)), [visit.reasonSection])
    }

    /// The most that each clock allows, in its unit: that is what an empty field comes to.
    private static func extensionHint(_ visit: ActVisit) -> String {
        let rules = visit.desk.definition.clocks.filter { visit.choices.contains($0.code) }
        let most = rules.compactMap { clock in
            clock.extensions.map { (DeskWords.clock(clock.code, visit.desk), $0.by) }
        }
        let units = Set(most.map(\.1.unit)).map { visit.visit.language($0.label) }.sorted()
            .joined(separator: visit.say(" หรือ ", " or "))
        let limits = most.map { "\($0.0) \(visit.visit.language($0.1.wording))" }
            .joined(separator: " · ")
        return visit.say(
            "หน่วยเป็น\(units) ครั้งละไม่เกิน: \(limits) เว้นว่าง = เต็มจำนวน",
            "In \(units), at a time at most: \(limits). Empty: all of it.")
    }

    static let noticeDelay = ActForm { visit in
        var html = clocks(visit)
        html.append(visit.long("reason", "เหตุแห่งความล่าช้า", "Why it takes longer"))
        html.append(
            visit.line("letter", "เลขที่หนังสือ", "Letter number", width: "w13", isRequired: false))
        return html
    } command: { visit, _ in
        ActCommand(
            .noticeDelay(
                .init(clock: visit.typed["choice"], letter: visit.typed.text("letter"))),
            [visit.reasonSection])
    }

    private static func clocks(_ visit: ActVisit) -> HTML {
        visit.choose(
            "choice", "กำหนดเวลา", "Which time",
            visit.choices.map { ($0, DeskWords.clock($0, visit.desk)) })
    }

    static let setAppointment = ActForm { visit in
        var html = HTML()
        let standing = visit.desk.petition.appointments
        if !standing.isEmpty {
            html.append(
                visit.choose(
                    "number", "เลื่อนนัดเดิม", "Move an appointment",
                    [("new", visit.say("นัดใหม่", "A new one"))]
                        + standing.map { ("\($0.number)", visit.visit.moment($0.at)) },
                    chosen: "new"))
        }
        html.append(visit.date("at", "วันนัด", "Day"))
        html.append(
            visit.line(
                "time", "เวลา", "Time", hint: visit.say("เช่น 09:30", "Such as 09:30"),
                width: "w5"))
        html.append(visit.line("place", "สถานที่", "Where"))
        html.append(visit.long("purpose", "เรื่องที่นัด", "What for", isRequired: false))
        return html
    } command: { visit, issues in
        let date = ["day", "month", "year"].map { visit.typed["at-\($0)"] }.joined(separator: "/")
        let at = try? Instant(typed: "\(date) \(visit.typed["time"])")
        if at == nil { issues.add("at", "กรอกวันและเวลานัด", "Enter the day and the time") }
        let details = AppointmentDetails(
            place: visit.typed.text("place"), text: visit.text("purpose"))
        return ActCommand(
            .setAppointment(
                .init(
                    number: visit.typed.text("number").flatMap(Int.init),
                    at: at ?? visit.visit.now.advanced(milliseconds: 60_000))),
            [details.place == nil ? nil : PlainSection(details)])
    }

    static let cancelAppointment = ActForm { visit in
        var html = visit.choose(
            "choice", "นัดที่ยกเลิก", "Which one",
            visit.desk.petition.appointments.map { ("\($0.number)", visit.visit.moment($0.at)) })
        html.append(visit.reason(isRequired: false))
        return html
    } command: { visit, _ in
        ActCommand(
            .cancelAppointment(.init(number: Int(visit.typed["choice"]) ?? 0)),
            [visit.reasonSection])
    }
}
