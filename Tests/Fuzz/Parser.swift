import Entries

/// The parsers that outside bytes meet.
enum Parser: String, CaseIterable {
    case entry

    func parse(_ bytes: [UInt8]) {
        switch self {
        case .entry:
            guard let envelope = try? Envelope(bytes) else { return }
            precondition(envelope.encoded() == bytes, "an entry is not written as it was read")
        }
    }
}
