internal import Crypto
internal import Entries

/// What shows that something was given to this visitor by us: a form, the sight of one case. Keyed
/// hashes of the visitor's secret; nothing is kept.
package struct VisitSeal: Sendable {
    /// The name of the hidden field of forms.
    static let field = "form"

    private let key: SecretKey

    /// `key` is kept with the office's keys, so that what was given before a restart still holds.
    init(key: SecretKey) { self.key = key }

    /// What a form carries.
    func formToken(of visitor: Visitor) -> String { seal("form", visitor) }

    func isForm(_ token: String?, of visitor: Visitor) -> Bool {
        Self.isSame(token ?? "", formToken(of: visitor))
    }

    /// What lets a visitor without an account see one case until `end`.
    func grant(of number: String, until end: Instant, to visitor: Visitor) -> String {
        "\(number).\(end.milliseconds).\(seal("case \(number) \(end.milliseconds)", visitor))"
    }

    /// The case that a grant lets this visitor see now; nil if it does not.
    func number(_ grant: String?, for visitor: Visitor, at now: Instant) -> String? {
        let parts = (grant ?? "").split(separator: ".").map(String.init)
        guard parts.count == 3, let end = Int(parts[1]), now.milliseconds < end,
            Self.isSame(
                grant ?? "",
                self.grant(of: parts[0], until: Instant(milliseconds: end), to: visitor))
        else { return nil }
        return parts[0]
    }

    private func seal(_ purpose: String, _ visitor: Visitor) -> String {
        HMACSHA256.authenticate(Array("\(purpose)\n\(visitor.secret)".utf8), key: key).description
    }

    /// Takes the same time whatever differs.
    private static func isSame(_ sent: String, _ wanted: String) -> Bool {
        let (sent, wanted) = (Array(sent.utf8), Array(wanted.utf8))
        guard sent.count == wanted.count else { return false }
        return zip(sent, wanted).reduce(0) { $0 | ($1.0 ^ $1.1) } == 0
    }
}
