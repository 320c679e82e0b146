import Entries
import Testing

/// A value with every kind of field, in the order of their keys.
struct Sample: Fields {
    enum Colour: String, FieldWord { case red, green }

    struct Part: Fields {
        var name = ""
        mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
            try fields.field("name", &name)
        }
        init() {}
        init(name: String) { self.name = name }
    }

    var age = 0
    var born: CivilDate?
    var colour = Colour.red
    var isDone = false
    var parts: [Part] = []
    var tags: [String] = []
    var when: Instant?
    var zip: String?

    init() {}

    mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
        try fields.field("age", &age)
        try fields.field("born", &born)
        try fields.field("colour", &colour)
        try fields.flag("done", &isDone)
        try fields.list("parts", &parts)
        try fields.list("tags", &tags)
        try fields.field("when", &when)
        try fields.field("zip", &zip)
    }
}

@Suite struct FieldsTests {
    private let full: Sample = {
        var sample = Sample()
        sample.age = 7
        sample.born = CivilDate(year: 2017, month: 2, day: 28)
        sample.colour = .green
        sample.isDone = true
        sample.parts = [Sample.Part(name: "ก"), Sample.Part(name: "b")]
        sample.tags = ["x", "y"]
        sample.when = Instant(milliseconds: 0)
        sample.zip = "10110"
        return sample
    }()

    private let fullText =
        #"{"age":7,"born":"2017-02-28","colour":"green","done":true,"parts":[{"name":"ก"},"#
        + #"{"name":"b"}],"tags":["x","y"],"when":"1970-01-01T00:00:00.000Z","zip":"10110"}"#

    @Test func `fields are written in order and read back`() throws {
        #expect(String(decoding: full.encoded(), as: UTF8.self) == fullText)
        #expect(try Sample.decoded(full.encoded()) == full)
    }

    @Test func `what is empty is left out`() throws {
        let text = #"{"age":0,"colour":"red"}"#
        #expect(String(decoding: Sample().encoded(), as: UTF8.self) == text)
        #expect(try Sample.decoded(Array(text.utf8)) == Sample())
    }

    @Test(arguments: [
        (#"{"colour":"red"}"#, CanonicalError.missing("age")),
        (#"{"age":1}"#, .missing("colour")),
        (#"{"age":1,"colour":"blue"}"#, .invalid("colour")),
        (#"{"age":1,"colour":"red","done":false}"#, .invalid("done")),
        (#"{"age":1,"colour":"red","shoe":1}"#, .unknown("shoe")),
        (#"{"age":1,"colour":"red","tags":[]}"#, .malformed(at: 32)),
        (#"{"age":1,"colour":"red","when":"1970"}"#, .invalid("when")),
        (#"{"colour":"red","age":1}"#, .missing("age")),
        (
            #"{"age":1,"colour":"red","zip":"1","when":"1970-01-01T00:00:00.000Z"}"#,
            .unknown("when")
        ),
        (#"{"age":1,"colour":"red"}x"#, .malformed(at: 24)),
        (#"{"age":1,"colour":"red""#, .malformed(at: 23)),
    ]) func `data that is not as defined is refused with the reason`(
        text: String, reason: CanonicalError
    ) {
        #expect(throws: reason) { try Sample.decoded(Array(text.utf8)) }
    }

    @Test func `a frame stands among the fields at its place`() throws {
        var section = SealedSection()
        section.field = "identity"
        section.number = 1
        let frame = EventFrame(
            isImported: true, occurredAt: Instant(milliseconds: 1), sections: [section],
            step: SourceStep(activity: "Send Fine", index: 2))
        var encoder = FieldEncoder()
        encoder.data(full, frame: frame)
        let bytes = encoder.writer.bytes
        let keys = String(decoding: bytes, as: UTF8.self)
        let places = [
            #""done""#, #""imported""#, #""occurred_at""#, #""parts""#, #""sealed""#, #""step""#,
            #""tags""#,
        ].map { keys.firstRange(of: $0)?.lowerBound }
        #expect(!places.contains(nil))
        #expect(places.compactMap { $0 } == places.compactMap { $0 }.sorted())

        var decoder = FieldDecoder(CanonicalReader(bytes))
        let value = try decoder.data(Sample.self)
        #expect(value == full)
        #expect(decoder.frame == frame)
        #expect(decoder.reader.isAtEnd)
        var generic = CanonicalReader(bytes)
        #expect(try generic.value() == 0..<bytes.count)
    }

    @Test(arguments: [
        (#"[{"c":"ZERO","f":"text","h":"ZERO","k":"KEY","n":1}]"#, true),
        (
            #"[{"c":"ZERO","f":"text","h":"ZERO","k":"KEY","n":1},{"c":"ZERO","f":"a","h":"ZERO","k":"KEY","n":2}]"#,
            true
        ),
        // Not what the house writes, and canonical all the same.
        (#"[{"c":"ZERO","f":"\"","h":"ZERO","k":"KEY","n":1}]"#, true),
        (#"[1,"]"]"#, true),
        (#"[{"c":"ZERO","f":"text","h":"ZERO","k":"KEY","n":1}"#, false),
        (#"[{"c":"ZERO","f":"text","h":"ZERO"]"#, false),
        (#"[{"f":"text","c":"ZERO"}]"#, false),
        ("[", false),
    ]) func `sections that nobody asks for are passed over, whole or not at all`(
        sections: String, isWhole: Bool
    ) throws {
        let zeros = String(repeating: "0", count: 64)
        let list = sections.replacing("ZERO", with: zeros).replacing("KEY", with: zeros.prefix(32))
        let text = #"{"age":1,"colour":"red","sealed":LIST,"tags":["a"]}"#
        let bytes = Array(text.replacing("LIST", with: list).utf8)
        var decoder = FieldDecoder(CanonicalReader(bytes), readsSections: false)
        guard isWhole else {
            #expect(throws: CanonicalError.self) { _ = try decoder.data(Sample.self) }
            return
        }
        #expect(try decoder.data(Sample.self).tags == ["a"])
        #expect(decoder.frame.sections.isEmpty)
        #expect(decoder.reader.isAtEnd)
    }

    @Test(arguments: [
        #"{"imported":true,"age":1,"colour":"red"}"#,
        #"{"age":1,"imported":true,"colour":"red"}"#,
        #"{"age":1,"colour":"red","imported":true,"done":true}"#,
        #"{"age":1,"colour":"red","tags":["a"],"imported":true}"#,
        #"{"age":1,"colour":"red","imported":false}"#,
        #"{"age":1,"colour":"red","imported":true,"imported":true}"#,
        #"{"age":1,"colour":"red","occurred_at":"1970-01-01T00:00:00.000Z","imported":true}"#,
    ]) func `a frame that does not stand at its place is refused`(text: String) {
        var decoder = FieldDecoder(CanonicalReader(Array(text.utf8)))
        #expect(throws: CanonicalError.self) { _ = try decoder.data(Sample.self) }
    }

    @Test func `a frame belongs to an event's data and to nothing else`() {
        let text = Array(#"{"age":1,"colour":"red","imported":true}"#.utf8)
        #expect(throws: CanonicalError.unknown("imported")) { try Sample.decoded(text) }
    }
}
