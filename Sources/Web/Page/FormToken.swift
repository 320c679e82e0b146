internal import Crypto
internal import Entries

/// What shows that a form was shown to this visitor by us: a keyed hash of the visitor's secret.
struct FormToken: Sendable {
    /// The name of the hidden field.
    static let field = "form"

    private let key: SecretKey

    /// `key` is kept with the office's keys, so that forms shown before a restart still hold.
    init(key: SecretKey) { self.key = key }

    func token(of visitor: Visitor) -> String {
        HMACSHA256.authenticate(Array(visitor.secret.utf8), key: key).description
    }

    /// Takes the same time whatever differs.
    func isRight(_ token: String?, of visitor: Visitor) -> Bool {
        let (sent, wanted) = (Array((token ?? "").utf8), Array(self.token(of: visitor).utf8))
        guard sent.count == wanted.count else { return false }
        return zip(sent, wanted).reduce(0) { $0 | ($1.0 ^ $1.1) } == 0
    }
}
