/// What is wrong with one row, case, event or field of a foreign file; the rest goes on.
package struct RowProblem: Equatable, Sendable {
    /// What the problem costs.
    package enum Loss: Comparable, Sendable {
        /// Nothing: something was assumed, or belongs to no case.
        case nothing
        /// A value that the map calls clear: it is kept, sealed.
        case openness
        /// One field; its case or event is kept.
        case field
        case event
        /// A whole case, or a row.
        case row
    }

    /// The line of the file, from 1; 0 where there is none.
    package var line: Int
    package var caseName: String?
    /// Which event of the case, from 1.
    package var event: Int?
    package var loss: Loss
    /// How many cases and events of the file go with it.
    package var cases: Int, events: Int
    package var reason: Words

    package init(
        line: Int, caseName: String? = nil, event: Int? = nil, loss: Loss, cases: Int = 0,
        events: Int = 0, reason: Words
    ) {
        self.line = line
        self.caseName = caseName
        self.event = event
        self.loss = loss
        self.cases = cases
        self.events = events
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
