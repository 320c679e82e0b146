internal import Entries
internal import EventLog
internal import Events
internal import Rules

/// What whoever filed is told of the filing beside its number: when the law says that it was
/// received, what is due when, and how a guest comes to read the answer.
struct FilingNews {
    private let received: Instant
    private let steps: [(name: LocalText, due: Instant)]
    private let tracking: TrackingKind?

    /// As the filing left the case, whatever has happened since.
    init(_ stream: StreamName, _ settings: OfficeSettings, in office: Office) throws {
        guard let petition = try office.log.history(of: stream.name)?.petition else {
            throw PostProblem.sectionMissing(at: try office.log.head)
        }
        received = petition.deemedReceivedAt
        tracking = petition.tracking
        steps =
            settings.definition(of: petition).map { service in
                ServiceClocks(service).promised(of: petition, calendar: settings.calendar)
            } ?? []
    }

    /// The values of the message, and what of them says something else in English.
    func added(
        to values: [String: String]
    ) -> (values: [String: String], english: [String: String]) {
        var values = values
        values["received"] = received.display()
        values["steps"] = steps.map { "- \($0.name.thai) ภายใน \($0.due.display())" }
            .joined(separator: "\n")
        values["reading"] = reading.thai
        let english = [
            "received": received.display(in: .english),
            "steps": steps.map {
                "- \($0.name.english ?? $0.name.thai): by \($0.due.display(in: .english))"
            }.joined(separator: "\n"),
            "reading": reading.english,
        ]
        return (values, english)
    }

    private var reading: Wording {
        switch tracking {
        case .phone:
            Wording(
                thai: "เลขที่คำร้องกับเบอร์โทรศัพท์ 4 ตัวท้ายแสดงสถานะและกำหนดเวลา แต่ไม่แสดงข้อความ เอกสาร "
                    + "และรายการที่ขอแก้ไข หากต้องการอ่าน ขอรหัสได้ในหน้าติดตามเรื่อง",
                english: "The number with four digits of your phone shows how the case stands and "
                    + "what is due when, but no texts, no papers and not what must be corrected. "
                    + "To read those, ask for a code on the page where you follow it.")
        case .code:
            Wording(
                thai: "รหัสติดตามกับรหัสผ่านเปิดอ่านได้ทั้งเรื่อง",
                english: "The code with its password opens the whole case.")
        case nil:
            Wording(
                thai: "เข้าสู่ระบบเพื่ออ่านข้อความและเอกสาร",
                english: "Log in to read texts and papers.")
        }
    }
}
