internal import Entries
internal import EventLog
internal import HTTP

/// Some entries at once, with the address of the next ones.
struct EventPage {
    /// A page that looked at so many entries ends, whatever it found.
    private static let mostLookedAt = 20_000

    private var entries: [Entry] = []
    private var end: Cursor
    private let isReset: Bool

    init(_ query: EventQuery, of log: EventLog) throws {
        end = query.start
        isReset = query.isReset
        var looked = 0
        var standings = CaseStandings(log)
        search: while entries.count < query.limit, looked < Self.mostLookedAt {
            let batch = try log.read(after: end.position, limit: 1000)
            if batch.isEmpty { break }
            for entry in batch {
                end.position = entry.position
                looked += 1
                guard try query.filter.passes(entry, &standings) else { continue }
                entries.append(entry)
                if entries.count == query.limit { break search }
            }
        }
    }

    func response(to request: HTTP.Request) -> Response {
        var body: [UInt8] = [UInt8(ascii: "[")]
        for (index, entry) in entries.enumerated() {
            if index > 0 { body.append(UInt8(ascii: ",")) }
            body += entry.bytes
        }
        body.append(UInt8(ascii: "]"))
        var response = Response.bytes(body, EventForm.batchType)
        // There is always a next page: at the head it is empty until there is more.
        var query = FormFields()
        for field in request.query.fields where !["after", "since"].contains(field.name) {
            query.append(field.name, field.value)
        }
        query.append("after", "\(end)")
        response.headers["Link"] = "<\(request.path.text)?\(query.encoded)>; rel=\"next\""
        response.headers["Khamrong-Cursor"] = "\(end)"
        if isReset { response.headers["Khamrong-Reset"] = "yes" }
        return response
    }
}
