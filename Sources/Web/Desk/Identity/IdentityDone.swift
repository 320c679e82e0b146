internal import HTTP
internal import Markup

/// What the last check came to, said on the page that follows it.
enum IdentityDone: String {
    case verified, refused

    private static let field = "done"

    func path(_ target: String) -> String { "\(target)?\(Self.field)=\(rawValue)" }

    static func note(_ visit: Visit) -> HTML? {
        guard let done = visit.request.query[field].flatMap(IdentityDone.init) else { return nil }
        return Parts.note("good") {
            p {
                switch done {
                case .verified:
                    visit.say(
                        "ยืนยันตัวตนแล้ว ผู้ลงทะเบียนได้รับแจ้ง",
                        "Verified. The person is told.")
                case .refused:
                    visit.say(
                        "ไม่ผ่านการตรวจ ผู้ลงทะเบียนได้รับแจ้งเหตุผลและส่งใหม่ได้",
                        "Refused. The person is told why and may send the photos again.")
                }
            }
        }
    }
}
