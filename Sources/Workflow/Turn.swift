internal import Entries
internal import EventLog
internal import Events
internal import Rules
internal import Vault

/// One request's turn at the writer: turns its events into entries.
struct Turn {
    let request: Frozen<Request>
    /// Those of the requests before it, and then its own.
    var entries: [NewEntry] = []
    private let now: Instant
    /// Where its own entries begin.
    private let start: Int
    private let firstPosition: Position
    private var subject = ""
    private var version = 0
    private var firstEvent: String?
    /// More than what an entry holds beside its data.
    private static let largestRest = 2048

    /// - Parameter count: how many entries the requests before it have.
    init(request: Frozen<Request>, now: Instant, after count: Int, nextPosition: Position) {
        self.request = request
        self.now = now
        start = count
        firstPosition = nextPosition + Position(count)
    }

    var happenedAt: Instant { request.value.occurredAt ?? now }

    /// Refuses a request whose sender was looking at another version than the newest.
    func check(version: Int) throws(RequestRefusal) {
        guard let expected = request.value.expectedVersion, expected != version else { return }
        throw .stale(expected: expected, actual: version)
    }

    /// Refuses sections that were sealed before the stream's own key was known.
    func check(key: KeyReference?) throws(RequestRefusal) {
        guard let key else { return }
        for index in request.value.sections.indices {
            guard request.value.sections[index].section.keyReference == key else {
                throw .wrongKey
            }
        }
    }

    func circumstances(_ settings: Frozen<OfficeSettings>) -> Circumstances {
        let request = request.value
        var circumstances = Circumstances(
            now: now, settings: settings, enteredAt: min(request.enteredAt, now))
        circumstances.occurredAt = request.occurredAt
        circumstances.sections = request.kinds
        circumstances.hasRemedy = request.hasRemedy
        circumstances.isOwnerProven = request.isOwnerProven
        circumstances.key = request.key
        circumstances.petitionerLevel = request.petitionerLevel
        return circumstances
    }

    mutating func begin(_ stream: StreamName, version: Int) {
        subject = stream.subject
        self.version = version
    }

    /// Adds the entry of `event` and says what a state needs to know of it.
    ///
    /// The sections and the source's step belong to the first event; the others follow from it.
    mutating func append(_ event: Event) throws(RequestRefusal) -> Recording {
        let isFirst = entries.count == start
        let actor = request.value.actor.id
        let frame = EventFrame(
            isImported: request.value.actor.kind == .importer,
            occurredAt: request.value.occurredAt,
            sections: isFirst ? request.value.sections.map(\.section) : [],
            step: isFirst ? request.value.command.sourceStep : nil)
        let data = event.data
        let type = Event.type(Swift.type(of: data), in: event.kind)
        if isFirst { firstEvent = Swift.type(of: data).name }
        try check(data, frame)
        let bytes = data.encoded(with: frame)
        guard bytes.count + Self.largestRest <= Envelope.largestSize else {
            throw .tooLarge(bytes: bytes.count)
        }
        let (id, correlation) = (request.value.id, request.value.correlation)
        entries.append(
            NewEntry(
                id: isFirst ? id : entries[entries.count - 1].id.successor, stream: subject,
                type: type, actor: actor, cause: isFirst ? request.value.cause : id,
                correlation: isFirst ? correlation : correlation ?? id, data: bytes,
                sections: isFirst ? request.value.sections.map(\.bytes) : []))
        version += 1
        return Recording(actor: actor, time: now, version: version, frame: frame)
    }

    /// Takes its entries back.
    mutating func giveUp() { entries.removeLast(entries.count - start) }

    /// Refuses what a reader would refuse, and texts that nobody expects in a code or a name.
    private func check(_ data: any EventData, _ frame: EventFrame) throws(RequestRefusal) {
        if let strange = type(of: data).strangeSection(in: frame) {
            throw .strangeSection(strange.field)
        }
        do throws(TextTooLong) {
            try data.checkTexts()
            try frame.step?.checkBounds()
        } catch {
            throw .textTooLong(field: error.key, most: error.most)
        }
    }

    var receipt: Receipt {
        let count = Position(entries.count - start)
        return Receipt(
            stream: subject, version: version,
            positions: count == 0 ? nil : firstPosition...(firstPosition + count - 1),
            event: firstEvent)
    }
}

extension Command {
    fileprivate var sourceStep: SourceStep? {
        if case .petition(_, let command) = self { command.sourceStep } else { nil }
    }
}
