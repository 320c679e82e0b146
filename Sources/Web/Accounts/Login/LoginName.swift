internal import Rules
internal import Workflow

/// What somebody typed to say which account is theirs.
struct LoginName: Sendable {
    private let value: String
    private let unique: AccountRefusal.Unique?

    init(_ typed: String) {
        if let number = try? ThaiID(typed) {
            (value, unique) = (number.digits, .nationalID)
        } else if let email = try? EmailAddress(typed) {
            (value, unique) = (email.key, .email)
        } else if let passport = try? PassportNumber(typed) {
            (value, unique) = (passport.text, .passport)
        } else {
            (value, unique) = (ThaiText.key(typed), nil)
        }
    }

    /// What tries are counted by, whether there is such an account or not.
    var key: String { "\(unique?.rawValue ?? "")\n\(value)" }

    /// The account of that name; nil if there is none.
    func account(in office: ServedOffice) throws -> String? {
        try unique.flatMap { try office.account(with: value, as: $0) }
    }
}
