internal import Channels
internal import Entries
internal import Events
internal import Rules
internal import TestSupport
internal import Threads
internal import Workflow

/// How fast ten thousand e-mails leave the house, with everything that belongs to each: the row
/// stored before it is sent, its words, the conversation with a mail server on this machine, what
/// became of it stored and told to the log; and how much slower the log takes commands meanwhile.
/// A tenth as many are sent with their slips of receipt, each a PDF that is drawn for it.
enum OutboxDrain {
    private static let most = 10_000
    static let leastPerSecond = 500.0
    /// Of what one caller appends while nothing is sent.
    static let leastAppendRatio = 0.8
    private static let connections = 8

    static func measure(_ bench: Bench) throws -> [Figure] {
        let messages = min(most, bench.settings.petitions)
        let plain = try drain(bench, messages, withSlips: false)
        let slips = try drain(bench, max(1, messages / 10), withSlips: true)
        return [
            Figure(
                .outbox, "e-mails sent", plain.perSecond, "messages/s",
                target: .atLeast(leastPerSecond)),
            Figure(.outbox, "e-mails sent and told to the log", plain.toldPerSecond, "messages/s"),
            Figure(
                .outbox, "commands of one caller meanwhile", plain.appendsBeside, "commands/s",
                baseline: .init(name: "while nothing is sent", value: plain.appendsAlone),
                target: .ratioAtLeast(leastAppendRatio)),
            Figure(.outbox, "e-mails sent with a slip as PDF", slips.perSecond, "messages/s"),
        ]
    }

    private struct Drain {
        let perSecond: Double, toldPerSecond: Double
        let appendsAlone: Double, appendsBeside: Double
    }

    private static func drain(
        _ bench: Bench, _ messages: Int, withSlips: Bool
    ) throws -> Drain {
        let directory = try bench.freshDirectory()
        defer { bench.remove(directory) }
        let sink = try MailSink(threads: connections)
        defer { sink.stop() }
        let clock = bench.settings.clock
        let office = try BenchOffice(in: directory, clock: clock)
        defer { office.port.close() }
        if !withSlips {
            let policy = OfficeEvent.messagingPolicySet(.init(isReceiptWithheld: true))
            _ = try office.port.perform(
                Draft(.office(OfficeCommand(policy)), by: .system, at: clock())
            ).receipt
        }
        let post = try OfficePost(
            office.office, port: office.port, delivery: .mail(server(sink.port)), clock: clock)
        let number = try file(messages, at: office, clock)
        let alone = try appends(office, number, clock) { $0 < bench.settings.seconds }
        let start = ContinuousClock.now
        try post.start()
        defer { post.stop() }
        var sent = 0
        let beside = try appends(office, number, clock) { _ in
            sent = sink.taken
            return sent < messages
        }
        let elapsed = (ContinuousClock.now - start) / .seconds(1)
        // What was taken last is written down a moment later.
        while try post.outbox.counts()[.sent, default: 0] < messages { pause() }
        while try !post.outbox.untold(limit: 1).isEmpty { pause() }
        let told = (ContinuousClock.now - start) / .seconds(1)
        return Drain(
            perSecond: Double(sent) / elapsed, toldPerSecond: Double(sent) / told,
            appendsAlone: alone, appendsBeside: beside)
    }

    private static func server(_ port: Int) -> MailServer {
        var server = MailServer(
            host: "127.0.0.1", port: port, security: .none, sender: "petitions@bench.example")
        server.connections = connections
        server.mostAMinute = 1_000_000
        return server
    }

    private static func pause() { _ = Monitor(()).wait(milliseconds: 5) { _ in nil as Void? } }

    /// Files what the messages tell of; a petition that commands can be about.
    private static func file(
        _ messages: Int, at office: BenchOffice, _ clock: @Sendable () -> Instant
    ) throws -> String {
        let last = Monitor<(left: Int, number: String?, problem: (any Error)?)>(
            (messages, nil, nil))
        for petition in 0..<messages {
            var draft = Case(petition: petition).draft(at: clock(), isKeyed: true)
            // Not everybody of the cast has an address.
            draft.sections = [
                PlainSection(
                    Petitioner(
                        givenName: "สมชาย", familyName: "ทดสอบดี",
                        email: "person-\(petition)@bench.example")),
                PlainSection(PetitionText(subject: "ไฟถนนดับ")),
            ]
            office.port.submit([draft]) { outcomes in
                last.with { last in
                    last.left -= 1
                    do {
                        let stream = try outcomes[0].receipt.stream
                        last.number = StreamName(subject: stream)?.name
                    } catch { last.problem = error }
                }
                last.signal()
            }
            // No more are outstanding than the writer takes on.
            last.wait { [sent = petition + 1] last -> Void? in
                last.left + sent - messages < 64 ? () : nil
            }
        }
        let (number, problem) = last.wait { last in
            last.left == 0 ? (last.number, last.problem) : nil
        }
        if let problem { throw problem }
        guard let number else { throw BenchProblem.refused("nothing was filed") }
        return number
    }

    /// Commands a second of one caller who waits for each and of whose commands nobody is told.
    private static func appends(
        _ office: BenchOffice, _ number: String, _ clock: @Sendable () -> Instant,
        while isOn: (Double) -> Bool
    ) throws -> Double {
        let start = ContinuousClock.now
        var (count, elapsed) = (0, 0.0)
        while isOn(elapsed) {
            var draft = Draft(
                .petition(number: number, .note(.init())),
                by: .officer(BenchOffice.officers[0], .receiver, .handler), at: clock())
            draft.sections = [PlainSection(Note(text: "โทรสอบถามผู้ยื่นแล้ว เอกสารครบถ้วน"))]
            _ = try office.port.perform(draft).receipt
            count += 1
            elapsed = (ContinuousClock.now - start) / .seconds(1)
        }
        return Double(count) / elapsed
    }
}
