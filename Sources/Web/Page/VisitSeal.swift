internal import Crypto
internal import Entries

/// What shows that something was given to this visitor by us: a form, the sight of one case. Keyed
/// hashes of the visitor's secret; nothing is kept.
package struct VisitSeal: Sendable {
    /// The name of the hidden field of forms.
    static let field = "form"

    private let key: SecretKey
    /// For what is sought in the queue.
    var searchKey: SecretKey { key.derived(1, context: "searches") }

    /// `key` is kept with the office's keys, so that what was given before a restart still holds.
    init(key: SecretKey) { self.key = key }

    /// What a form carries.
    func formToken(of visitor: Visitor) -> String { seal("form", visitor) }

    func isForm(_ token: String?, of visitor: Visitor) -> Bool {
        Self.isSame(token ?? "", formToken(of: visitor))
    }

    /// Who was shown a form of the desk.
    func typist(_ officer: String, at visitor: Visitor) -> String {
        "\(officer) \(seal("typist \(officer)", visitor))"
    }

    /// The officer who was shown the form by this visitor's browser; nil for what is not ours.
    func typist(_ sent: String?, of visitor: Visitor) -> String? {
        guard let officer = sent?.split(separator: " ").first.map(String.init),
            Self.isSame(sent ?? "", typist(officer, at: visitor))
        else { return nil }
        return officer
    }

    /// What lets a visitor without an account see one case until `end`: the whole of it, or how it
    /// stands.
    func grant(
        of number: String, _ sight: CaseSight, until end: Instant, to visitor: Visitor
    ) -> String {
        let words = "\(number).\(sight.rawValue).\(end.milliseconds)"
        return "\(words).\(seal("case \(words)", visitor))"
    }

    /// The case that a grant lets this visitor see now, and how much of it; nil if it does not.
    func opened(
        by grant: String?, for visitor: Visitor, at now: Instant
    ) -> (number: String, sight: CaseSight)? {
        let parts = (grant ?? "").split(separator: ".").map(String.init)
        guard parts.count == 4, let sight = CaseSight(rawValue: parts[1]),
            let end = Int(parts[2]), now.milliseconds < end
        else { return nil }
        let wanted = self.grant(
            of: parts[0], sight, until: Instant(milliseconds: end), to: visitor)
        return Self.isSame(grant ?? "", wanted) ? (parts[0], sight) : nil
    }

    /// What shows that a browser was let in to an account before.
    func proof(ofBrowser mark: String, account: String) -> String {
        HMACSHA256.authenticate(Array("browser \(account)\n\(mark)".utf8), key: key).description
    }

    func isProof(_ proof: String, ofBrowser mark: String, account: String) -> Bool {
        Self.isSame(proof, self.proof(ofBrowser: mark, account: account))
    }

    func seal(_ purpose: String, _ visitor: Visitor) -> String {
        HMACSHA256.authenticate(Array("\(purpose)\n\(visitor.secret)".utf8), key: key).description
    }

    /// Takes the same time whatever differs.
    static func isSame(_ sent: String, _ wanted: String) -> Bool {
        let (sent, wanted) = (Array(sent.utf8), Array(wanted.utf8))
        guard sent.count == wanted.count else { return false }
        return zip(sent, wanted).reduce(0) { $0 | ($1.0 ^ $1.1) } == 0
    }
}

/// How much of a case a visitor may see.
enum CaseSight: String, Sendable {
    /// All of it: whose account it is, who has just filed it, who has its password.
    case whole
    /// How it stands and what comes next, nothing that was written and nobody's particulars: a
    /// number and four digits of a telephone are known to neighbours.
    case status
}
