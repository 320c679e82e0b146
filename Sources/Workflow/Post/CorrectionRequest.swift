internal import Entries
internal import EventLog
internal import Events
internal import Rules

/// What the petitioner is asked to put right, and until when, as it is told in a message.
///
/// How many things and the day stand openly in the log. The list itself is sealed: it goes to an
/// address only from where a code has come back, since a guest's was typed once and may be
/// somebody else's, and never of a confidential case.
struct CorrectionRequest {
    let isConfidential: Bool
    private let items: Int
    private let due: Instant?
    private let list: [String]

    init(
        _ position: Position, of stream: StreamName, _ settings: OfficeSettings, in office: Office
    ) throws {
        guard let history = try office.log.history(of: stream.name, until: .position(position)),
            let event = history.events.last, event.position == position,
            case .petition(.returned(let data)) = event.event
        else { throw PostProblem.sectionMissing(at: position) }
        items = data.items
        // As it is by now, not as it was: it may have been made confidential since.
        isConfidential = try office.log.history(of: stream.name)?.petition.isConfidential ?? true
        list = try office.section(Defects.self, of: event)?.items.map(\.text) ?? []
        guard let service = settings.definition(of: history.petition) else {
            due = nil
            return
        }
        let readings = ServiceClocks(service).readings(
            of: history.petition.history, calendar: settings.calendar)
        due = zip(service.clocks, readings).first { $0.0.kind == .correction }?.1.due
    }

    /// The values of the message, and what of them says something else in English.
    func added(
        to values: [String: String], isListShown: Bool
    ) -> (values: [String: String], english: [String: String]) {
        let isShown = isListShown && !list.isEmpty
        let lines = list.enumerated().map { "\($0.offset + 1). \($0.element)" }
            .joined(separator: "\n")
        var values = values
        values["items"] = "\(items)"
        values["due"] = due.map { $0.display() } ?? "เวลาที่แจ้งในรายละเอียดคำร้อง"
        values["defects"] = isShown ? lines : "รายการที่ต้องแก้ไขอยู่ในรายละเอียดคำร้อง"
        let english = [
            "due": due.map { $0.display(in: .english) } ?? "the day that stands with the petition",
            "defects": isShown ? lines : "The list stands with the petition.",
        ]
        return (values, english)
    }
}
