internal import Entries
internal import EventLog
internal import Events
internal import Rules
internal import Vault

/// One request's turn at the writer: turns its events into entries.
struct Turn {
    let request: Request
    private let office: String
    private let now: Instant
    private let firstPosition: Position
    private var stream = StreamName(.office, "")
    private var subject = ""
    private var version = 0
    private var firstEvent: String?
    private(set) var entries: [NewEntry] = []
    /// More than what an entry holds beside its data.
    private static let largestRest = 2048

    init(request: Request, office: String, now: Instant, firstPosition: Position) {
        self.request = request
        self.office = office
        self.now = now
        self.firstPosition = firstPosition
    }

    var happenedAt: Instant { request.occurredAt ?? now }

    /// Refuses a request whose sender was looking at another version than the newest.
    func check(version: Int) throws(RequestRefusal) {
        guard let expected = request.expectedVersion, expected != version else { return }
        throw .stale(expected: expected, actual: version)
    }

    /// Refuses sections that were sealed before the stream's own key was known.
    func check(key: KeyReference?) throws(RequestRefusal) {
        guard let key else { return }
        for section in request.sections where section.section.keyReference != key {
            throw .wrongKey
        }
    }

    func circumstances(_ settings: Frozen<OfficeSettings>) -> Circumstances {
        var circumstances = Circumstances(
            now: now, settings: settings, enteredAt: min(request.enteredAt, now))
        circumstances.occurredAt = request.occurredAt
        circumstances.sections = Set(
            request.sections.compactMap { SectionKind(rawValue: $0.section.field) })
        circumstances.hasRemedy = request.hasRemedy
        circumstances.isOwnerProven = request.isOwnerProven
        circumstances.key = request.key
        return circumstances
    }

    mutating func begin(_ stream: StreamName, version: Int) {
        self.stream = stream
        subject = stream.subject
        self.version = version
    }

    /// Adds the entry of `event` and says what a state needs to know of it.
    ///
    /// The sections and the source's step belong to the first event; the others follow from it.
    mutating func append(_ event: Event) throws(RequestRefusal) -> Recording {
        let isFirst = entries.isEmpty
        let frame = EventFrame(
            isImported: request.actor.kind == .importer, occurredAt: request.occurredAt,
            sections: isFirst ? request.sections.map(\.section) : [],
            step: isFirst ? request.command.sourceStep : nil)
        if isFirst { firstEvent = type(of: event.data).name }
        try check(event.data, frame)
        let data = event.encodedData(frame: frame)
        guard data.count + Self.largestRest <= Envelope.largestSize else {
            throw .tooLarge(bytes: data.count)
        }
        let id = entries.last?.id.successor ?? request.id
        entries.append(
            NewEntry(
                id: id, stream: subject, type: event.type, actor: request.actor.id,
                cause: isFirst ? request.cause : entries[0].id,
                correlation: isFirst
                    ? request.correlation : request.correlation ?? entries[0].id,
                data: data,
                sections: isFirst ? request.sections.map(\.bytes) : []))
        version += 1
        return Recording(
            actor: request.actor.id, time: now, version: version, frame: frame)
    }

    /// Refuses what a reader would refuse, and texts that nobody expects in a code or a name.
    private func check(_ data: any EventData, _ frame: EventFrame) throws(RequestRefusal) {
        if let strange = type(of: data).strangeSection(in: frame) {
            throw .strangeSection(strange.field)
        }
        do throws(TextTooLong) {
            try data.checkBounds()
            try frame.step?.checkBounds()
        } catch {
            throw .textTooLong(field: error.key, most: error.most)
        }
    }

    var receipt: Receipt {
        let positions =
            entries.isEmpty
            ? nil : firstPosition...(firstPosition + Position(entries.count) - 1)
        return Receipt(
            stream: subject, version: version, positions: positions, event: firstEvent)
    }
}

extension Command {
    fileprivate var sourceStep: SourceStep? {
        if case .petition(_, let command) = self { command.sourceStep } else { nil }
    }
}
