import Entries
import Foundation
import Terminal
import Workflow

/// The process that does the verifying: what it finds it prints, a line each, for its parent.
enum VerifyChild {
    /// The hidden word by which the program calls itself.
    static let word = "verify-child"

    static func words(for place: OfficePlace, _ extent: OfficeVerifier.Extent) -> [String] {
        [word, place.data, place.keys, place.office, extent.rawValue]
    }

    /// Nil if the program was not called so.
    static func run(_ words: [String]) -> ExitCode? {
        guard words.count == 5, words[0] == word, OfficePaths.isCode(words[3]),
            let extent = OfficeVerifier.Extent(rawValue: words[4])
        else { return nil }
        let paths = OfficePaths(data: words[1], keys: words[2], code: words[3])
        do {
            let verifier = OfficeVerifier(
                paths, extent,
                progress: { print(VerifyLine(stage: $0, done: $1, total: $2)) },
                found: { print(VerifyLine(finding: $0)) })
            print(VerifyLine(result: try explained { try verifier.run() }))
            return .good
        } catch {
            print(VerifyLine(failure: error))
            return .failed
        }
    }

    /// A line that was printed has left the process, whatever ends it then.
    private static func print(_ line: VerifyLine) {
        FileHandle.standardOutput.write(Data(line.encoded() + [0x0A]))
    }
}

/// One line from the child: a step forward, a finding, the result, or why there is none.
struct VerifyLine: Fields {
    private(set) var code: Int?
    private(set) var done = 0
    private(set) var failure: String?
    private(set) var finding: OfficeFinding?
    private(set) var hint: String?
    private(set) var result: OfficeVerification?
    private(set) var stage: String?
    private(set) var total = 0

    init() {}

    init(stage: OfficeVerifier.Stage, done: Int, total: Int) {
        self.stage = stage.rawValue
        self.done = done
        self.total = total
    }

    init(finding: OfficeFinding) { self.finding = finding }

    init(result: OfficeVerification) { self.result = result }

    init(failure error: any Error) {
        failure = "\(error)"
        hint = (error as? Failure)?.hint
        code = Int(((error as? Failure)?.code ?? .failed).rawValue)
    }

    mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
        try fields.field("code", &code)
        try fields.field("done", &done)
        try fields.field("failure", &failure)
        try fields.field("finding", &finding)
        try fields.field("hint", &hint)
        try fields.field("result", &result)
        try fields.field("stage", &stage)
        try fields.field("total", &total)
    }
}
