/// What is wrong with one row, case, event or field of a foreign file; the rest goes on.
package struct RowProblem: Equatable, Sendable {
    /// The line of the file, from 1; 0 where there is none.
    package var line: Int
    package var caseName: String?
    /// Which event of the case, from 1.
    package var event: Int?
    package var reason: Words

    package init(line: Int, caseName: String? = nil, event: Int? = nil, reason: Words) {
        self.line = line
        self.caseName = caseName
        self.event = event
        self.reason = reason
    }
}

/// One sentence in both languages.
package struct Words: Equatable, Sendable {
    package var thai: String, english: String

    package init(thai: String, english: String) {
        self.thai = thai
        self.english = english
    }
}

/// Takes each problem as it is met.
package typealias ProblemReport = (RowProblem) -> Void
