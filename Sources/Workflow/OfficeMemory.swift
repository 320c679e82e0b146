internal import Entries
package import EventLog
internal import Events
internal import Rules

/// What the writer remembers between commands: states that are folds of the log's events.
///
/// Whatever is missing is read from the log; so it may be dropped at any time.
struct OfficeMemory {
    /// So many cases are remembered, and those of one more batch; beyond it, all are forgotten at
    /// once and read again.
    private static let mostPetitions = 400_000
    private static let mostAccounts = 100_000
    private static let pageSize = 1000

    private var settings: Frozen<OfficeSettings>?
    private var petitions: [String: Frozen<Petition>] = [:]
    private var accounts: [String: Account] = [:]
    private var lastNumber: Int?
    private var imported: [SourceKey: String]?

    mutating func settings(
        of code: String, in transaction: borrowing AppendTransaction
    ) throws -> Frozen<OfficeSettings> {
        if let settings { return settings }
        var folded = OfficeSettings()
        try Self.fold(StreamName(.office, code), in: transaction) { recorded in
            if case .office(let event) = recorded.event { folded.apply(event, recorded.recording) }
        }
        let frozen = Frozen(folded)
        settings = frozen
        return frozen
    }

    mutating func remember(_ settings: OfficeSettings) { self.settings = Frozen(settings) }

    /// The case, or nil if there is none of that number.
    mutating func petition(
        _ number: String, in transaction: borrowing AppendTransaction
    ) throws -> Frozen<Petition>? {
        if let petition = petitions[number] { return petition }
        var folded: Petition?
        try Self.fold(StreamName(.petition, number), in: transaction) { recorded in
            guard case .petition(let event) = recorded.event else { return }
            var petition = folded ?? Petition()
            petition.apply(event, recorded.recording)
            folded = petition
        }
        return folded.map { remember($0, number: number) }
    }

    /// A case is large: it is copied once for each change, and otherwise handed on as it is.
    @discardableResult
    mutating func remember(_ petition: Petition, number: String) -> Frozen<Petition> {
        let frozen = Frozen(petition)
        petitions[number] = frozen
        return frozen
    }

    /// Makes room; only between decisions, since one may have changed what the log does not hold
    /// yet.
    mutating func makeRoom() {
        if petitions.count >= Self.mostPetitions { petitions.removeAll(keepingCapacity: true) }
        if accounts.count >= Self.mostAccounts { accounts.removeAll(keepingCapacity: true) }
    }

    mutating func account(
        _ id: String, in transaction: borrowing AppendTransaction
    ) throws -> Account? {
        if let account = accounts[id] { return account }
        var folded: Account?
        try Self.fold(StreamName(.account, id), in: transaction) { recorded in
            guard case .account(let event) = recorded.event else { return }
            var account = folded ?? Account()
            account.apply(event, recorded.recording)
            folded = account
        }
        if let folded { remember(folded, account: id) }
        return folded
    }

    mutating func remember(_ account: Account, account id: String) {
        accounts[id] = account
    }

    private static func fold(
        _ stream: StreamName, in transaction: borrowing AppendTransaction,
        _ apply: (RecordedEvent) -> Void
    ) throws {
        var version = 0
        while true {
            let entries = try transaction.readStream(
                stream.subject, afterVersion: version, limit: pageSize)
            for entry in entries {
                apply(try RecordedEvent.read(entry))
            }
            version += entries.count
            if entries.count < pageSize { return }
        }
    }
}

// MARK: - Numbers

extension OfficeMemory {
    /// The number that the next case gets: the running number after the last, without holes.
    mutating func nextNumber(
        on date: CivilDate, _ settings: Frozen<OfficeSettings>,
        in transaction: borrowing AppendTransaction
    ) throws -> PetitionNumber {
        let upcoming = try upcomingNumber(in: transaction)
        guard
            let numbering = settings.value.numbering,
            let number = PetitionNumber(
                prefix: numbering.prefix, digit: numbering.digit, date: date,
                running: max(upcoming, numbering.next ?? 1), width: numbering.width)
        else { throw RequestRefusal.noNumbering }
        return number
    }

    /// The running number behind the last one.
    mutating func upcomingNumber(in transaction: borrowing AppendTransaction) throws -> Int {
        let last = try lastNumber ?? Self.lastNumber(in: transaction)
        lastNumber = last
        return last + 1
    }

    /// A case was opened under the number that was next.
    mutating func took(_ number: PetitionNumber, source: SourceKey?) {
        lastNumber = number.running
        if let source { imported?[source] = number.text }
    }

    private static func lastNumber(in transaction: borrowing AppendTransaction) throws -> Int {
        var end = transaction.nextPosition - 1
        while end > 0 {
            let start = end > Position(pageSize) ? end - Position(pageSize) : 0
            let page = try transaction.read(after: start, limit: Int(end - start))
            if let number = try page.lastNumber { return number }
            end = start
        }
        return 0
    }

    /// The number under which a case of another system was imported, if it was.
    mutating func number(
        of source: SourceKey, in transaction: borrowing AppendTransaction
    ) throws -> String? {
        if let imported { return imported[source] }
        var found: [SourceKey: String] = [:]
        try Self.eachOpening(in: transaction) { _, data in
            if let source = data.source { found[SourceKey(source)] = data.number }
        }
        imported = found
        return found[source]
    }

    /// Where the case of that number was opened, if it was; looks through the whole log.
    static func opening(
        of number: String, in transaction: borrowing AppendTransaction
    ) throws -> Position? {
        var found: Position?
        try eachOpening(in: transaction) { position, data in
            if data.number == number { found = position }
        }
        return found
    }

    private static func eachOpening(
        in transaction: borrowing AppendTransaction,
        _ body: (Position, PetitionEvent.Submitted) throws -> Void
    ) throws {
        var position: Position = 0
        while position + 1 < transaction.nextPosition {
            let entries = try transaction.read(after: position, limit: Self.pageSize)
            guard let last = entries.last else { throw LogDamage.hole(at: position + 1) }
            for entry in entries where entry.isOpening {
                let recorded = try RecordedEvent.read(entry)
                if case .petition(.submitted(let data)) = recorded.event {
                    try body(recorded.position, data)
                }
            }
            position = last.position
        }
    }
}

extension EventLog {
    /// The running number that the next case gets if nothing is set.
    package var upcomingNumber: Int {
        get throws {
            var end = try head
            while end > 0 {
                let start = end > 1000 ? end - 1000 : 0
                if let number = try read(after: start, limit: Int(end - start)).lastNumber {
                    return number + 1
                }
                end = start
            }
            return 1
        }
    }
}

extension [Entry] {
    /// The running number of the newest case that these open: numbers are given in the order of
    /// positions.
    fileprivate var lastNumber: Int? {
        get throws {
            for entry in reversed() where entry.isOpening {
                if case .petition(.submitted(let data)) = try RecordedEvent.read(entry).event,
                    let number = try? PetitionNumber(data.number)
                {
                    return number.running
                }
            }
            return nil
        }
    }
}

extension Entry {
    /// Whether it may open a case, judged by its last bytes, where the type stands.
    var isOpening: Bool {
        let type = Event.type(PetitionEvent.Submitted.self, in: .petition)
        return bytes.dropLast(2).suffix(type.utf8.count).elementsEqual(type.utf8)
    }
}

extension RecordedEvent {
    var recording: Recording {
        Recording(actor: actor, time: time, version: streamVersion, frame: frame)
    }
}

extension PetitionEvent {
    /// The number of the case that it opens.
    var number: String? {
        if case .submitted(let data) = self { data.number } else { nil }
    }
}
