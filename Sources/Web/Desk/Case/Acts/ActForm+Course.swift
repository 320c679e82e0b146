internal import Documents
internal import Events
internal import Markup
internal import Rules
internal import Workflow

/// How a case ends, and how it begins again.
extension ActForm {
    static let complete = ActForm(takesFiles: true) { visit in
        var html = outcomes(visit, visit.desk.definition.outcomes, "ผลการดำเนินการ", "Outcome")
        html.append(
            visit.long(
                "result", "สิ่งที่ได้ดำเนินการ (ผู้ยื่นจะอ่านข้อความนี้)",
                "What was done (the petitioner reads this)"))
        html.append(visit.files("ภาพหรือเอกสารหลักฐาน", "Photos or papers that show it"))
        return html
    } command: { visit, issues in
        let files = visit.attachments
        let result = visit.text("result").map { PlainSection(CaseResult(text: $0)) }
        return ActCommand(
            .complete(.init(action: visit.action, outcome: visit.typed.text("choice"))),
            [result] + files.sections)
    }

    static let reject = ActForm { visit in
        var html = outcomes(
            visit, visit.desk.definition.grounds,
            visit.desk.petition.kind == .service ? "เหตุที่ไม่อนุมัติ" : "เหตุที่ยุติเรื่อง", "Ground")
        html.append(
            visit.long(
                "reason", "ข้อเท็จจริง ข้อกฎหมาย และเหตุผล", "Facts, law and reasons"))
        html.append(
            visit.long(
                "remedy", "สิทธิอุทธรณ์หรือโต้แย้ง", "How to appeal", value: remedy(visit)))
        return html
    } command: { visit, _ in
        let remedy = visit.text("remedy")
        let reason = Reason(text: visit.text("reason") ?? "", remedy: remedy)
        var act = ActCommand(
            .reject(.init(action: visit.action, ground: visit.typed.text("choice"))),
            [visit.text("reason") == nil ? nil : PlainSection(reason)])
        act.hasRemedy = remedy != nil
        return act
    }

    static let reopen = ActForm { visit in
        var html = visit.choose(
            "choice", "เหตุที่เปิดใหม่", "Ground",
            ReopeningGround.allCases.filter { visit.choices.contains($0.rawValue) }
                .map { ($0.rawValue, visit.visit.language($0.label)) })
        html.append(visit.reason())
        return html
    } command: { visit, issues in
        let ground: ReopeningGround? = visit.word("choice")
        if ground == nil { issues.add("choice", "เลือกเหตุที่เปิดใหม่", "Choose the ground") }
        return ActCommand(
            .reopen(.init(action: visit.action, ground: ground ?? .mistake)),
            [visit.reasonSection])
    }

    private static func outcomes(
        _ visit: ActVisit, _ words: [Outcome], _ thai: String, _ english: String
    ) -> HTML {
        let offered = words.filter { visit.choices.contains($0.code) }
        guard !offered.isEmpty else { return HTML() }
        return visit.choose(
            "choice", thai, english,
            offered.map { ($0.code, visit.visit.language($0.label)) })
    }

    /// What the law wants said with a decision against somebody: where, how and until when.
    private static func remedy(_ visit: ActVisit) -> String {
        let limit = (visit.desk.definition.appeal ?? TimeSpan(amount: 15, unit: .days)).wording
        let head = visit.visit.officeHead?.addressee
        return visit.say(
            "หากไม่เห็นด้วยกับคำสั่งนี้ อุทธรณ์เป็นหนังสือต่อ\(head?.thai ?? "ผู้ออกคำสั่ง") "
                + "ภายใน \(limit.thai) นับแต่วันที่ได้รับแจ้ง",
            "If you disagree, appeal in writing to \(head?.english ?? "whoever decided") within "
                + "\(limit.english) of being told.")
    }
}
