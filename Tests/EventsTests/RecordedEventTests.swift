import Entries
import Events
import Testing

@Suite struct RecordedEventTests {
    private let bytes: [UInt8]

    init() throws {
        bytes = try Repository.bytes("Events/Petition/Examples/received.v1.json")
    }

    private func changed(_ text: String, to other: String) -> [UInt8] {
        Array(String(decoding: bytes, as: UTF8.self).replacing(text, with: other).utf8)
    }

    @Test func `a stored entry is read whole`() throws {
        let recorded = try RecordedEvent.read(position: 41, bytes: bytes)
        let entry = try Envelope(bytes)
        #expect(recorded.position == 41)
        #expect(recorded.id == entry.id)
        #expect(recorded.stream == StreamName(.petition, "KT1080767000011"))
        #expect(recorded.streamVersion == 4)
        #expect(recorded.time == entry.time)
        #expect(recorded.actor == "officer-7")
        #expect(recorded.cause == entry.cause)
        #expect(recorded.correlation == entry.correlation)
        #expect(recorded.frame.sections.map(\.field) == ["note"])
        #expect(recorded.event.type == "th.khamrong.petition.received.v1")
        guard case .petition(.received(let received)) = recorded.event else {
            Issue.record("not received")
            return
        }
        #expect(received.standing == Standing(state: "received", status: .received))
        #expect(recorded.event.encodedData(frame: recorded.frame) == entry.data)
    }

    @Test func `an imported event keeps its own time and its source's word`() throws {
        let bytes = try Repository.bytes("Events/Petition/Examples/received.v1.imported.json")
        let recorded = try RecordedEvent.read(position: 1, bytes: bytes)
        #expect(recorded.frame.isImported)
        #expect(recorded.occurredAt == Instant(rfc3339: "2010-10-11T11:46:02Z"))
        #expect(recorded.frame.step?.activity == "Confirmation of receipt")
    }

    @Test func `an unknown type is named`() {
        let type = "th.khamrong.petition.praised.v1"
        #expect(throws: EventError.unknownType(type)) {
            try RecordedEvent.read(
                position: 1, bytes: changed("th.khamrong.petition.received.v1", to: type))
        }
        #expect(throws: EventError.unknownType("org.other.thing")) {
            try RecordedEvent.read(
                position: 1,
                bytes: changed("th.khamrong.petition.received.v1", to: "org.other.thing"))
        }
    }

    @Test func `a version from a newer product is named with the one that is known`() {
        let type = "th.khamrong.petition.received.v3"
        #expect(throws: EventError.newerVersion(type: type, known: 1)) {
            try RecordedEvent.read(
                position: 1, bytes: changed("received.v1\"", to: "received.v3\""))
        }
    }

    @Test func `an event in another kind of stream is refused`() {
        let type = "th.khamrong.petition.received.v1"
        #expect(throws: EventError.wrongStream(type: type, subject: "office/kathu")) {
            try RecordedEvent.read(
                position: 1, bytes: changed("petition/KT1080767000011", to: "office/kathu"))
        }
    }

    @Test(arguments: [
        (#""state":"received","#, "", CanonicalError.missing("state")),
        (#""status":"received""#, #""status":"lost""#, .invalid("status")),
        (#""status":"received""#, #""status":"received","zeal":1"#, .unknown("zeal")),
        (#""subject":"petition/"#, #""subject":"petition"#, .invalid("subject")),
        (#""specversion":"1.0""#, #""specversion":"0.3""#, .invalid("specversion")),
        (
            #""time":"2024-07-08T10:56:42.000Z""#, #""time":"2024-07-08T10:56:42Z""#,
            .invalid("time")
        ),
        (#""actor":"officer-7","#, "", .missing("actor")),
    ]) func `what is not as written is refused with the field`(
        text: String, other: String, error: CanonicalError
    ) {
        #expect(throws: EventError.malformed(error)) {
            try RecordedEvent.read(position: 1, bytes: changed(text, to: other))
        }
    }

    @Test func `no entry cut short is read`() {
        for count in 0..<bytes.count {
            #expect(throws: EventError.self) {
                try RecordedEvent.read(position: 1, bytes: Array(bytes[..<count]))
            }
        }
        #expect(throws: EventError.self) {
            try RecordedEvent.read(position: 1, bytes: bytes + bytes)
        }
        #expect(throws: EventError.self) {
            try RecordedEvent.read(position: 1, bytes: bytes + [0x20])
        }
    }

    @Test func `a damaged byte is refused, or was another value and is written as such`() throws {
        for index in bytes.indices {
            for damage: UInt8 in [0x00, 0x20, 0x22, 0x30, 0x5C, 0x7B, 0xFF] {
                var damaged = bytes
                damaged[index] = damage
                guard let read = try? RecordedEvent.read(position: 1, bytes: damaged) else {
                    #expect(throws: EventError.self) {
                        try RecordedEvent.read(position: 1, bytes: damaged)
                    }
                    continue
                }
                var entry = try Envelope(damaged)
                entry.data = read.event.encodedData(frame: read.frame)
                #expect(entry.encoded() == damaged)
            }
        }
    }
}
