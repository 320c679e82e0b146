internal import Crypto
internal import Entries
internal import HTTP
internal import Markup

/// Lets a form be sent twice and taken once: a word is drawn when it is shown.
enum Once {
    static let field = "once"

    static var input: HTML {
        Markup.input(
            .type("hidden"), .name(field), .value(Hex.encode(SecureRandom.current.bytes(16))))
    }

    /// The idempotency key of this form with just these fields; nil if the word is not one of ours.
    ///
    /// Whoever goes back and changes what was typed sends another command, not the same again.
    static func key(_ act: String, _ form: FormFields) -> String? {
        guard let word = form[field], word.utf8.count == 32, Hex.decode(word.utf8) != nil else {
            return nil
        }
        return "\(act)-\(SHA256.hash(Array(form.encoded.utf8)))"
    }
}
