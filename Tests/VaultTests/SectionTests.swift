import Crypto
import Entries
import Testing
import Vault

@Suite struct SectionTests {
    let event = EventID(at: Instant(milliseconds: 1_720_436_202_000), random: (1, 2))
    let key = KeyHandle(
        KeyReference(high: 1, low: 2), secret: .random(), office: "petitions.example/log1")
    let content = Array(#"{"name":"สมชาย"}"#.utf8)

    @Test func `the format's vector comes out byte for byte`() throws {
        let secret = try #require(SecretKey((0..<32).map { UInt8($0) }))
        let reference = try #require(
            KeyReference(hex: "00112233445566778899aabbccddeeff".utf8))
        let nonceBytes = (0x40...0x57).map { UInt8($0) }
        let nonce = Nonce(nonceBytes.span)
        let key = KeyHandle(reference, secret: secret, office: "petitions.example/log1")
        let blob = key.sealBlob(
            content, field: "identity", eventID: "0192f3a4b5c67d8e9fa0b1c2d3e4f506",
            nonce: try #require(nonce))
        #expect(blob.count == 137)
        #expect(Hex.encode(blob.prefix(25)) == "01" + Hex.encode(nonceBytes))
        #expect(Hex.encode(blob[25..<31]) == "4937584f97d0")
        #expect(
            SHA256.hash(blob).description
                == "6d6e1b30c7da36945133e6233da5932fcabd99fc0d00c30a376284a5f3e78ef3")
        for (id, start) in [(1, "bcd491fc"), (2, "a8011c1f")] as [(UInt64, String)] {
            let hex = secret.derived(id, context: "PDv1keys").withSpan { key in
                Hex.encode(key.indices.map { key[$0] })
            }
            #expect(hex.hasPrefix(start))
        }
    }

    @Test(arguments: [SectionPadding.short, .text])
    func `what was sealed opens, and the entry commits to it`(padding: SectionPadding) throws {
        let sealed = key.seal(
            content, field: "identity", number: 1, of: event, padding: padding)
        #expect(sealed.section.field == "identity")
        #expect(sealed.section.number == 1)
        #expect(sealed.section.keyReference == key.reference)
        #expect((sealed.bytes.count - 73).isMultiple(of: padding.rawValue))
        let opened = try key.open(sealed.bytes, as: sealed.section, of: event)
        #expect(opened.content == content)
        #expect(opened.salt.count == 32)
        #expect(sealed.section.commitment == SHA256.hash(opened.salt + content))
        #expect(sealed.section.hash == SHA256.hash(sealed.bytes))
    }

    @Test func `the same text is never sealed alike`() {
        let first = key.seal(content, field: "text", number: 1, of: event)
        let second = key.seal(content, field: "text", number: 1, of: event)
        #expect(first.bytes != second.bytes)
        #expect(first.section.commitment != second.section.commitment)
    }

    @Test func `a length hides among others`() {
        let counts = (0..<200).map { count in
            key.seal(
                [UInt8](repeating: 1, count: count), field: "text", number: 1, of: event,
                padding: .text
            ).bytes.count
        }
        #expect(Set(counts) == [73 + 256])
    }

    @Test func `a change of any byte is refused`() throws {
        let sealed = key.seal(content, field: "identity", number: 1, of: event)
        for index in sealed.bytes.indices {
            var changed = sealed.bytes
            changed[index] ^= 0x80
            #expect(throws: SectionError.notTheLoggedBlob) {
                try key.open(changed, as: sealed.section, of: event)
            }
            // Even if the entry were forged to go with it.
            var section = sealed.section
            section.hash = SHA256.hash(changed)
            let wanted: SectionError = index == 0 ? .malformed : .wrongKeyOrPlace
            let error = #expect(throws: SectionError.self) {
                try key.open(changed, as: section, of: event)
            }
            let isCiphertext = (57..<(sealed.bytes.count - 16)).contains(index)
            #expect(error == (isCiphertext ? .altered : wanted))
        }
        for count in [0, 1, 73, sealed.bytes.count - 1] {
            var section = sealed.section
            section.hash = SHA256.hash(sealed.bytes[..<count])
            #expect(throws: SectionError.self) {
                try key.open(Array(sealed.bytes[..<count]), as: section, of: event)
            }
        }
    }

    @Test func `a blob opens in its own place only`() throws {
        let sealed = key.seal(content, field: "identity", number: 1, of: event)
        func error(
            _ key: KeyHandle, event: EventID, _ change: (inout SealedSection) -> Void = { _ in }
        ) -> SectionError? {
            var section = sealed.section
            change(&section)
            return #expect(throws: SectionError.self) {
                try key.open(sealed.bytes, as: section, of: event)
            }
        }
        #expect(error(key, event: event.successor) == .wrongKeyOrPlace)
        #expect(error(key, event: event) { $0.field = "text" } == .wrongKeyOrPlace)
        #expect(error(key, event: event) { $0.commitment = .zero } == .notTheCommittedText)
        let otherKey = KeyHandle(key.reference, secret: .random(), office: "petitions.example/log1")
        #expect(error(otherKey, event: event) == .wrongKeyOrPlace)
        let otherReference = KeyHandle(
            KeyReference(high: 1, low: 3), secret: .random(), office: "petitions.example/log1")
        #expect(error(otherReference, event: event) == .wrongKeyOrPlace)
    }

    @Test func `a key and a section print no secret`() {
        #expect("\(key)" == "key \(key.reference)")
        var dumped = ""
        dump(key, to: &dumped)
        #expect(dumped.contains("secret"))
        #expect(!dumped.contains("words"))
    }
}
