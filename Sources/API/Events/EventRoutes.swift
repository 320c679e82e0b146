internal import Entries
internal import Events
internal import HTTP
internal import Rules
internal import Workflow

/// The stream of events.
enum EventRoutes {
    static let all = [
        APIRoute(
            operation: "readEvents", method: .get, pattern: "/v1/events",
            access: .scope(.events),
            summary: Wording(thai: "เหตุการณ์ทั้งหมดตามลำดับ", english: "The office's events, in order"),
            parameters: [
                .pattern(
                    "after", .query, cursor,
                    "Go on behind this cursor, or this event's id; `Last-Event-ID` goes first.",
                    isChecked: false),
                .pattern(
                    "since", .query,
                    "^20[0-9]{2}-((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])"
                        + "|(0[469]|11)-(0[1-9]|[12][0-9]|30)|02-(0[1-9]|1[0-9]|2[0-8]))"
                        + "T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](Z|[+-]0[0-9]:[0-5][0-9])$",
                    "Begin with what was recorded at this time (RFC 3339).", isChecked: false),
                .pattern(
                    "type", .query, "^[a-z0-9.-]{1,200}(,[a-z0-9.-]{1,200}){0,9}$",
                    "Beginnings of event types, with commas between."),
                .pattern(
                    "subject", .query,
                    "^(petition|account|office)/[0-9A-Za-z-]{1,40}"
                        + "(,(petition|account|office)/[0-9A-Za-z-]{1,40}){0,9}$",
                    "Streams like petition/KT1…, with commas between."),
                .pattern(
                    "category", .query, codes,
                    "Of cases about one of these (codes of categories, with commas between), "
                        + "before or after the event."),
                .pattern(
                    "department", .query, codes,
                    "Of cases with one of these units (codes, with commas between), before or "
                        + "after the event."),
                .number("limit", 1...EventQuery.largestPage, "Entries of a page; 100 if none."),
                .word("follow", ["yes", "no"], "Whether a stream of lines goes on at the head."),
            ],
            answer: APIAnswer(
                meaning: "A page of CloudEvents. With `Accept: text/event-stream` or "
                    + "`application/x-ndjson` a stream that does not end.",
                type: EventForm.batchType.essence,
                schema: { _ in ["type": "array", "items": ["type": "object"]] },
                headers: ["Link", "Khamrong-Cursor"]), handle: events)
    ]

    private static let codes = "^[0-9A-Za-z._-]{1,64}(,[0-9A-Za-z._-]{1,64}){0,9}$"
    private static let cursor = "^[1-9][0-9]{0,8}-(0|[1-9][0-9]{0,14})$"

    @Sendable private static func events(_ visit: APIVisit) throws -> Response {
        let log = visit.office.office.log
        let client = visit.client
        let query = try EventQuery(
            visit.request, of: log, for: client, visit.settings.value)
        if query.form == .batch {
            return try EventPage(query, of: log).response(to: visit.request)
        }
        let (office, expires) = (visit.office, visit.bearer?.expires)
        let stream = try visit.desk.feed.open(query, of: client.subscriber) {
            // The same settings as when it was let in: another secret or scope ends the stream.
            guard (try? office.settings().value.subscribers[client.subscriber]) == client else {
                return false
            }
            return expires.map { office.clock() < $0 } ?? true
        }
        guard let stream else { throw HTTP.Refusal.busy(retryAfterSeconds: 30) }
        var response = Response.stream(
            stream, query.form == .lines ? EventForm.linesType : .eventStream)
        // A proxy that collects an answer would keep it for ever.
        response.headers["X-Accel-Buffering"] = "no"
        return response
    }
}
