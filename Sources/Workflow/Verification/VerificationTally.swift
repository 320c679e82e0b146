/// What the process that verifies has said so far.
package struct VerificationTally: Sendable {
    /// Why nothing could be verified, with what to do and the exit code that goes with it.
    package struct Failed: Equatable, Sendable {
        package let words: String, hint: String?, code: Int?
    }

    package private(set) var findings: [OfficeFinding] = []
    package private(set) var result: OfficeVerification?
    package private(set) var failure: Failed?
    package private(set) var program: String?
    /// The stage it was in, and the last entry that it is known to have passed there, of how many.
    package private(set) var last: (stage: String, position: Int, total: Int) = ("log", 0, 0)

    package init() {}

    package mutating func add(_ line: VerifyLine) {
        if let finding = line.finding { add(finding) }
        if let stage = line.stage { last = (stage, line.done, line.total) }
        program = line.program ?? program
        result = line.result ?? result
        guard let words = line.failure else { return }
        failure = Failed(words: words, hint: line.hint, code: line.code)
    }

    package mutating func add(_ finding: OfficeFinding) { findings.append(finding) }

    /// The process has ended: what kept it from a result is a finding too.
    ///
    /// - Parameter signal: the signal that ended it, if one did.
    package mutating func finish(_ signal: Int32?) {
        if let failure {
            add(.notOpened(failure.words))
        } else if result == nil {
            add(.brokenOff(signal, stage: last.stage, behind: last.position))
        }
    }
}

extension OfficeFinding {
    /// The log could not even be opened.
    fileprivate static func notOpened(_ words: String) -> OfficeFinding {
        OfficeFinding("unreadable", words)
    }

    /// The process that looked was ended before it could say what it saw.
    fileprivate static func brokenOff(
        _ signal: Int32?, stage: String, behind position: Int
    ) -> OfficeFinding {
        let end = signal.map { "was ended by signal \($0)" } ?? "ended"
        var finding = OfficeFinding(
            "unreadable",
            "the log's file is damaged behind position \(position): the process that read it \(end)"
        )
        if stage != OfficeVerifier.Stage.views.rawValue { finding.position = position }
        return finding
    }
}
