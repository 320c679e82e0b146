internal import Entries
internal import Events
internal import Rules
internal import Workflow

extension Scene {
    /// What a clock of the case makes the house, or an officer, do.
    func answer(for clock: String, _ act: Act, _ progress: CaseDrafts.Progress) -> Draft {
        let causes = [
            "มีเรื่องเข้ามาจำนวนมากในช่วงนี้", "ต้องรอวัสดุและผู้รับจ้าง", "ต้องออกตรวจสถานที่ร่วมกับหน่วยงานอื่น",
            "ฝนตกต่อเนื่อง ทำงานในพื้นที่ไม่ได้",
        ]
        let cause = causes[filing.draw / 3 % causes.count]
        let sections = [
            PlainSection(Reason(text: cause)),
            PlainSection(Message(text: "ขออภัยที่ล่าช้า เนื่องจาก\(cause) จะแจ้งผลให้ทราบ")),
        ]
        switch act {
        case .extend:
            return draft(.extend(.init(clock: clock)), progress, by: owner(progress), sections)
        case .noticeDelay:
            return draft(
                .noticeDelay(.init(clock: clock)), progress, by: owner(progress), sections)
        default:
            let missed = PetitionEvent.DeadlineMissed(clock: clock, round: 0, due: time)
            return draft(.missDeadline(missed), progress, by: .system)
        }
    }

    /// Whether the case goes on in another one.
    func join(_ act: Act, _ progress: CaseDrafts.Progress) -> Draft {
        guard case .merge = act, let other = progress.other else {
            let reason = Reason(text: "เป็นคนละจุดกัน ขอแยกเรื่อง")
            return draft(.unmerge(.init()), progress, by: owner(progress), [PlainSection(reason)])
        }
        let reason = Reason(text: "เป็นเรื่องเดียวกับคำร้องที่แจ้งไว้แล้ว")
        var draft = draft(
            .merge(.init(into: other)), progress, by: owner(progress), [PlainSection(reason)])
        draft.otherNumber = other
        return draft
    }
}
