import Entries
import Testing

@Suite struct CanonicalReaderTests {
    private func read(_ text: String) throws(CanonicalError) -> Range<Int> {
        var reader = CanonicalReader(Array(text.utf8))
        let range = try reader.value()
        guard reader.isAtEnd else { throw reader.malformed }
        return range
    }

    @Test(arguments: [
        "{}", "[]", "true", "false", "0", "-1", "9007199254740991", "-9007199254740991", "\"\"",
        #"{"a":1,"b":[true,"ก",{}]}"#, #""\"\\\b\t\n\f\r\u0000\u001f""#, "\"é/\u{2028}\u{7F}\"",
        #"{"A":0,"_":0,"a":0}"#,
    ]) func `canonical values are read to their end`(text: String) throws {
        #expect(try read(text) == 0..<text.utf8.count)
    }

    @Test(arguments: [
        // unsorted, repeated, unquoted keys
        #"{"b":1,"a":2}"#, #"{"a":1,"a":2}"#, "{a:1}", #"{"ก":1}"#, #"{"a\u0062":1}"#,
        // white space and separators
        " 1", "1 ", "{ }", #"{"a": 1}"#, "[1, 2]", "[1,]", "[,1]", #"{"a":1,}"#, "{,}", "[1",
        #"{"a":1"#, #"{"a"}"#, #"{"a":}"#,
        // escapes that the writer would not choose
        #""\/""#, #""\u0008""#, #""\u000A""#, #""\u001F""#, #""\u0041""#, #""\u00e9""#, #""\x""#,
        #""\""#, "\"a\nb\"", #""\u00""#, "\"",
        // numbers
        "1.0", "1e3", "01", "-0", "-", "+1", "9007199254740992", "99999999999999999999999", "0x1",
        // lone surrogates, null, other words, nothing
        #""\ud800""#, #""\ud83d\ude00""#, "null", "tru", "True", "", "falsee", "nan",
        // trailing bytes
        "{}{}", "1,", "\"a\"b",
    ]) func `what is not canonical is refused`(text: String) {
        #expect(throws: CanonicalError.self) { try read(text) }
    }

    @Test(
        arguments: [
            [0xFF], [0xC3], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0x80],
            [0xE0, 0xB8],
        ] as [[UInt8]]) func `what is not UTF-8 is refused`(bytes: [UInt8])
    {
        let quote = UInt8(ascii: "\"")
        var plain = CanonicalReader([quote] + bytes + [quote])
        #expect(throws: CanonicalError.malformed(at: 1)) { _ = try plain.string() }
        var escaped = CanonicalReader([quote] + Array(#"\n"#.utf8) + bytes + [quote])
        #expect(throws: CanonicalError.malformed(at: 1)) { _ = try escaped.string() }
    }

    @Test(arguments: ["[", #"{"a":"#]) func `nesting ends at 32`(open: String) throws {
        let close = open == "[" ? "]" : "}"
        func nested(_ depth: Int) -> String {
            String(repeating: open, count: depth) + "0" + String(repeating: close, count: depth)
        }
        #expect(try read(nested(32)).count == nested(32).utf8.count)
        #expect(throws: CanonicalError.self) { try read(nested(33)) }
        #expect(throws: CanonicalError.self) { try read(String(repeating: open, count: 100_000)) }
    }

    @Test func `the offset of the first wrong byte is told`() {
        #expect(throws: CanonicalError.malformed(at: 10)) { try read(#"{"a":"ก"x}"#) }
        #expect(throws: CanonicalError.malformed(at: 7)) { try read(#"{"b":1,"a":2}"#) }
        #expect(throws: CanonicalError.malformed(at: 0)) { try read("01") }
        // Wherever it stands among the eight bytes that are looked at together.
        for before in 0...17 {
            let text = String(repeating: "x", count: before)
            for byte in ["\u{1}", "\u{1F}", "\n"] {
                #expect(throws: CanonicalError.malformed(at: 6 + before)) {
                    try read(#"{"a":"\#(text)\#(byte)zzzzzzzzz"}"#)
                }
            }
            for byte in ["\u{7F}", "ก", #"\n"#, "\u{1}"] {
                #expect(throws: CanonicalError.malformed(at: 2 + before)) {
                    try read(#"{"\#(text)\#(byte)zzzzzzzzz":1}"#)
                }
            }
            let mixed = "\(text)ก\u{7F}\(text)"
            #expect(throws: Never.self) { try read(#"{"a":"\#(mixed)"}"#) }
        }
    }

    @Test func `a key is taken only if it comes next, whole`() throws {
        var reader = CanonicalReader(Array(#""key":1,"next":2"#.utf8))
        let early = [
            reader.take(key: "ke"), reader.take(key: "keyy"), reader.take(commaAndKey: "key"),
        ]
        #expect(early == [false, false, false])
        #expect(reader.offset == 0)
        let first = (reader.take(key: "key"), try reader.integer())
        #expect(first == (true, 1))
        let second = (
            reader.take(commaAndKey: "nex"), reader.take(commaAndKey: "next"), try reader.integer()
        )
        #expect(second == (false, true, 2))
        let last = reader.take(commaAndKey: "next")
        #expect(!last)
    }
}
