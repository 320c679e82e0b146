internal import Crypto
internal import Entries
internal import LMDB

/// What the verification of a run of entries found.
struct VerifiedPiece: Sendable {
    var entries: Position = 0
    var entryBytes = 0
    var streams = 0
    var indexedStreams = 0
    var sections = 0
    var sectionBytes = 0
    var absent: [(position: Position, number: Int)] = []
    var strays = 0
    var damage: [LogDamage] = []
    /// What the indices must add up to for these entries.
    var sums = IndexSums()
}

/// Checks a run of entries against itself and against the indices.
struct PieceVerifier {
    /// Runs begin behind multiples of this, so that the tree within one can be built from it alone.
    static let size: UInt64 = 4096

    private let origin: String
    private let positions: ClosedRange<Position>
    /// What lies behind it need not be in the indices.
    private let indexed: Position
    /// Whether each entry is looked up in the indices, or added to what they are compared with.
    private let looksUp: Bool
    private var found = VerifiedPiece()
    /// Nil while it is not known because an entry is missing or damaged.
    private var subtree: Frontier? = Frontier()
    private var lastTime: Instant?
    private var numbers: [String: UInt32] = [:]
    /// What must lie beside the entry that was checked last and was not met yet; nil if that cannot
    /// be told.
    private var awaited: (position: Position, sections: [SealedSection])?

    init(
        _ log: EventLog, _ positions: ClosedRange<Position>, indexed: Position, looksUp: Bool
    ) {
        origin = log.origin
        self.looksUp = looksUp
        self.indexed = indexed
        self.positions = positions
    }

    consuming func run(_ transaction: borrowing ReadTransaction) throws -> VerifiedPiece {
        var verifier = self
        try verifier.check(transaction)
        return verifier.found
    }

    private mutating func check(_ transaction: borrowing ReadTransaction) throws {
        if positions.lowerBound > 1 {
            lastTime = try? Envelope(transaction.entry(at: positions.lowerBound - 1).bytes).time
        }
        var expected = positions.lowerBound
        do {
            try scan(&expected, transaction)
        } catch let error as LMDBError where error.isDamage {
            found.damage.append(.unreadable(at: expected))
        }
    }

    private mutating func scan(
        _ expected: inout Position, _ transaction: borrowing ReadTransaction
    ) throws {
        try transaction.withCursor(over: Tables.entries) { cursor in
            // Each row is looked at where it lies; the sections of an entry come right behind it.
            var next = try cursor.row(atOrAfter: RowKey(expected).integer) {
                try visit($0, $1, &expected, transaction)
            }
            while let position = next, position <= positions.upperBound {
                next = try cursor.row(.next) { try visit($0, $1, &expected, transaction) }
            }
            missAwaited()
            miss(expected..<(positions.upperBound + 1))
        }
    }

    /// Checks a row of this piece; to which position it belongs.
    private mutating func visit(
        _ key: Span<UInt8>, _ row: Span<UInt8>, _ expected: inout Position,
        _ transaction: borrowing ReadTransaction
    ) throws -> Position {
        _ = try IdempotencyRow(key, row)
        let key = try RowKey(key)
        guard key.position <= positions.upperBound else { return key.position }
        if key.isEntry {
            missAwaited()
            miss(expected..<key.position)
            try check(row, at: key.position, transaction)
            expected = key.position + 1
        } else if key.number != RowKey.idempotency {
            check(row, beside: key)
        }
        return key.position
    }

    /// Compares a section with what the entry in front of it says of it.
    private mutating func check(_ row: Span<UInt8>, beside key: RowKey) {
        guard let awaited else { return }
        let index = awaited.sections.firstIndex { $0.number == Int(key.number) }
        guard awaited.position == key.position, let index else {
            found.strays += 1
            return
        }
        found.sections += 1
        found.sectionBytes += row.count
        if SHA256.hash(row) != awaited.sections[index].hash {
            found.damage.append(.section(at: key.position, number: Int(key.number)))
        }
        self.awaited?.sections.remove(at: index)
    }

    private mutating func missAwaited() {
        guard let (position, sections) = awaited else { return }
        found.absent += sections.map { (position, $0.number) }
        awaited?.sections = []
    }

    private mutating func miss(_ missing: Range<Position>) {
        guard !missing.isEmpty else { return }
        found.damage += missing.map { .hole(at: $0) }
        subtree = nil
    }

    private mutating func check(
        _ row: Span<UInt8>, at position: Position, _ transaction: borrowing ReadTransaction
    ) throws {
        found.entries += 1
        awaited = nil
        let entry: Entry
        do throws(LogDamage) {
            entry = try StoredEntry.entry(at: position, in: row)
        } catch {
            found.damage.append(error)
            subtree = nil
            return
        }
        found.entryBytes += entry.bytes.count
        do {
            try checkTree(entry, row, transaction)
            try checkEnvelope(entry, row, transaction)
        } catch let damage as LogDamage {
            found.damage.append(damage)
        }
    }

    /// Compares the nodes in the row with what the nodes below them give.
    private mutating func checkTree(
        _ entry: Entry, _ row: Span<UInt8>, _ transaction: borrowing ReadTransaction
    ) throws {
        guard subtree != nil else { return }
        var nodes: [Digest] = []
        subtree?.append(entry.leafHash) { _, node in nodes.append(node) }
        let position = entry.position
        // Above this piece the left child stands in a row of another piece, which checks it.
        while nodes.count < StoredEntry.nodeCount(at: position) {
            let level = nodes.count
            let index = position >> UInt64(level) - 2
            guard let left = try? transaction.node(level: level, index: index) else { break }
            nodes.append(SHA256.nodeHash(left, nodes.last ?? entry.leafHash))
        }
        for (index, node) in nodes.enumerated()
        where row.digest(at: 32 * (index + 1)) != node {
            found.damage.append(.treeNode(at: position, level: index + 1))
        }
    }

    private mutating func checkEnvelope(
        _ entry: Entry, _ row: Span<UInt8>, _ transaction: borrowing ReadTransaction
    ) throws {
        let position = entry.position
        let envelope: Envelope
        let sealed: [SealedSection]
        do throws(CanonicalError) {
            envelope = try Envelope(entry.bytes)
            sealed = try envelope.sealedSections
        } catch {
            found.damage.append(.envelope(at: position, error))
            return
        }
        if !envelope.source.utf8.elementsEqual(origin.utf8) {
            found.damage.append(.origin(at: position))
        }
        if let lastTime, envelope.time < lastTime { found.damage.append(.time(at: position)) }
        lastTime = envelope.time
        awaited = (position, sealed)
        if envelope.streamVersion == 1 {
            found.streams += 1
            if position <= indexed { found.indexedStreams += 1 }
        }
        let place = try StoredEntry.place(at: position, in: row)
        if try !leads(to: place, envelope, at: position, transaction) {
            found.damage.append(.streamIndex(at: position))
        }
        guard position <= indexed else { return }
        if !looksUp {
            found.sums.add(envelope.id, at: position)
        } else if try transaction.indexedPosition(of: envelope.id) != position {
            found.damage.append(.idIndex(at: position))
        }
    }

    /// Whether the place beside the entry is its own, and the index of streams leads to it.
    private mutating func leads(
        to place: StoredEntry.Place, _ envelope: Envelope, at position: Position,
        _ transaction: borrowing ReadTransaction
    ) throws -> Bool {
        guard let number = try number(of: envelope, beside: place, at: position, transaction)
        else { return false }
        numbers[envelope.subject] = number
        guard place.stream == number, Int(place.version) == envelope.streamVersion else {
            return false
        }
        guard position <= indexed else { return true }
        guard looksUp else {
            found.sums.add(stream: number, version: envelope.streamVersion, at: position)
            return true
        }
        let key = Keys.stream(number, version: envelope.streamVersion)
        return try transaction.value(under: key, in: Tables.streams) {
            $0.count == 8 && $0.bigEndian(Position.self) == position
        } ?? false
    }

    private func number(
        of envelope: Envelope, beside place: StoredEntry.Place, at position: Position,
        _ transaction: borrowing ReadTransaction
    ) throws -> UInt32? {
        let subject = envelope.subject
        if let number = try numbers[subject] ?? transaction.indexedNumber(of: subject) {
            return number
        }
        guard position > indexed else { return nil }
        // A stream's first entry gives it its number.
        return place.version == 1 ? place.stream : try transaction.streamNumber(subject)
    }
}
