package import Entries

/// One line from the process that verifies: a step forward, a finding, the result, or why there is
/// none. A line that was printed has left the process, whatever ends it then.
package struct VerifyLine: Fields {
    package private(set) var code: Int?
    package private(set) var done = 0
    package private(set) var failure: String?
    package private(set) var finding: OfficeFinding?
    package private(set) var hint: String?
    /// The version of the program that verifies; said first.
    package private(set) var program: String?
    package private(set) var result: OfficeVerification?
    package private(set) var stage: String?
    package private(set) var total = 0

    package init() {}

    package init(program: String) { self.program = program }

    package init(stage: OfficeVerifier.Stage, done: Int, total: Int) {
        self.stage = stage.rawValue
        self.done = done
        self.total = total
    }

    package init(finding: OfficeFinding) { self.finding = finding }

    package init(result: OfficeVerification) { self.result = result }

    /// `code` is the exit code that goes with the failure.
    package init(failure: String, hint: String?, code: Int) {
        self.failure = failure
        self.hint = hint
        self.code = code
    }

    package mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
        try fields.field("code", &code)
        try fields.field("done", &done)
        try fields.field("failure", &failure)
        try fields.field("finding", &finding)
        try fields.field("hint", &hint)
        try fields.field("program", &program)
        try fields.field("result", &result)
        try fields.field("stage", &stage)
        try fields.field("total", &total)
    }
}
