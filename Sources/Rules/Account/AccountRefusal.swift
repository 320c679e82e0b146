package import Entries
package import Events

/// Why a command on an account may not be carried out.
package enum AccountRefusal: Refusal {
    case absent
    case alreadyExists
    case taken(Unique)
    /// Somebody else acted since the page was shown.
    case stale(expected: Int, actual: Int)
    case erased
    case wrongRole
    case notTheHolder
    case missing(Need)
    case photosMissing(needed: Int)
    case nothingToCheck
    case alreadyVerified
    /// The number that the officer read is not the one that was entered.
    case numbersDiffer
    case levelNotProven
    case providerShut(LoginProvider)
    case notLinked(LoginProvider)
    /// Without it nobody could sign in any more.
    case lastLogin
    case noReset
    case resetExpired
    case termsNotCurrent(current: Int)
    case noticeNotCurrent(current: Int)
    case unknownPurpose(String)
    case notRequested
    case alreadyRequested
    case notBefore(CivilDate)
    case alreadyApproved
    case notApproved
    case wrongKey
    case nothingChanges

    /// What only one person may have.
    package enum Unique: String, Sendable {
        case nationalID = "national-id"
        case passport
        case email
        case phone
        case login
    }

    package enum Need: String, Sendable {
        case key, identity, contact, evidence, login, attachment, reason, rekeying
    }

    /// A stable word for programs.
    package var code: String {
        switch self {
        case .absent: "absent"
        case .alreadyExists: "already-exists"
        case .taken(let unique): "taken-\(unique.rawValue)"
        case .stale: "stale"
        case .erased: "erased"
        case .wrongRole: "wrong-role"
        case .notTheHolder: "not-the-holder"
        case .missing(let need): "missing-\(need.rawValue)"
        case .photosMissing: "photos-missing"
        case .nothingToCheck: "nothing-to-check"
        case .alreadyVerified: "already-verified"
        case .numbersDiffer: "numbers-differ"
        case .levelNotProven: "level-not-proven"
        case .providerShut: "provider-shut"
        case .notLinked: "not-linked"
        case .lastLogin: "last-login"
        case .noReset: "no-reset"
        case .resetExpired: "reset-expired"
        case .termsNotCurrent: "terms-not-current"
        case .noticeNotCurrent: "notice-not-current"
        case .unknownPurpose: "unknown-purpose"
        case .notRequested: "not-requested"
        case .alreadyRequested: "already-requested"
        case .notBefore: "not-before"
        case .alreadyApproved: "already-approved"
        case .notApproved: "not-approved"
        case .wrongKey: "wrong-key"
        case .nothingChanges: "nothing-changes"
        }
    }
}
