internal import Crypto
package import Entries
package import TransparencyLog

/// What a verification came to, signed under the log's name: for whoever was not there.
///
/// A note (C2SP signed-note) whose first line is the log's origin and the word `verification`. No
/// checkpoint can begin so: an origin holds no space.
package struct VerificationReport: Equatable, Sendable {
    /// The log's signed name.
    package var origin = ""
    /// Who asked for it.
    package var officer = ""
    package var began = Instant(milliseconds: 0)
    package var ended = Instant(milliseconds: 0)
    /// The version of the program that looked.
    package var program = ""
    package var extent = OfficeVerifier.Extent.log
    /// What was looked at; nil if the looking was broken off.
    package var result: OfficeVerification?
    package var findings: [OfficeFinding] = []
    /// How many findings there were; only the first `mostFindings` of them are listed.
    package var findingCount = 0

    package static let mostFindings = 500
    private static let longestWords = 600
    private static let nothing = "-"
    private static let finding = "finding"

    package init() {}

    // MARK: Written

    /// Whole lines: a name, a space and what there is to say; `-` for what was not looked at.
    package var text: [UInt8] {
        var lines = [Self.title(of: origin)]
        lines += zip(Self.names, values).map { "\($0) \($1)" }
        for finding in findings.prefix(Self.mostFindings) {
            let position = finding.position.map { "\($0)" } ?? Self.nothing
            lines.append(
                "\(Self.finding) \(finding.code) \(position) \(Self.oneLine(finding.words))")
        }
        return Array((lines.joined(separator: "\n") + "\n").utf8)
    }

    private static func title(of origin: String) -> String { "\(origin) verification" }

    private static let names = [
        "asked-by", "began", "ended", "program", "extent", "entries", "root", "entry-bytes",
        "streams", "sections", "erased-sections", "keys", "erased-keys", "files", "published",
        "views", "findings",
    ]

    private var values: [String] {
        func number(_ value: Int?) -> String { value.map { "\($0)" } ?? Self.nothing }
        let views = result?.views ?? []
        return [
            Self.oneLine(officer), "\(began)", "\(ended)", Self.oneLine(program), extent.rawValue,
            number(result?.head), result?.root.map { Base64.encode($0.bytes) } ?? Self.nothing,
            number(result?.entryBytes), number(result?.streams), number(result?.sections),
            number(result?.erasedSections), number(result?.keys), number(result?.erasedKeys),
            number(result?.files), number(result?.published),
            views.isEmpty ? Self.nothing : views.joined(separator: ","), "\(findingCount)",
        ]
    }

    /// Nothing that a finding says may look like another line.
    private static func oneLine(_ words: String) -> String {
        var line = ""
        for scalar in words.unicodeScalars.prefix(longestWords) {
            let isPlain = scalar.properties.generalCategory != .control
            line.unicodeScalars.append(isPlain ? scalar : " ")
        }
        return line.isEmpty ? nothing : line
    }

    package func signed(by signer: NoteSigner) -> SignedNote {
        precondition(signer.verifier.name == origin, "a report is signed under the log's own name")
        return SignedNote(text: text, signatures: [signer.signature(of: text)])
    }

    // MARK: Read

    /// The report in a note that `key` has signed.
    package init(_ note: SignedNote, signedBy key: VerifierKey) throws(NoteError) {
        let signers = try note.signers(among: [key])
        guard key.kind == .log, signers[key] != nil else { throw .notSigned(by: key.name) }
        try self.init(text: note.text)
        guard origin == key.name else { throw .notSigned(by: key.name) }
    }

    init(text: [UInt8]) throws(NoteError) {
        guard let whole = String(validating: text, as: UTF8.self) else {
            throw .malformed("the report is not plain text")
        }
        let lines = whole.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
        guard let title = lines.first, let space = title.firstIndex(of: " "),
            title == Self.title(of: String(title[..<space])), lines.count > Self.names.count
        else { throw .malformed("this is no report of a verification") }
        origin = String(title[..<space])
        var values: [String] = []
        for (name, line) in zip(Self.names, lines.dropFirst()) {
            guard line.hasPrefix("\(name) ") else {
                throw .malformed("the report has no line “\(name)” where it must be")
            }
            values.append(String(line.dropFirst(name.count + 1)))
        }
        try take(values)
        for line in lines.dropFirst(Self.names.count + 1) { findings.append(try Self.read(line)) }
        guard findings.count == min(findingCount, Self.mostFindings) else {
            throw .malformed("the report does not list the findings that it counts")
        }
        guard self.text == text else { throw .malformed("the report is not written as it must be") }
    }

    private mutating func take(_ values: [String]) throws(NoteError) {
        guard let began = Instant(rfc3339: values[1]), let ended = Instant(rfc3339: values[2]),
            let extent = OfficeVerifier.Extent(rawValue: values[4]), let count = Int(values[16]),
            count >= 0
        else { throw .malformed("a line of the report cannot be read") }
        (officer, program) = (values[0], values[3])
        (self.began, self.ended, self.extent, findingCount) = (began, ended, extent, count)
        guard values[5] != Self.nothing else { return }
        var result = OfficeVerification()
        result.head = try Self.number(values[5])
        if values[6] != Self.nothing {
            guard let root = Base64.decode(values[6].utf8).flatMap({ Digest($0) }) else {
                throw .malformed("the root in the report is not a hash")
            }
            result.root = root
        }
        result.entryBytes = try Self.number(values[7])
        result.streams = try Self.number(values[8])
        result.sections = try Self.number(values[9])
        result.erasedSections = try Self.number(values[10])
        result.keys = try Self.optional(values[11])
        result.erasedKeys = try Self.optional(values[12])
        result.files = try Self.optional(values[13])
        result.published = try Self.optional(values[14])
        result.views =
            values[15] == Self.nothing ? [] : values[15].split(separator: ",").map { "\($0)" }
        result.findings = count
        self.result = result
    }

    private static func read(_ line: Substring) throws(NoteError) -> OfficeFinding {
        let parts = line.split(separator: " ", maxSplits: 3, omittingEmptySubsequences: false)
        guard parts.count == 4, parts[0] == finding else {
            throw .malformed("a line below the report's facts is no finding")
        }
        var found = OfficeFinding()
        found.code = String(parts[1])
        found.position = try optional(String(parts[2]))
        found.words = String(parts[3])
        return found
    }

    private static func optional(_ text: String) throws(NoteError) -> Int? {
        text == nothing ? nil : try number(text)
    }

    private static func number(_ text: String) throws(NoteError) -> Int {
        guard let number = Int(text), number >= 0 else {
            throw .malformed("a number of the report cannot be read")
        }
        return number
    }
}
