import Entries
import TestSupport
import Testing

@Suite struct CanonicalWriterTests {
    private func written(_ write: (inout CanonicalWriter) -> Void) -> String {
        var writer = CanonicalWriter()
        write(&writer)
        return String(decoding: writer.bytes, as: UTF8.self)
    }

    @Test func `members are parted by commas and named by their keys`() {
        let text = written {
            $0.openObject()
            $0.key("a")
            $0.openArray()
            $0.integer(-12)
            $0.comma()
            $0.boolean(true)
            $0.closeArray()
            $0.key("b")
            $0.raw(Array(#"{"c":0}"#.utf8))
            $0.closeObject()
        }
        #expect(text == #"{"a":[-12,true],"b":{"c":0}}"#)
    }

    @Test(arguments: [
        ("", #""""#), ("คำร้อง", #""คำร้อง""#), ("a\"b\\c/", #""a\"b\\c/""#),
        ("\u{8}\t\n\u{C}\r\u{0}\u{1F}\u{7F}", "\"\\b\\t\\n\\f\\r\\u0000\\u001f\u{7F}\""),
    ]) func `a string is escaped as RFC 8785 says`(string: String, text: String) throws {
        #expect(written { $0.string(string) } == text)
        var reader = CanonicalReader(Array(text.utf8))
        let value = try reader.string()
        #expect(value == string)
    }

    @Test(arguments: [0, 1, -1, 10, -10, 9_007_199_254_740_991, -9_007_199_254_740_991])
    func `an integer is written in one form and read back`(integer: Int) throws {
        let text = written { $0.integer(integer) }
        #expect(text == "\(integer)")
        var reader = CanonicalReader(Array(text.utf8))
        let value = try reader.integer()
        #expect(value == integer)
    }

    @Test func `fixed forms are what they print as`() throws {
        let id = try #require(EventID(high: 0x0192_F3A4_B5C6_7D8E, low: 0x9FA0_B1C2_D3E4_F506))
        let digest = Digest(words: (0x0123_4567_89AB_CDEF, 0, .max, 7))
        let reference = KeyReference(high: 1, low: .max)
        let instant = Instant(milliseconds: 1_720_436_202_007)
        #expect(written { $0.id(id) } == #""0192f3a4-b5c6-7d8e-9fa0-b1c2d3e4f506""#)
        #expect(written { $0.instant(instant) } == #""2024-07-08T10:56:42.007Z""#)
        #expect(written { $0.digest(digest) } == "\"\(digest)\"")
        #expect(written { $0.keyReference(reference) } == "\"\(reference)\"")
        #expect(EventID(text: id.text) == id)
        #expect(Digest(hex: digest.hex) == digest)
        #expect(Digest(digest.bytes) == digest)
        #expect(KeyReference(hex: reference.hex) == reference)
    }

    @Test func `random strings come back`() throws {
        var random = SeededGenerator.fresh()
        let alphabet = Array("aก\"\\\n\u{1}é😀/\u{2028}".unicodeScalars)
        for _ in 0..<500 {
            var string = ""
            for _ in 0..<Int.random(in: 0..<40, using: &random) {
                string.unicodeScalars.append(alphabet.randomElement(using: &random) ?? "a")
            }
            var reader = CanonicalReader(Array(written { $0.string(string) }.utf8))
            let read = try reader.string()
            #expect(read.utf8.elementsEqual(string.utf8), "seed \(random.seed)")
            #expect(reader.isAtEnd)
        }
    }
}
