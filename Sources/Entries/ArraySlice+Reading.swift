// Other modules would call the generic initialisers without knowing what the bytes lie in, which
// costs many times more than reading them; what `CanonicalReader.ascii` gives has its own.

extension EventID {
    /// Nil unless the text has exactly the form of `text`.
    package init?(text: ArraySlice<UInt8>) { self.init(ascii: text) }
}

extension Instant {
    /// Reads the one form that `text` writes.
    package init?(canonical text: ArraySlice<UInt8>) { self.init(ascii: text) }
}

extension CivilDate {
    /// Reads the one form that `text` writes.
    package init?(canonical text: ArraySlice<UInt8>) { self.init(ascii: text) }
}

extension Digest {
    /// Nil unless the text is 64 lower-case hexadecimal digits.
    package init?(hex: ArraySlice<UInt8>) { self.init(ascii: hex) }
}

extension KeyReference {
    /// Nil unless the text is 32 lower-case hexadecimal digits.
    package init?(hex: ArraySlice<UInt8>) { self.init(ascii: hex) }
}
