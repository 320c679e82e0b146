internal import Crypto
internal import Entries

extension VisitSeal {
    /// What is sought, for an address: nobody reads a name in it but who is shown the page.
    ///
    /// The same words make the same address for as long as a page is open or a bookmark is kept.
    func sealedSearch(_ text: String) -> String {
        let key = searchKey
        var bytes = Array(text.utf8)
        // Drawn from the words, so that equal addresses mean equal filters.
        let nonce = Array(
            HMACSHA256.authenticate(bytes, key: key).bytes.prefix(Nonce.count))
        guard let word = Nonce(nonce.span) else { return "" }
        XChaCha20Poly1305.seal(
            &bytes, from: 0, additional: [UInt8]().span, nonce: word, key: key)
        return Hex.encode(nonce + bytes)
    }

    /// Nil where it was not sealed here.
    func openedSearch(_ sealed: String) -> String? {
        guard let bytes = Hex.decode(sealed.utf8), bytes.count > Nonce.count else { return nil }
        let (head, rest) = (Array(bytes[..<Nonce.count]), Array(bytes[Nonce.count...]))
        guard let nonce = Nonce(head.span) else { return nil }
        return XChaCha20Poly1305.open(
            rest.span, additional: [UInt8]().span, nonce: nonce, key: searchKey
        ).map { String(decoding: $0, as: UTF8.self) }
    }
}
