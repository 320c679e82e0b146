internal import Crypto
internal import Entries
internal import Files
internal import TransparencyLog

/// What was signed last, on the disk before anybody sees it.
///
/// Two slots are written in turns, so that one is whole whenever the power fails. A slot is
/// `number8 ‖ length4 ‖ note ‖ SHA-256 of all that`; one full of zeros was never written.
struct SignerState {
    private let file: SlotFile
    private let path: String
    private var number: UInt64 = 0
    private(set) var last: SignedNote?

    static let name = "signer.state"
    static let byteCount = 2 * SlotFile.slotBytes

    /// - Throws: `PublisherProblem.signerStateDamaged` where there was something and none is whole.
    init(in directory: String) throws {
        path = "\(directory)/\(Self.name)"
        file = try SlotFile(Self.name, in: directory, slots: 2)
        guard let (number, note) = try Self.newest(of: try (0..<2).map { try file.read($0) }, path)
        else { return }
        self.number = number
        last = note
    }

    /// What was signed last, for whoever only looks; nil if nothing was.
    static func last(in directory: String) throws -> SignedNote? {
        try last(at: "\(directory)/\(name)")
    }

    static func last(at path: String) throws -> SignedNote? {
        guard let file = try FileReader.open(ifThere: path) else { return nil }
        let slots = try (0..<2).map { _ in
            var slot: [UInt8] = []
            try file.read(SlotFile.slotBytes, into: &slot)
            return slot
        }
        return try newest(of: slots, path)?.note
    }

    /// Of the whole ones the one that was written last; nil if none ever was.
    private static func newest(
        of slots: [[UInt8]], _ path: String
    ) throws -> (number: UInt64, note: SignedNote)? {
        let whole = slots.compactMap(read)
        let isNew = slots.allSatisfy { slot in
            slot.count == SlotFile.slotBytes && slot.allSatisfy { $0 == 0 }
        }
        guard !whole.isEmpty || isNew else { throw PublisherProblem.signerStateDamaged(path) }
        return whole.max { $0.number < $1.number }
    }

    /// On return the note is on the disk.
    mutating func keep(_ note: SignedNote) throws {
        let next = number + 1
        try file.write(Self.slot(next, note), to: Int(next % 2))
        number = next
        last = note
    }

    private static func slot(_ number: UInt64, _ note: SignedNote) -> [UInt8] {
        let bytes = note.bytes
        var slot: [UInt8] = []
        for shift in stride(from: 56, through: 0, by: -8) {
            slot.append(UInt8(truncatingIfNeeded: number >> UInt64(shift)))
        }
        for shift in stride(from: 24, through: 0, by: -8) {
            slot.append(UInt8(truncatingIfNeeded: bytes.count >> shift))
        }
        slot += bytes
        return slot + SHA256.hash(slot).bytes
    }

    private static func read(_ slot: [UInt8]) -> (number: UInt64, note: SignedNote)? {
        guard slot.count == SlotFile.slotBytes else { return nil }
        let number = slot[..<8].reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        let count = slot[8..<12].reduce(0) { $0 << 8 | Int($1) }
        guard number > 0, count <= slot.count - 12 - 32 else { return nil }
        let end = 12 + count
        guard SHA256.hash(slot[..<end]) == Digest(slot[end..<(end + 32)]),
            let note = try? SignedNote(Array(slot[12..<end]))
        else { return nil }
        return (number, note)
    }
}
