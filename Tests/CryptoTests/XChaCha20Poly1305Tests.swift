import Crypto
import Entries
import Testing

@Suite struct XChaCha20Poly1305Tests {
    private func bytes(_ hex: String) -> [UInt8] { Hex.decode(hex.utf8) ?? [] }

    /// The example of draft-irtf-cfrg-xchacha-03, A.3.1.
    @Test func `the known answer comes out and opens`() throws {
        let text = """
            Ladies and Gentlemen of the class of '99: If I could offer you only one tip for the \
            future, sunscreen would be it.
            """
        let key = try #require(SecretKey((0x80...0x9F).map { UInt8($0) }))
        let nonceBytes = (0x40...0x57).map { UInt8($0) }
        let madeNonce = Nonce(nonceBytes.span)
        let nonce = try #require(madeNonce)
        let additional = bytes("50515253c0c1c2c3c4c5c6c7")
        var sealed: [UInt8] = [7] + Array(text.utf8)
        XChaCha20Poly1305.seal(
            &sealed, from: 1, additional: additional.span, nonce: nonce, key: key)
        #expect(sealed[0] == 7)
        #expect(Hex.encode(sealed[1..<17]) == "bd6d179d3e83d43b9576579493c0e939")
        #expect(Hex.encode(sealed.suffix(16)) == "c0875924c1c7987947deafd8780acf49")
        let blob = Array(sealed[1...])
        let opened = XChaCha20Poly1305.open(
            blob.span, additional: additional.span, nonce: nonce, key: key)
        #expect(opened == Array(text.utf8))
    }

    @Test func `nothing opens once a bit has changed`() throws {
        let key = SecretKey.random()
        let nonce = Nonce.random()
        let additional: [UInt8] = [1, 2, 3]
        var sealed: [UInt8] = [5, 6, 7]
        XChaCha20Poly1305.seal(
            &sealed, from: 0, additional: additional.span, nonce: nonce, key: key)
        func opens(_ sealed: [UInt8], _ additional: [UInt8], _ nonce: Nonce, _ key: SecretKey)
            -> Bool
        {
            XChaCha20Poly1305.open(
                sealed.span, additional: additional.span, nonce: nonce, key: key) != nil
        }
        #expect(opens(sealed, additional, nonce, key))
        for index in sealed.indices {
            var changed = sealed
            changed[index] ^= 1
            #expect(!opens(changed, additional, nonce, key))
        }
        #expect(!opens(sealed, [1, 2], nonce, key))
        #expect(!opens(sealed, additional, .random(), key))
        #expect(!opens(sealed, additional, nonce, .random()))
        #expect(!opens([1, 2], additional, nonce, key))
    }

    @Test(arguments: [0, 1, 63, 64, 65, 255, 256]) func `padding goes on and off`(count: Int) {
        let text = [UInt8](repeating: 0, count: count)
        for block in [64, 256] {
            var padded = text
            Padding.pad(&padded, block: block)
            #expect(padded.count.isMultiple(of: block) && padded.count > count)
            #expect(Padding.unpad(&padded, longest: 256))
            #expect(padded == text)
        }
        var unpadded = text
        #expect(!Padding.unpad(&unpadded, longest: 256))
    }
}
