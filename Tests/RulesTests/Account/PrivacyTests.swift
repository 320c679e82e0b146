import Entries
import Events
import Rules
import TestSupport
import Testing

@Suite struct PrivacyTests {
    let dpo = TestOffice.dpo

    @Test func `a request to see one's data is answered by the protection officer`() throws {
        var file = try AccountFile.registered()
        let answer = AccountCommand.answerAccess(.init(answer: .refused))
        #expect(file.refusal(answer, by: dpo, with: [.reason]) == .notRequested)
        try file.act(.requestAccess(.init(channel: .web)))
        #expect(file.refusal(.requestAccess(.init(channel: .web))) == .alreadyRequested)
        #expect(file.refusal(answer, by: TestOffice.clerk, with: [.reason]) == .wrongRole)
        #expect(file.refusal(answer, by: dpo) == .missing(.reason))
        #expect(file.refusal(.answerAccess(.init(answer: .granted)), by: dpo) == nil)
        try file.act(answer, by: dpo, with: [.reason])
        #expect(file.account?.accessRequestedAt == nil)
    }

    @Test func `a request at the counter says who took it`() throws {
        let file = try AccountFile.registered()
        let event = try file.outcome(
            .requestErasure(.init(channel: .counter, filedBy: "somebody")),
            by: TestOffice.receiver)
        #expect(event == .erasureRequested(.init(channel: .counter, filedBy: "receiver")))
    }

    @Test func `erasure is asked for, approved, done and completed`() throws {
        var file = try AccountFile.registered()
        let approve = AccountCommand.approveErasure(.init(ground: .request))
        let erase = AccountCommand.erase(.init(key: TestOffice.key, ground: .mistake))
        #expect(file.refusal(approve, by: dpo, with: [.reason]) == .notRequested)
        #expect(file.refusal(.approveErasure(.init(ground: .retention)), by: .system) == nil)
        try file.act(.requestErasure(.init(channel: .web)))
        #expect(file.refusal(erase, by: .system) == .notApproved)
        #expect(file.refusal(approve, by: TestOffice.administrator) == .wrongRole)
        try file.act(approve, by: dpo, with: [.reason])
        #expect(file.refusal(.requestErasure(.init(channel: .web))) == .alreadyApproved)
        #expect(file.refusal(erase, by: dpo) == .wrongRole)
        let wrong = AccountCommand.erase(
            .init(key: KeyReference(high: 9, low: 9), ground: .request))
        #expect(file.refusal(wrong, by: .system) == .wrongKey)
        let event = try file.act(erase, by: .system)
        #expect(event == .erased(.init(key: TestOffice.key, ground: .request)))
        #expect(file.account?.isErased == true)
        #expect(file.refusal(.setPassword) == .erased)
        try file.act(.completeErasure(.init(keys: 1, epoch: 2)), by: .system)
        #expect(
            file.refusal(.completeErasure(.init(keys: 1, epoch: 2)), by: .system)
                == .nothingChanges)
    }

    @Test func `a refusal says from when one may ask again`() throws {
        var file = try AccountFile.registered()
        try file.act(.requestErasure(.init(channel: .web)))
        let day = CivilDate(year: 2024, month: 8, day: 1)!
        try file.act(
            .refuseErasure(.init(ground: "open-case", again: day)), by: dpo, with: [.reason])
        #expect(file.refusal(.requestErasure(.init(channel: .web))) == .notBefore(day))
        file.now = TestOffice.time(2024, 8, 1, 0)
        #expect(file.refusal(.requestErasure(.init(channel: .web))) == nil)
    }

    @Test func `only another key of the account would not erase it`() throws {
        var file = try AccountFile.registered()
        let recording = Recording(actor: "system", time: file.now, version: 2)
        file.account = Account.evolve(
            file.account,
            with: .erased(.init(key: KeyReference(high: 9, low: 9), ground: .request)), recording)
        #expect(file.account?.isErased == false)
    }

    @Test func `history is taken in whatever it says and in whatever order`() throws {
        var generator = SeededGenerator.fresh()
        print("seed \(generator.seed)")
        let events = try AccountEvent.types.compactMap { try Self.blank($0) }
        #expect(events.count == AccountEvent.types.count)
        for _ in 0..<100 {
            var account: Account?
            for version in 1...40 {
                guard let event = events.randomElement(using: &generator) else { continue }
                account = Account.evolve(
                    account, with: event,
                    Recording(actor: "a", time: Instant(milliseconds: 0), version: version))
                #expect(account?.version == version)
            }
        }
    }

    private static func blank(_ type: any EventData.Type) throws -> AccountEvent? {
        func read<Data: EventData>(_ type: Data.Type) throws -> AccountEvent? {
            var encoder = FieldEncoder()
            encoder.data(Data(), frame: EventFrame())
            var decoder = FieldDecoder(CanonicalReader(encoder.writer.bytes))
            return try AccountEvent.read(
                name: Data.name, version: Data.version, from: &decoder)
        }
        return try read(type)
    }
}
