import Entries
import Events
import Rules
import Testing

@Suite struct ViewingRecordTests {
    private let now = TestOffice.time(2024, 7, 8)

    private func viewed(
        _ parts: [ViewedPart], by officer: String, minutesAgo: Int, position: Position = 1
    ) -> RecordedEvent {
        recorded(
            .viewed(.init(parts: parts)), by: officer, minutesAgo: minutesAgo, position: position)
    }

    private func recorded(
        _ event: PetitionEvent, by actor: String, minutesAgo: Int, position: Position
    ) -> RecordedEvent {
        RecordedEvent(
            position: position, id: EventID(at: now, random: (1, 2)),
            stream: StreamName(.petition, "KT1080767000011"), streamVersion: Int(position),
            time: now.advanced(milliseconds: -minutesAgo * 60_000), actor: actor,
            event: .petition(event))
    }

    @Test func `what was opened within a quarter of an hour is not recorded again`() {
        let events = [
            viewed([.attachments], by: "handler", minutesAgo: 15),
            viewed([.petitioner], by: "colleague", minutesAgo: 2, position: 2),
            viewed([.text], by: "handler", minutesAgo: 14, position: 3),
        ]
        let parts: [ViewedPart] = [.text, .petitioner, .attachments]
        #expect(
            ViewingRecord.unrecorded(parts, by: "handler", in: events, at: now)
                == [.petitioner, .attachments])
        #expect(ViewingRecord.opened(by: "handler", in: events, at: now) == [.text])
        #expect(ViewingRecord.opened(by: "head", in: events, at: now) == [])
    }

    @Test func `a message that came after they were opened closes the messages again`() {
        var events = [
            recorded(.messaged(.init()), by: "c-1", minutesAgo: 9, position: 1),
            viewed([.text, .messages], by: "handler", minutesAgo: 8, position: 2),
        ]
        let all: Set<ViewedPart> = [.text, .messages]
        #expect(ViewingRecord.opened(by: "handler", in: events, at: now) == all)
        events.append(recorded(.messaged(.init()), by: "c-1", minutesAgo: 7, position: 3))
        #expect(ViewingRecord.opened(by: "handler", in: events, at: now) == [.text])
        events.append(viewed([.messages], by: "handler", minutesAgo: 6, position: 4))
        #expect(ViewingRecord.opened(by: "handler", in: events, at: now) == all)
    }

    @Test func `what the house notes by itself is no news to an officer`() {
        let notes: [PetitionEvent] = [
            .viewed(.init()), .notified(.init()), .deadlineNear(.init()), .escalated(.init()),
        ]
        #expect(notes.allSatisfy { !$0.isNews })
        let news: [PetitionEvent] = [
            .noted(.init()), .messaged(.init()), .claimed(.init()), .completed(.init()),
        ]
        #expect(news.allSatisfy { $0.isNews })
    }
}
