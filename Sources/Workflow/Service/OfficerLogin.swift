/// What an officer's password and sessions are kept under in the vault, apart from those of
/// citizens: no account's name has a stroke in it.
package enum OfficerLogin {
    private static let prefix = "officer/"

    package static func account(of officer: String) -> String { prefix + officer }

    /// The officer whose login it is; nil if it is a citizen's.
    package static func officer(of account: String) -> String? {
        account.hasPrefix(prefix) ? String(account.dropFirst(prefix.count)) : nil
    }
}
