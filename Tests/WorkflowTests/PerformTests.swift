import Entries
import EventLog
import Events
import Rules
import Testing
import Vault
import Workflow

@Suite struct PerformTests {
    @Test func `a petition is filed, received and finished, each at its position`() throws {
        let test = try TestOffice()
        let filed = try test.accepted(test.port.perform(test.filing()))
        #expect(filed.name.hasPrefix("TS1020369"))
        #expect(filed.name.hasSuffix("000001"))
        #expect(filed.version == 1)
        let received = try test.accepted(
            test.port.perform(test.take(filed.name, .receive(.init()))))
        #expect(received.version == 2)
        let first = try #require(filed.positions?.lowerBound)
        #expect(received.positions == (first + 1)...(first + 1))
        let history = try #require(try test.office.log.history(of: filed.name))
        #expect(history.petition.status == .received)
        #expect(history.events.map(\.activity) == ["submitted", "received"])
    }

    @Test func `the same key gives the same answer and one petition`() throws {
        let test = try TestOffice()
        let first = try test.accepted(test.port.perform(test.filing(key: "click-1")))
        let head = try test.office.log.head
        let again = try test.accepted(test.port.perform(test.filing(key: "click-1")))
        #expect(again.isRepeat)
        #expect(again.stream == first.stream)
        #expect(again.positions == first.positions)
        #expect(try test.office.log.head == head)
    }

    @Test func `a key that was used with another command is refused`() throws {
        let test = try TestOffice()
        let filed = try test.accepted(test.port.perform(test.filing()))
        var receive = test.take(filed.name, .receive(.init()))
        receive.idempotencyKey = "k"
        _ = try test.accepted(test.port.perform(receive))
        var start = test.take(filed.name, .start(.init()))
        start.idempotencyKey = "k"
        let outcome = test.port.perform(start)
        guard case .refused("idempotency-key-reused", _) = outcome else {
            Issue.record("not refused: \(outcome)")
            return
        }
    }

    @Test func `who looked at an older version is refused and nothing is written`() throws {
        let test = try TestOffice()
        let filed = try test.accepted(test.port.perform(test.filing()))
        _ = try test.accepted(test.port.perform(test.take(filed.name, .receive(.init()))))
        let head = try test.office.log.head
        var stale = test.take(filed.name, .start(.init()))
        stale.expectedVersion = 1
        let outcome = test.port.perform(stale)
        guard case .refused("stale-version", let wording) = outcome else {
            Issue.record("not refused: \(outcome)")
            return
        }
        #expect(wording.thai.contains("มีผู้อื่นดำเนินการไปแล้ว"))
        #expect(try test.office.log.head == head)
    }

    @Test func `what people wrote is sealed, and opens with the case's key`() throws {
        let test = try TestOffice()
        let filed = try test.accepted(
            test.port.perform(test.filing(subject: "ท่อระบายน้ำอุดตัน")))
        let position = try #require(filed.positions?.lowerBound)
        let entry = try #require(try test.office.log.entry(at: position))
        let text = String(decoding: entry.bytes, as: UTF8.self)
        #expect(!text.contains("ท่อระบายน้ำอุดตัน"))
        #expect(!text.contains("สมชาย"))
        let event = try RecordedEvent.read(position: position, bytes: entry.bytes)
        #expect(event.frame.sections.map(\.field) == ["petitioner", "text"])
        let section = event.frame.sections[1]
        let blob = try #require(try test.office.log.section(at: position, number: 2))
        let opened = try test.office.vault.key(section.keyReference)
            .open(blob, as: section, of: event.id)
        #expect(
            try PetitionText.decoded(opened.content).subject == "ท่อระบายน้ำอุดตัน")
    }

    @Test func `numbers are given without holes, also across a restart`() throws {
        let test = try TestOffice()
        var numbers: [String] = []
        for _ in 0..<5 {
            numbers.append(try test.accepted(test.port.perform(test.filing())).name)
        }
        test.port.close()
        let (_, port) = try Office.open(test.paths, clock: test.clock.now)
        defer { port.close() }
        numbers.append(try test.accepted(port.perform(test.filing())).name)
        #expect(numbers.map { $0.suffix(6) } == (1...6).map { "00000\($0)" })
    }

    @Test func `a second process reaches the writer through its socket`() throws {
        let test = try TestOffice()
        let (_, port) = try Office.open(test.paths, clock: test.clock.now)
        defer { port.close() }
        #expect(port is RemoteWriter)
        let filed = try test.accepted(port.perform(test.filing(key: "over the socket")))
        let again = try test.accepted(
            test.port.perform(test.filing(key: "over the socket")))
        #expect(again.isRepeat)
        #expect(again.stream == filed.stream)
        let outcome = port.perform(test.take("TS1010169000099", .receive(.init())))
        guard case .refused("not-found", _) = outcome else {
            Issue.record("not refused: \(outcome)")
            return
        }
    }
}
