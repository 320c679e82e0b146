/// What a query or a form may hold.
package struct FieldLimits: Equatable, Sendable {
    package var fields: Int
    /// Bytes of a name once decoded.
    package var nameBytes: Int
    /// Bytes of a value once decoded.
    package var valueBytes: Int

    package init(fields: Int = 500, nameBytes: Int = 128, valueBytes: Int = 256 << 10) {
        self.fields = fields
        self.nameBytes = nameBytes
        self.valueBytes = valueBytes
    }
}

extension FormFields {
    /// Reads `application/x-www-form-urlencoded`, or the query of an address.
    ///
    /// Line ends and tabs may stand in a value; any other control character, a broken escape or
    /// bytes that are not UTF-8 refuse the whole.
    package static func read(
        _ bytes: some Collection<UInt8>, limits: FieldLimits = FieldLimits()
    ) throws(Refusal) -> FormFields {
        var form = FormFields()
        for pair in bytes.split(separator: UInt8(ascii: "&")) {
            let halves = pair.split(
                separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
            guard let name = PercentCoding.decoded(halves[0], plusIsSpace: true),
                let value = PercentCoding.decoded(
                    halves.count == 2 ? halves[1] : pair.suffix(0), plusIsSpace: true,
                    allowing: isTextControl)
            else { throw .malformed(.form) }
            guard form.fields.count < limits.fields, name.utf8.count <= limits.nameBytes,
                value.utf8.count <= limits.valueBytes
            else { throw .tooLarge(.form, limit: limits.valueBytes) }
            form.append(name, value)
        }
        return form
    }

    static func isTextControl(_ byte: UInt8) -> Bool {
        byte == 0x09 || byte == 0x0A || byte == 0x0D
    }
}
