internal import Crypto
internal import Entries
internal import LMDB

/// What the verification of a run of entries found.
struct VerifiedPiece: Sendable {
    var entries: Position = 0
    var entryBytes = 0
    var streams = 0
    var sections = 0
    var sectionBytes = 0
    var absent: [(position: Position, number: Int)] = []
    var damage: [LogDamage] = []
}

/// Checks a run of entries against itself and against the indices.
struct PieceVerifier {
    /// Runs begin behind multiples of this, so that the tree within one can be built from it alone.
    static let size: UInt64 = 4096

    private let origin: String
    private let positions: ClosedRange<Position>
    private var found = VerifiedPiece()
    /// Nil while it is not known because an entry is missing or damaged.
    private var subtree: Frontier? = Frontier()
    private var lastTime: Instant?
    private var numbers: [String: UInt32] = [:]

    init(_ log: EventLog, _ positions: ClosedRange<Position>) {
        origin = log.origin
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
            var next = try cursor.row(atOrAfter: expected) { key, row in
                try Self.row(key, row)
            }
            while let (position, row) = next, position <= positions.upperBound {
                miss(expected..<position)
                try check(row, at: position, transaction)
                expected = position + 1
                next = try cursor.row(.next) { try Self.row($0, $1) }
            }
            miss(expected..<(positions.upperBound + 1))
        }
    }

    private static func row(_ key: Span<UInt8>, _ row: Span<UInt8>) throws -> (Position, [UInt8]) {
        (try ReadTransaction.position(key), row.copied())
    }

    private mutating func miss(_ missing: Range<Position>) {
        guard !missing.isEmpty else { return }
        found.damage += missing.map { .hole(at: $0) }
        subtree = nil
    }

    private mutating func check(
        _ row: [UInt8], at position: Position, _ transaction: borrowing ReadTransaction
    ) throws {
        found.entries += 1
        let entry: Entry
        do throws(LogDamage) {
            entry = try StoredEntry.entry(at: position, in: row.span)
        } catch {
            found.damage.append(error)
            subtree = nil
            return
        }
        found.entryBytes += entry.bytes.count
        do {
            try checkTree(entry, row, transaction)
            try checkEnvelope(entry, transaction)
        } catch let damage as LogDamage {
            found.damage.append(damage)
        }
    }

    /// Compares the nodes in the row with what the nodes below them give.
    private mutating func checkTree(
        _ entry: Entry, _ row: [UInt8], _ transaction: borrowing ReadTransaction
    ) throws {
        guard var nodes = subtree?.append(entry.leafHash) else { return }
        let position = entry.position
        // Above this piece the left child stands in a row of another piece, which checks it.
        while nodes.count < StoredEntry.nodeCount(at: position) {
            let level = nodes.count
            let index = position >> UInt64(level) - 2
            guard let left = try? transaction.node(level: level, index: index) else { break }
            nodes.append(SHA256.nodeHash(left, nodes.last ?? entry.leafHash))
        }
        for (index, node) in nodes.enumerated()
        where row.span.digest(at: 32 * (index + 1)) != node {
            found.damage.append(.treeNode(at: position, level: index + 1))
        }
    }

    private mutating func checkEnvelope(
        _ entry: Entry, _ transaction: borrowing ReadTransaction
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
        if envelope.streamVersion == 1 { found.streams += 1 }
        if try !isIndexed(envelope, at: position, transaction) {
            found.damage.append(.streamIndex(at: position))
        }
        if try transaction.position(of: envelope.id) != position {
            found.damage.append(.idIndex(at: position))
        }
        for section in sealed { try check(section, at: position, transaction) }
    }

    private mutating func isIndexed(
        _ envelope: Envelope, at position: Position, _ transaction: borrowing ReadTransaction
    ) throws -> Bool {
        let subject = envelope.subject
        guard let number = try numbers[subject] ?? transaction.streamNumber(subject) else {
            return false
        }
        numbers[subject] = number
        let key = Keys.stream(number, version: envelope.streamVersion)
        return try transaction.value(under: key, in: Tables.streams) {
            $0.count == 8 && $0.bigEndian(Position.self) == position
        } ?? false
    }

    private mutating func check(
        _ section: SealedSection, at position: Position,
        _ transaction: borrowing ReadTransaction
    ) throws {
        guard let blob = try transaction.section(at: position, number: section.number) else {
            found.absent.append((position, section.number))
            return
        }
        found.sections += 1
        found.sectionBytes += blob.count
        if SHA256.hash(blob) != section.hash {
            found.damage.append(.section(at: position, number: section.number))
        }
    }
}
