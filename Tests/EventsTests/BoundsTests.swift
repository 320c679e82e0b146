import Events
import Testing

@Suite struct BoundsTests {
    @Test func `a code that is too long is refused with its field`() {
        let long = String(repeating: "ก", count: Bounds.ordinary + 1)
        let received = PetitionEvent.Received(state: long, status: .received)
        #expect(throws: TextTooLong(key: "state", most: Bounds.ordinary)) {
            try received.checkBounds()
        }
    }

    @Test func `letters are counted, not bytes`() throws {
        let text = String(repeating: "ก", count: Bounds.ordinary)
        try PetitionEvent.Received(state: text, status: .received).checkBounds()
        #expect(text.utf8.count > Bounds.ordinary)
    }

    @Test func `a published text may be long, and the code beside it may not`() throws {
        let most = try #require(LocalText.longestText)
        let long = String(repeating: "x", count: most)
        try OfficeEvent.TextSet(key: "home", text: LocalText(long)).checkBounds()
        #expect(throws: TextTooLong(key: "key", most: Bounds.ordinary)) {
            try OfficeEvent.TextSet(key: long, text: LocalText("")).checkBounds()
        }
        #expect(throws: TextTooLong(key: "th", most: most)) {
            try OfficeEvent.TextSet(key: "home", text: LocalText(long + "x")).checkBounds()
        }
    }
}
