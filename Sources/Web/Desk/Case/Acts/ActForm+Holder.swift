internal import Events
internal import Markup
internal import Rules
internal import Workflow

/// Whose the case is, inside and outside.
extension ActForm {
    static let takeOver = ActForm { visit in
        visit.reason()
    } command: { visit, _ in
        ActCommand(.takeOver, [visit.reasonSection])
    }

    static let release = ActForm { visit in
        visit.reason(isRequired: false)
    } command: { visit, _ in
        ActCommand(.release, [visit.reasonSection])
    }

    static let assign = ActForm { visit in
        var html = visit.choose(
            "choice", "ผู้รับผิดชอบ", "To whom",
            DeskChoices.officers(visit.choices, visit.visit),
            hint: visit.say(
                "เฉพาะผู้ที่ดูแลเรื่องของหน่วยงานนี้ งานของหน่วยงานอื่นให้ส่งต่อหน่วยงานภายใน",
                "Those who see this unit’s cases. What is another unit’s work is forwarded to it."))
        html.append(visit.long("note", "บันทึกถึงผู้รับ", "A note for them", isRequired: false))
        return html
    } command: { visit, _ in
        ActCommand(
            .assign(.init(officer: visit.typed["choice"])), [visit.noteSection])
    }

    static let forward = ActForm { visit in
        var html = visit.choose(
            "choice", "หน่วยงานที่รับต่อ", "To which unit",
            DeskChoices.departments(visit.choices, visit.visit), isGrouped: false)
        html.append(
            visit.reason(isRequired: isReasonRequired(visit)))
        return html
    } command: { visit, _ in
        ActCommand(
            .forward(.init(action: visit.action, to: visit.typed["choice"])),
            [visit.reasonSection])
    }

    static let refer = ActForm { visit in
        var html = agency(visit)
        html.append(
            visit.words("manner", "วิธี", "How", ReferralManner.allCases, chosen: .forwarded))
        html.append(
            visit.line("letter", "เลขที่หนังสือ", "Letter number", width: "w13", isRequired: false))
        html.append(
            visit.long(
                "notice", "ข้อความแจ้งผู้ยื่นว่าหน่วยงานใดรับผิดชอบ",
                "What the petitioner is told of who is responsible"))
        html.append(visit.reason(isRequired: false))
        return html
    } command: { visit, _ in
        let (code, name) = agency(typed: visit)
        return ActCommand(
            .refer(
                .init(
                    action: visit.action, agency: name, agencyCode: code,
                    manner: visit.word("manner") ?? .forwarded,
                    letter: visit.typed.text("letter"))),
            [visit.text("notice").map { PlainSection(Message(text: $0)) }, visit.reasonSection])
    }

    static let waitFor = ActForm { visit in
        var html = agency(visit)
        html.append(
            visit.line("letter", "เลขที่หนังสือ", "Letter number", width: "w13", isRequired: false))
        html.append(visit.reason(isRequired: isReasonRequired(visit)))
        return html
    } command: { visit, _ in
        let (code, name) = agency(typed: visit)
        return ActCommand(
            .waitFor(
                .init(
                    action: visit.action, agency: name, agencyCode: code,
                    letter: visit.typed.text("letter"))), [visit.reasonSection])
    }

    /// One of the office's list, or by its name.
    private static func agency(_ visit: ActVisit) -> HTML {
        let known = visit.desk.settings.agencies.keys.sorted()
        var html = HTML()
        if !known.isEmpty {
            html.append(
                visit.controls.select(
                    "agency", visit.say("หน่วยงาน", "Agency"),
                    options: known.map { ($0, DeskWords.agency($0, visit.visit)) }
                        + [
                            (
                                elsewhere,
                                visit.say("หน่วยงานอื่น (กรอกชื่อด้านล่าง)", "Another (named below)")
                            )
                        ],
                    chosen: visit.typed.text("agency")))
        }
        html.append(
            visit.line(
                known.isEmpty ? "agency" : "other-agency", "ชื่อหน่วยงาน", "Name of the agency",
                hint: known.isEmpty
                    ? nil : visit.say("หากไม่มีในรายการ", "If it is not in the list above"),
                isRequired: known.isEmpty))
        return html
    }

    private static func agency(typed visit: ActVisit) -> (code: String?, name: String?) {
        guard !visit.desk.settings.agencies.isEmpty else {
            return (nil, visit.typed.text("agency"))
        }
        if let name = visit.typed.text("other-agency") { return (nil, name) }
        let chosen = visit.typed.text("agency")
        return (chosen == elsewhere ? nil : chosen, nil)
    }

    /// The choice of none of the list; no agency's code has such a letter.
    private static let elsewhere = "*"

    static func isReasonRequired(_ visit: ActVisit) -> Bool {
        visit.offer.map { ActMenu.needsReason($0, visit.desk) } ?? false
    }
}
