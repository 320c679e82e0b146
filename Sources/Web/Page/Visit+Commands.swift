internal import Events
internal import Markup
internal import Workflow

extension Visit {
    /// What to say if a command was not accepted: its reason, or that nothing is lost.
    func objection(to outcome: CommandOutcome) -> Wording? {
        switch outcome {
        case .accepted: nil
        case .refused(_, let wording): wording
        case .unknown, .failed, .busy:
            Wording(
                thai: "ระบบยังบันทึกไม่ได้ในขณะนี้ ข้อมูลที่กรอกไว้ยังอยู่ กดส่งอีกครั้ง",
                english: "It could not be saved just now. What you entered is still here: send it "
                    + "again.")
        }
    }
}
