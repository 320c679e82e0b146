internal import Workflow

/// A forgotten password that a visitor is setting anew: who it is about, and the code once it was
/// right.
struct ResetInHand: Sendable {
    var person: PasswordResets.Person
    /// The code, or the link's token.
    var code: String?
    /// The new password is set: whoever sends it again is led on.
    var isDone = false
}
