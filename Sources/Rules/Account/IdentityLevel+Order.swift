package import Events

extension IdentityLevel: Comparable {
    /// By how surely the person is known.
    package static func < (left: IdentityLevel, right: IdentityLevel) -> Bool {
        left.rank < right.rank
    }

    /// Whether somebody looked at who the person is, beyond a contact that answers.
    package var isProven: Bool { self > .contact }

    private var rank: Int {
        switch self {
        case .unproven: 0
        case .contact: 1
        case .ial11: 2
        case .ial12: 3
        case .ial13: 4
        case .ial21: 5
        case .ial22: 6
        case .ial23: 7
        case .ial3: 8
        }
    }
}
