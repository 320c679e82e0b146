/// A value that is written as one canonical JSON object.
///
/// `visit` names each field once, **in ASCII order of the keys**. The same list writes the value
/// (`FieldEncoder`), reads it (`FieldDecoder`) and describes it (a schema): they cannot disagree.
/// Cost of reading and writing is one pass over the bytes.
public protocol Fields: Equatable, Sendable {
    /// An empty value for the decoder to fill.
    init()
    mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure)
    /// Most letters (Unicode scalars) of any of its texts, where they may be longer than others.
    static var longestText: Int? { get }
}

extension Fields {
    @inlinable public static var longestText: Int? { nil }
}

/// What can be done with the fields of a value, one call a field.
///
/// An optional that is nil is left out; there is no null.
public protocol FieldVisitor {
    associatedtype Failure: Error
    mutating func field(_ key: String, _ value: inout String) throws(Failure)
    mutating func field(_ key: String, _ value: inout String?) throws(Failure)
    mutating func field(_ key: String, _ value: inout Int) throws(Failure)
    mutating func field(_ key: String, _ value: inout Int?) throws(Failure)
    mutating func field(_ key: String, _ value: inout Bool) throws(Failure)
    /// A boolean that is written only when true.
    mutating func flag(_ key: String, _ value: inout Bool) throws(Failure)
    mutating func field(_ key: String, _ value: inout Instant) throws(Failure)
    mutating func field(_ key: String, _ value: inout Instant?) throws(Failure)
    /// A day, written `2024-07-08`.
    mutating func field(_ key: String, _ value: inout CivilDate) throws(Failure)
    mutating func field(_ key: String, _ value: inout CivilDate?) throws(Failure)
    mutating func field(_ key: String, _ value: inout Digest) throws(Failure)
    mutating func field(_ key: String, _ value: inout Digest?) throws(Failure)
    mutating func field(_ key: String, _ value: inout KeyReference) throws(Failure)
    mutating func field(_ key: String, _ value: inout KeyReference?) throws(Failure)
    mutating func field(_ key: String, _ value: inout EventID) throws(Failure)
    mutating func field(_ key: String, _ value: inout EventID?) throws(Failure)
    /// One of a closed list of words.
    mutating func field<Word: FieldWord>(_ key: String, _ value: inout Word) throws(Failure)
    mutating func field<Word: FieldWord>(_ key: String, _ value: inout Word?) throws(Failure)
    mutating func field<Part: Fields>(_ key: String, _ value: inout Part) throws(Failure)
    mutating func field<Part: Fields>(_ key: String, _ value: inout Part?) throws(Failure)
    /// A list that is left out when empty.
    mutating func list(_ key: String, _ value: inout [String]) throws(Failure)
    mutating func list(_ key: String, _ value: inout [Int]) throws(Failure)
    mutating func list<Word: FieldWord>(_ key: String, _ value: inout [Word]) throws(Failure)
    mutating func list<Part: Fields>(_ key: String, _ value: inout [Part]) throws(Failure)
}

/// A word from a closed list, written as its raw value.
public protocol FieldWord: RawRepresentable, CaseIterable, Hashable, Sendable
where RawValue == String {}

extension Fields {
    /// The canonical bytes of this value.
    @inlinable public func encoded() -> [UInt8] {
        var encoder = FieldEncoder()
        encoder.object(self)
        return encoder.writer.bytes
    }

    /// The value that `bytes` hold, all of them.
    package static func decoded(_ bytes: [UInt8]) throws(CanonicalError) -> Self {
        var decoder = FieldDecoder(CanonicalReader(bytes))
        let value = try decoder.object(Self.self)
        guard decoder.reader.isAtEnd else { throw decoder.reader.malformed }
        return value
    }
}
