internal import Events
internal import HTTP
internal import Markup

/// What the petitioner has just done in a case, said at the top of its page.
enum CaseDone: String, CaseIterable, Sendable {
    case message, correction, withdraw, reopen, rate

    static func note(_ visit: Visit) -> HTML? {
        guard let done = visit.request.query["done"].flatMap(CaseDone.init(rawValue:)) else {
            return nil
        }
        return div(.class("note good"), .role("status")) { p { visit.language(done.wording) } }
    }

    /// The case's page with the word for what was done.
    func path(_ number: String, _ visit: Visit) -> String {
        "\(visit.path("cases", number))?done=\(rawValue)"
    }

    private var wording: Wording {
        switch self {
        case .message:
            Wording(thai: "ส่งถึงหน่วยงานแล้ว", english: "It is sent to the office.")
        case .correction:
            Wording(
                thai: "ส่งการแก้ไขแล้ว เจ้าหน้าที่จะตรวจและดำเนินการต่อ",
                english: "Your correction is sent. An officer checks it and goes on.")
        case .withdraw:
            Wording(
                thai: "ถอนคำร้องแล้ว หน่วยงานหยุดดำเนินการเรื่องนี้",
                english: "The petition is withdrawn. The office stops working on it.")
        case .reopen:
            Wording(
                thai: "ส่งคำขอเปิดเรื่องใหม่แล้ว", english: "You have asked to reopen the case.")
        case .rate:
            Wording(thai: "ขอบคุณสำหรับการประเมิน", english: "Thank you for rating the service.")
        }
    }
}
