internal import Events

/// The course that a petition takes unless the office lays down another.
enum DefaultFlow {
    static func states(of kind: PetitionKind) -> [StateDefinition] {
        let closed = PublicStatus.rejected.label(of: kind)
        return states.map { state in
            var state = state
            if state.status == .rejected {
                state.name = LocalText(closed.thai, english: closed.english)
            }
            return state
        }
    }

    private static let states: [StateDefinition] = [
        state(
            "submitted", .submitted, "ส่งคำร้อง", "submitted", isInitial: true,
            next: (
                "เจ้าหน้าที่จะตรวจสอบและรับเรื่อง", "An officer will check and take it in"
            )),
        state(
            "received", .received, "เจ้าหน้าที่รับเรื่อง", "received",
            next: (
                "หน่วยงานที่รับผิดชอบจะเริ่มดำเนินการ", "The department will start work"
            )),
        state(
            "in-progress", .inProgress, "กำลังดำเนินการ", "in progress",
            next: (
                "หน่วยงานจะแจ้งผลให้ท่านทราบ", "The office will tell you the result"
            )),
        state(
            "returned", .inProgress, "รอประชาชน", "waiting for the petitioner", isReturned: true,
            next: ("โปรดแก้ไขหรือส่งเอกสารตามรายการ", "Please correct or send what is listed")),
        state(
            "corrected", .inProgress, "แก้ไขแล้ว รอตรวจสอบ", "corrected, to be checked",
            next: (
                "เจ้าหน้าที่จะตรวจสอบสิ่งที่ท่านแก้ไข", "An officer will check your correction"
            )),
        state(
            "waiting-agency", .inProgress, "รอหน่วยงานอื่น", "waiting for another agency",
            next: (
                "รอคำตอบจากหน่วยงานอื่น", "Another agency has to answer"
            )),
        state("completed", .completed, "ดำเนินการสำเร็จ", "completed"),
        state("rejected", .rejected, "ไม่อนุมัติ", "rejected"),
        state("withdrawn", .withdrawn, "ถอนคำร้อง", "withdrawn"),
        state("referred", .referred, "ส่งต่อหน่วยงานอื่น", "referred to another agency"),
        state("merged", .merged, "รวมกับคำร้องอื่น", "merged into another petition"),
    ]

    /// States in which the office has the case in hand.
    private static let inHand = ["received", "in-progress", "corrected"]
    private static let open = ["submitted"] + inHand + ["returned", "waiting-agency"]
    private static let desk: [Role] = [.receiver, .handler, .head]
    private static let chiefs: [Role] = [.head, .clerk, .deputyMayor, .mayor]

    /// The actions; `guards` must hold before a case is completed.
    static func actions(
        of kind: PetitionKind, completing guards: [Guard]
    ) -> [ActionDefinition] {
        intake + correction + routing + closing(kind, guards) + opening
    }

    private static let intake = [
        action(
            .received, "receive", "รับเรื่อง", "Take in", ["submitted"], "received", desk,
            isBulk: true),
        action(
            .inProgress, "start", "เริ่มดำเนินการ", "Start work",
            ["submitted"] + inHand, "in-progress", desk, isBulk: true),
    ]

    private static let correction = [
        action(
            .returned, "return", "ส่งคืนให้แก้ไข", "Return for correction", ["submitted"] + inHand,
            "returned", desk, isReasonRequired: true),
        action(
            .corrected, "correct", "แก้ไขและส่งเอกสารเพิ่ม", "Correct", ["returned"], "corrected",
            [.citizen, .receiver, .handler, .head]),
        action(
            .correctionAccepted, "accept-correction", "รับการแก้ไข", "Accept the correction",
            ["corrected"], "in-progress", desk),
        action(
            .correctionAccepted, "go-on", "ดำเนินการต่อโดยไม่รอการแก้ไข",
            "Go on without the correction", ["returned"], "in-progress", desk,
            isReasonRequired: true),
    ]

    private static let routing = [
        action(
            .forwarded, "pass-on", "ส่งต่อหน่วยงานภายใน", "Pass on", ["submitted", "received"],
            "received", desk + [.clerk], isBulk: true),
        action(
            .forwarded, "forward", "ส่งต่อหน่วยงานภายใน", "Forward",
            ["in-progress", "corrected"], "in-progress", desk + [.clerk], isBulk: true),
        action(
            .referred, "refer", "ส่งต่อหน่วยงานอื่น", "Refer to another agency",
            ["submitted"] + inHand, "referred", desk + [.clerk], isReasonRequired: true),
        action(
            .waitingStarted, "wait", "รอหน่วยงานอื่น", "Wait for another agency", inHand,
            "waiting-agency", desk, isReasonRequired: true),
        action(
            .waitingEnded, "resume", "หน่วยงานอื่นตอบแล้ว", "Go on after the answer",
            ["waiting-agency"], "in-progress", desk),
        action(.merged, "merge", "รวมเรื่อง", "Merge", open, "merged", desk, isReasonRequired: true),
    ]

    private static func closing(
        _ kind: PetitionKind, _ guards: [Guard]
    ) -> [ActionDefinition] {
        [
            action(
                .completed, "complete", "ดำเนินการสำเร็จ", "Complete",
                ["in-progress", "corrected"], "completed", [.handler, .head], guards: guards,
                isReasonRequired: true, isBulk: true),
            action(
                .rejected, "reject", kind == .service ? "ไม่อนุมัติ" : "ยุติเรื่อง",
                kind == .service ? "Reject" : "Close without action",
                ["submitted"] + inHand + ["returned"], "rejected", chiefs, isReasonRequired: true),
            action(
                .withdrawn, "withdraw", "ถอนคำร้อง", "Withdraw", open, "withdrawn",
                [.citizen, .receiver, .handler, .head]),
        ]
    }

    private static let opening = [
        action(
            .reopened, "ask-again", "ขอให้เปิดเรื่องใหม่", "Ask to reopen",
            ["completed", "rejected"], "received", [.citizen], guards: [Guard(kind: .withinWindow)],
            isReasonRequired: true),
        action(
            .reopened, "reopen", "เปิดเรื่องใหม่", "Reopen",
            ["completed", "rejected", "withdrawn", "referred"], "received", desk + [.clerk],
            isReasonRequired: true),
        action(
            .unmerged, "unmerge", "ยกเลิกการรวมเรื่อง", "Undo the merge", ["merged"], "received",
            desk, isReasonRequired: true),
    ]

    private static func state(
        _ code: String, _ status: PublicStatus, _ thai: String, _ english: String,
        isInitial: Bool = false, isReturned: Bool = false, next: (String, String)? = nil
    ) -> StateDefinition {
        let isFinal =
            switch status {
            case .submitted, .received, .inProgress: false
            case .completed, .rejected, .withdrawn, .referred, .merged: true
            }
        return StateDefinition(
            code: code, name: LocalText(thai, english: english), status: status,
            isReturned: isReturned, isInitial: isInitial, isFinal: isFinal,
            nextStep: next.map { LocalText($0.0, english: $0.1) })
    }

    private static func action(
        _ event: ActionEvent, _ code: String, _ thai: String, _ english: String, _ from: [String],
        _ to: String, _ roles: [Role], guards: [Guard] = [], isReasonRequired: Bool = false,
        isBulk: Bool = false
    ) -> ActionDefinition {
        ActionDefinition(
            code: code, name: LocalText(thai, english: english), event: event, to: to, from: from,
            roles: roles, guards: guards, isReasonRequired: isReasonRequired, isBulk: isBulk)
    }
}
