internal import HTTP
internal import Markup

/// What was decided last, said on the list that follows.
enum PrivacyDone: String {
    case approved, refused

    private static let field = "done"

    func path(_ visit: Visit) -> String { "\(visit.deskPath("privacy"))?\(Self.field)=\(rawValue)" }

    static func note(_ visit: Visit) -> HTML? {
        guard let done = visit.request.query[field].flatMap(PrivacyDone.init) else { return nil }
        return Parts.note("good") {
            p {
                switch done {
                case .approved:
                    visit.say(
                        "อนุมัติให้ลบแล้ว กุญแจจะถูกทำลายและข้อมูลหมดไปจากทุกไฟล์ในคืนถัดไป",
                        "Approved. The keys are destroyed and the data is gone from every file in "
                            + "the following night.")
                case .refused:
                    visit.say("บันทึกการปฏิเสธแล้ว", "The refusal is recorded.")
                }
            }
        }
    }
}
