/// What stands before a part of a form.
package struct PartHeader: Equatable, Sendable {
    /// The form's field.
    package let field: String
    /// Nil for a plain field; empty where no file was chosen.
    package let fileName: String?
    package let type: MediaType?

    /// Reads the lines without the empty one at their end.
    init(_ bytes: ArraySlice<UInt8>) throws(Refusal) {
        guard let text = String(validating: bytes, as: UTF8.self) else { throw .malformed(.fields) }
        var fields = HeaderFields()
        for line in text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false) {
            // All lines but the last still have their carriage return.
            let line = line.last == 0x0D ? line.dropLast() : line
            let halves = line.split(
                separator: UInt8(ascii: ":"), maxSplits: 1, omittingEmptySubsequences: false)
            guard halves.count == 2, !line.contains(where: { $0 < 0x20 && $0 != 0x09 }),
                fields.take(
                    name: String(decoding: halves[0], as: UTF8.self),
                    value: ASCII.trimmed(String(decoding: halves[1], as: UTF8.self)))
            else { throw .malformed(.fields) }
        }
        let dispositions = fields.all("Content-Disposition")
        guard dispositions.count == 1, let (kind, parameters) = ParameterList.read(dispositions[0]),
            ASCII.lowercased(kind) == "form-data", let name = parameters["name"], !name.isEmpty
        else { throw .malformed(.fields) }
        field = name
        fileName = parameters["filename"].map(Self.base)
        type = fields["Content-Type"].flatMap { MediaType($0) }
        let coding = fields["Content-Transfer-Encoding"].map { ASCII.lowercased($0) } ?? "binary"
        guard ["binary", "8bit", "7bit"].contains(coding) else { throw .malformed(.fields) }
    }

    /// Without folders, at most 255 bytes.
    private static func base(_ name: String) -> String {
        guard let last = name.unicodeScalars.split(whereSeparator: { $0 == "/" || $0 == "\\" }).last
        else { return "" }
        let shown = last.filter { $0.value >= 0x20 && $0.value != 0x7F }
        var base = String(String.UnicodeScalarView(shown))
        // Browsers write the line ends of a name so, and nothing else of it.
        for end in ["%0D%0A", "%0D", "%0A"] { base = base.replacing(end, with: " ") }
        while base.utf8.count > 255 { base.unicodeScalars.removeFirst() }
        return base
    }
}
