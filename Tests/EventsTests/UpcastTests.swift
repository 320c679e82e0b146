import Entries
import Events
import Testing

@Suite struct UpcastTests {
    @Test(arguments: [
        ("receipt", DocumentKind.paymentReceipt), ("licence", .licence), ("permit", .licence),
        ("letter", .letter), ("map", .other),
    ]) func `a document issued before there were verification codes is read as the newest`(
        word: String, kind: DocumentKind
    ) throws {
        let example = try Repository.bytes("Events/Petition/Examples/document-issued.v1.json")
        let bytes = Array(
            String(decoding: example, as: UTF8.self)
                .replacing(#""document":"receipt""#, with: "\"document\":\"\(word)\"").utf8)
        let recorded = try RecordedEvent.read(position: 1, bytes: bytes)
        let expected = PetitionEvent.DocumentIssued(number: "15/2567", kind: kind, code: word)
        #expect(recorded.event == .petition(.documentIssued(expected)))
        #expect(recorded.event.type == "th.khamrong.petition.document-issued.v2")
    }
}
