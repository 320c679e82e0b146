internal import Entries
internal import EventLog
internal import Events
internal import HTTP
internal import Rules
internal import Workflow

/// What a system asks the stream of events for.
struct EventQuery: Sendable {
    var filter: EventFilter
    var form = EventForm.batch
    /// Where it goes on: behind this position.
    var start: Cursor
    /// What it is told first: its cursor is of another history than the log's.
    var isReset = false
    /// Entries of a page.
    var limit = 100
    /// Whether a stream of lines ends at what is the head now.
    var endsAtHead = false

    static let largestPage = 1000

    init(
        _ request: HTTP.Request, of log: EventLog, for client: OfficeEvent.SubscriberSet,
        _ settings: OfficeSettings
    ) throws {
        let query = request.query
        form = EventForm(accepted: request.headers.list("Accept"))
        filter = EventFilter(of: client)
        filter.types = try Self.list(
            query, "type", Wording(thai: "ต้นของชนิดเหตุการณ์", english: "the beginning of event types")
        ) { $0.utf8.count <= 200 }
        filter.subjects = try Self.list(
            query, "subject",
            Wording(
                thai: "ชื่อสายเหตุการณ์ เช่น petition/KT1…", english: "streams like petition/KT1…")
        ) { StreamName(subject: $0) != nil }
        filter.categories = try Self.list(
            query, "category",
            Wording(thai: "รหัสหมวดที่หน่วยงานมี", english: "codes of the office's categories"),
            status: .unprocessableContent
        ) { settings.categories[$0] != nil }
        filter.departments = try Self.list(
            query, "department",
            Wording(
                thai: "รหัสหน่วยงานภายในที่มี", english: "codes of the office's departments"),
            status: .unprocessableContent
        ) { settings.departments[$0] != nil }
        start = Cursor(epoch: log.epoch, position: 0)
        if let text = query["limit"] {
            guard let number = Int(text), (1...Self.largestPage).contains(number) else {
                throw Problem.invalid(
                    "limit",
                    Wording(
                        thai: "จำนวนเต็ม 1 ถึง \(Self.largestPage)",
                        english: "a whole number from 1 to \(Self.largestPage)"))
            }
            limit = number
        }
        if let text = query["follow"] {
            guard ["yes", "no"].contains(text) else {
                throw Problem.invalid("follow", Wording(thai: " yes หรือ no", english: "yes or no"))
            }
            endsAtHead = text == "no"
        }
        try findStart(request, in: log)
    }

    /// A browser that comes back says what it heard last; others say where they want to begin.
    private mutating func findStart(_ request: HTTP.Request, in log: EventLog) throws {
        let since = try request.query["since"].map(Self.instant)
        let cursors = [request.query["after"], request.headers["Last-Event-ID"]].compactMap(\.self)
        for text in cursors {
            // The last one counts; what does not count is still to be good.
            isReset = false
            guard try go(behind: text, in: log) else {
                throw Problem.invalid(
                    "after",
                    Wording(
                        thai: "ตำแหน่งแบบ 1-4711 หรือรหัสของเหตุการณ์ที่มีอยู่",
                        english: "a cursor like 1-4711, or the id of an event that is there"))
            }
        }
        if cursors.isEmpty, let since {
            let before = Until.recorded(since.advanced(milliseconds: -1))
            start.position = try before.end(in: log)
        }
    }

    private static func instant(_ text: String) throws -> Instant {
        guard let instant = Instant(rfc3339: text) else {
            throw Problem.invalid(
                "since",
                Wording(
                    thai: "เวลาพร้อมเขตเวลา เช่น 2026-01-31T16:30:00+07:00",
                    english: "a time with its zone, like 2026-01-31T16:30:00+07:00"))
        }
        return instant
    }

    private mutating func go(behind text: String, in log: EventLog) throws -> Bool {
        if let cursor = Cursor(text) {
            let head = try log.head
            guard cursor.epoch != log.epoch || cursor.position > head else {
                start = cursor
                return true
            }
            isReset = true
            start.position = min(cursor.position, try log.lastCommonPosition)
            return true
        }
        guard let id = EventID(text: text.utf8), let position = try log.position(of: id) else {
            return false
        }
        start.position = position
        return true
    }

    /// What is named once or more, with commas between; in order, so that equal filters are one.
    private static func list(
        _ query: FormFields, _ name: String, _ wanted: Wording, status: Status = .badRequest,
        isGood: (String) -> Bool
    ) throws -> [String] {
        let words = query.all(name).flatMap { $0.split(separator: ",").map(String.init) }
        guard words.count <= 50, words.allSatisfy(isGood) else {
            throw Problem.invalid(name, wanted, status: status)
        }
        return words.sorted()
    }
}

extension EventLog {
    /// Up to where every history of this log is the same: before the last restoration that lost
    /// something, or the head if there was none.
    fileprivate var lastCommonPosition: Position {
        get throws {
            var before = try head + 1
            let type =
                "\(EventType.prefix)\(StreamKind.office.rawValue)."
                + "\(OfficeEvent.LogRestored.name)."
            while true {
                let page = try read(type: type, before: before, limit: 1)
                if let found = page.entries.first { return found.position - 1 }
                guard let next = page.next else { return try head }
                before = next
            }
        }
    }
}
