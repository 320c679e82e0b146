import Crypto
import Entries
import Testing

/// RFC 4231; its keys are shorter than ours, which HMAC fills with zeros all the same.
@Suite struct HMACTests {
    @Test(arguments: [
        (
            [UInt8](repeating: 0x0B, count: 20), Array("Hi There".utf8),
            "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7"
        ),
        (
            Array("Jefe".utf8), Array("what do ya want for nothing?".utf8),
            "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"
        ),
        (
            [UInt8](repeating: 0xAA, count: 20), [UInt8](repeating: 0xDD, count: 50),
            "773ea91e36800e46854db8ebd09181a72959098b3ef8c122d9635514ced565fe"
        ),
    ]) func `known answers come out`(key: [UInt8], message: [UInt8], code: String) throws {
        let filled = key + [UInt8](repeating: 0, count: 32 - key.count)
        let key = try #require(SecretKey(filled))
        #expect(HMACSHA256.authenticate(message, key: key).description == code)
    }

    @Test func `equal digests are equal, others are not`() {
        let one = SHA256.hash([1])
        #expect(one.isEqualInConstantTime(to: SHA256.hash([1])))
        #expect(!one.isEqualInConstantTime(to: SHA256.hash([2])))
        let again = one.withBytes { Digest($0) }
        #expect(again == one)
    }
}
