/// One measured number, what it is held against, and what it must be.
package struct Figure: Sendable {
    package enum Target: Equatable, Sendable {
        case atLeast(Double)
        case atMost(Double)
        /// Against the baseline.
        case ratioAtLeast(Double)
        case ratioAtMost(Double)
    }

    /// What the same machine did in the same run, by less.
    package struct Baseline: Sendable {
        package let name: String
        package let value: Double
    }

    package let question: Question
    package let what: String
    package let value: Double
    package let unit: String
    package var baseline: Baseline?
    package var target: Target?

    init(
        _ question: Question, _ what: String, _ value: Double, _ unit: String,
        baseline: Baseline? = nil, target: Target? = nil
    ) {
        self.question = question
        self.what = what
        self.value = value
        self.unit = unit
        self.baseline = baseline
        self.target = target
    }

    package var ratio: Double? {
        guard let baseline, baseline.value > 0 else { return nil }
        return value / baseline.value
    }

    /// Nil where there is no target.
    package var isMet: Bool? {
        switch target {
        case .atLeast(let least): value >= least
        case .atMost(let most): value <= most
        case .ratioAtLeast(let least): ratio.map { $0 >= least }
        case .ratioAtMost(let most): ratio.map { $0 <= most }
        case nil: nil
        }
    }
}
