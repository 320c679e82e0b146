internal import Events
internal import Rules
internal import Workflow

extension Scene {
    /// Agencies that a town writes to.
    private static let agencies = [
        "การไฟฟ้าส่วนภูมิภาคสาขา", "การประปาส่วนภูมิภาคสาขา", "แขวงทางหลวง", "สำนักงานที่ดินจังหวัด",
        "โครงการชลประทาน",
    ]

    /// What goes to another agency, and comes back from it.
    func turn(_ act: Act, _ progress: CaseDrafts.Progress) -> Draft {
        let officer = owner(progress)
        let agency = Self.agencies[filing.draw % Self.agencies.count]
        let reason = PlainSection(Reason(text: "เรื่องอยู่ในความรับผิดชอบของ\(agency)"))
        switch act {
        case .refer:
            let notice = Message(text: "ส่งเรื่องของท่านให้\(agency)ดำเนินการแล้ว")
            return draft(
                .refer(.init(agency: agency, manner: .forwarded)), progress, by: officer,
                [reason, PlainSection(notice)])
        case .waitForAgency:
            return draft(.waitFor(.init(agency: agency)), progress, by: officer, [reason])
        default: return draft(.resume(.init()), progress, by: officer)
        }
    }
}
