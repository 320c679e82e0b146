import Entries
import Testing

@Suite struct FieldOrderTests {
    private struct Sample: Fields {
        var all: String?
        var number = 0
        var zeal: String?
        mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
            try fields.field("all", &all)
            try fields.field("number", &number)
            try fields.field("zeal", &zeal)
        }
    }

    private func read(_ text: String) throws(CanonicalError) -> (Sample, EventFrame) {
        var decoder = FieldDecoder(CanonicalReader(Array(text.utf8)))
        return (try decoder.data(Sample.self), decoder.frame)
    }

    @Test func `members of the frame are read at their place among the fields`() throws {
        let (sample, frame) = try read(
            #"{"all":"a","imported":true,"number":7,"occurred_at":"2024-07-08T10:56:42.000Z"}"#)
        #expect(sample.all == "a")
        #expect(sample.number == 7)
        #expect(frame.isImported)
        #expect(frame.occurredAt == Instant(milliseconds: 1_720_436_202_000))
    }

    @Test(arguments: [
        #"{"imported":true,"all":"a","number":7}"#, #"{"number":7,"imported":true}"#,
        #"{"all":"a","all":"b","number":7}"#, #"{"imported":true,"imported":true,"number":7}"#,
        #"{"all":"a","number":7,"#, #"{"number":7 }"#, #"{,"number":7}"#, #"{"number":7,}"#,
        #"{"number" :7}"#, #"{"n\u0075mber":7}"#,
    ]) func `keys out of order, repeated or written otherwise are refused`(text: String) {
        #expect(throws: CanonicalError.self) { try read(text) }
    }

    @Test func `a field that is missing or unknown is named`() {
        #expect(throws: CanonicalError.missing("number")) { try read(#"{"all":"a"}"#) }
        #expect(throws: CanonicalError.missing("number")) { try read("{}") }
        #expect(throws: CanonicalError.unknown("other")) {
            try read(#"{"number":7,"other":1}"#)
        }
    }

    @Test(arguments: ["2024-07-08", "2024-02-29", "0001-01-01", "9999-12-31"])
    func `a day is read in the one form it is written in`(text: String) throws {
        let date = try #require(CivilDate(canonical: text.utf8))
        #expect(date.description == text)
    }

    @Test(arguments: ["2023-02-29", "2024-7-08", "2024/07/08", "24-07-08", "2024-13-01", ""])
    func `what is no day is refused`(text: String) {
        #expect(CivilDate(canonical: text.utf8) == nil)
    }
}
