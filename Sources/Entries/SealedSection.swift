/// What an entry says of a section that is sealed beside it: nothing of what it holds.
///
/// The blob itself lies beside the entry and is not hashed into the tree, so that it can go.
public struct SealedSection: Fields {
    /// Where the sections stand in an event's data.
    package static let key = "sealed"

    /// SHA-256(salt ‖ plaintext) with the salt inside the section.
    package var commitment = Digest.zero
    /// Which part of the event it is: `identity`, `text`, `attachment` …
    package var field = ""
    /// SHA-256 of the blob.
    package var hash = Digest.zero
    package var keyReference = KeyReference(high: 0, low: 0)
    /// Its number within the event, from 1.
    package var number = 0

    public init() {}

    public mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
        try fields.field("c", &commitment)
        try fields.field("f", &field)
        try fields.field("h", &hash)
        try fields.field("k", &keyReference)
        try fields.field("n", &number)
    }
}

extension Digest {
    package static let zero = Digest(words: (0, 0, 0, 0))

    package init(words: (UInt64, UInt64, UInt64, UInt64)) { self.words = words }
}
