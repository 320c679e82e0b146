import Crypto
import Entries
import Testing

/// Codes of authenticator apps against the vectors of the standards that they follow.
@Suite struct TimeCodeTests {
    /// RFC 2202, section 3.
    @Test(arguments: [
        (
            [UInt8](repeating: 0x0B, count: 20), Array("Hi There".utf8),
            "b617318655057264e28bc0b6fb378c8ef146be00"
        ),
        (
            Array("Jefe".utf8), Array("what do ya want for nothing?".utf8),
            "effcdf6ae5eb2fa2d27416d5f184df9c259a7c79"
        ),
        (
            [UInt8](repeating: 0xAA, count: 20), [UInt8](repeating: 0xDD, count: 50),
            "125d7342b9ac11cd91a39af48aa17b4f63f175d3"
        ),
        (
            [UInt8](repeating: 0xAA, count: 80),
            Array("Test Using Larger Than Block-Size Key - Hash Key First".utf8),
            "aa4ae5e15272d00e95705637ce8a3b55ed402112"
        ),
    ]) func `HMAC-SHA1 gives the known answers`(key: [UInt8], message: [UInt8], code: String) {
        #expect(Hex.encode(HMACSHA1.authenticate(message, key: key)) == code)
    }

    /// RFC 6238, appendix B.
    @Test(arguments: [
        (59, "94287082"), (1_111_111_109, "07081804"), (1_111_111_111, "14050471"),
        (1_234_567_890, "89005924"), (2_000_000_000, "69279037"), (20_000_000_000, "65353130"),
    ]) func `a code of a moment is the one of the standard`(seconds: Int, code: String) {
        let secret = Array("12345678901234567890".utf8)
        let step = TimeCode.step(atSeconds: seconds)
        #expect(TimeCode.code(of: step, secret: secret, digits: 8) == code)
        #expect(TimeCode.code(of: step, secret: secret) == String(code.suffix(6)))
    }

    /// RFC 4648, section 10, without the padding.
    @Test(arguments: [
        ("", ""), ("f", "MY"), ("fo", "MZXQ"), ("foo", "MZXW6"), ("foob", "MZXW6YQ"),
        ("fooba", "MZXW6YTB"), ("foobar", "MZXW6YTBOI"),
    ]) func `letters for people are those of the standard`(text: String, letters: String) {
        #expect(Base32.encode(text.utf8) == letters)
    }
}
