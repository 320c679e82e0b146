import Entries
import Testing

@Suite struct HexadecimalFieldsTests {
    private struct Sample: Fields {
        var digest = Digest.zero
        var id = EventID(at: Instant(milliseconds: 1_720_436_202_000), random: (7, 11))
        var key = KeyReference(high: 0x0123_4567_89AB_CDEF, low: 0xFEDC_BA98_7654_3210)
        mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
            try fields.field("digest", &digest)
            try fields.field("id", &id)
            try fields.field("key", &key)
        }
    }

    private let sample: Sample

    init() {
        var sample = Sample()
        sample.digest = Digest(
            words: (0x0123_4567_89AB_CDEF, 0xFEDC_BA98_7654_3210, 0x00FF_99A0_AF9F_0A9A, 42))
        self.sample = sample
    }

    @Test func `what was written is read again`() throws {
        #expect(try Sample.decoded(sample.encoded()) == sample)
    }

    @Test func `one byte that is no digit spoils a value, wherever it stands`() throws {
        let bytes = sample.encoded()
        let digits = Set("0123456789abcdef".utf8)
        for at in bytes.indices where digits.contains(bytes[at]) {
            for byte in UInt8.min...UInt8.max where !digits.contains(byte) {
                var spoilt = bytes
                spoilt[at] = byte
                #expect(throws: CanonicalError.self) { try Sample.decoded(spoilt) }
            }
        }
    }

    @Test func `every digit counts as itself at every place`() throws {
        let bytes = sample.encoded()
        let start = try #require(bytes.firstIndex(of: UInt8(ascii: ":"))) + 2
        for at in start..<(start + 64) {
            for (value, digit) in "0123456789abcdef".utf8.enumerated() {
                var changed = bytes
                changed[at] = digit
                let words = try Sample.decoded(changed).digest.words
                let place = at - start
                let word = [words.0, words.1, words.2, words.3][place / 16]
                #expect(word >> UInt64(60 - place % 16 * 4) & 15 == UInt64(value))
            }
        }
    }
}
