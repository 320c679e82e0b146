import Entries
import Testing

@Suite struct EnvelopeTests {
    private let envelope: Envelope
    private let text =
        #"{"actor":"officer/somsri","cause":"0192f3a4-b5c6-7d8e-9fa0-b1c2d3e4f506","#
        + #""correlation":"0192f3a4-b5c6-7d8e-9fa0-b1c2d3e4f505","data":{"note":"ก\"","v":1},"#
        + #""id":"0192f3a4-b5c6-7d8e-9fa0-b1c2d3e4f507","source":"petitions.example/kt","#
        + #""specversion":"1.0","streamversion":3,"subject":"petition/KT1080767000011","#
        + #""time":"2024-07-08T10:56:42.000Z","type":"th.khamrong.petition.received.v1"}"#

    init() throws {
        let ids: [EventID] = try (5...7).map { low in
            try #require(EventID(high: 0x0192_F3A4_B5C6_7D8E, low: 0x9FA0_B1C2_D3E4_F500 + low))
        }
        envelope = Envelope(
            actor: "officer/somsri", cause: ids[1], correlation: ids[0],
            data: Array(#"{"note":"ก\"","v":1}"#.utf8), id: ids[2],
            source: "petitions.example/kt", streamVersion: 3, subject: "petition/KT1080767000011",
            time: Instant(milliseconds: 1_720_436_202_000),
            type: "th.khamrong.petition.received.v1")
    }

    @Test func `an entry is one canonical CloudEvent`() throws {
        #expect(String(decoding: envelope.encoded(), as: UTF8.self) == text)
        #expect(try Envelope(Array(text.utf8)) == envelope)
        var reader = CanonicalReader(Array(text.utf8))
        let value = try reader.value()
        #expect(value == 0..<text.utf8.count)
    }

    @Test func `cause and correlation may be left out`() throws {
        var first = envelope
        first.cause = nil
        first.correlation = nil
        #expect(try Envelope(first.encoded()) == first)
    }

    @Test(arguments: [
        ("\"actor\"", "\"Actor\"", CanonicalError.missing("actor")),
        (#""1.0""#, #""1.1""#, .invalid("specversion")),
        (".000Z", ".00Z", .invalid("time")),
        (#""data":{"note":"ก\"","v":1}"#, #""data":1"#, .invalid("data")),
        ("f507", "f50", .invalid("id")),
        (#""cause":"0192"#, #""cause":"0193x"#, .invalid("cause")),
        (#""streamversion":3,"#, "", .missing("streamversion")),
        (#","type":"th.khamrong.petition.received.v1""#, "", .missing("type")),
    ]) func `an entry that is not as defined is refused with the reason`(
        part: String, other: String, reason: CanonicalError
    ) throws {
        let range = try #require(text.firstRange(of: part))
        let changed = text.replacingCharacters(in: range, with: other)
        #expect(throws: reason) { try Envelope(Array(changed.utf8)) }
    }

    @Test func `every single byte counts`() {
        let bytes = Array(text.utf8)
        for index in bytes.indices {
            #expect(throws: CanonicalError.self) { try Envelope(Array(bytes[..<index])) }
            var longer = bytes
            longer.insert(UInt8(ascii: " "), at: index)
            // A space is at home within a string only, where it makes another value.
            if let read = try? Envelope(longer) { #expect(read != envelope) }
        }
        #expect(throws: CanonicalError.self) { try Envelope(bytes + [0x0A]) }
    }
}

extension String {
    fileprivate func replacingCharacters(in range: Range<Index>, with other: String) -> String {
        String(self[..<range.lowerBound] + other + self[range.upperBound...])
    }
}
