extension Envelope {
    /// The sections that the data names as sealed beside the entry.
    package var sealedSections: [SealedSection] {
        get throws(CanonicalError) {
            var reader = CanonicalReader(data)
            try reader.expect(UInt8(ascii: "{"))
            guard reader.next != UInt8(ascii: "}") else { return [] }
            repeat {
                if reader.take(key: SealedSection.key) { return try Self.sections(reader) }
                _ = try reader.ascii()
                try reader.expect(UInt8(ascii: ":"))
                _ = try reader.value()
            } while reader.take(UInt8(ascii: ","))
            return []
        }
    }

    private static func sections(
        _ reader: CanonicalReader
    ) throws(CanonicalError) -> [SealedSection] {
        var decoder = FieldDecoder(reader)
        return try decoder.list(of: SealedSection.self)
    }
}
