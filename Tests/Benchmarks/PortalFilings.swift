internal import Entries
internal import Events
internal import Rules
internal import Threads
internal import Vault
internal import Workflow

/// Fifty filings a second, whether those before are answered or not: each begun, saved twice and
/// filed, its form written as PDF and sealed, its petition durable and in the citizen's view.
///
/// Below the pages, on as many threads as the server keeps for filing. The time counts from when
/// a filing was due until it is acknowledged; what goes before it goes on meanwhile, for others.
enum PortalFilings {
    static let mostMilliseconds = 100.0
    private static let perSecond = 50
    private static let seconds = 10
    /// The server's, for what takes long and for the rest.
    private static let filers = 2, beginners = 4
    /// How long before it is due a filing is begun.
    private static let lead = Duration.seconds(2)
    private static let alone = 20

    private struct Work {
        var nextBegun = 0, nextFiled = 0
        /// Nil where it failed.
        var begun: [Int: UnfinishedFiling?] = [:]
        var times: [Double] = []
        var problems: [String] = []
    }

    static func measure(_ office: PortalOffice, _ bench: Bench) throws -> [Figure] {
        let desk = try Desk(office)
        let one = Times(
            try (0..<alone).map { number in
                let filing = try desk.begin(number)
                return try Benchmarks.seconds { try desk.file(filing, number) } * 1000
            })
        bench.settings.note("\(perSecond) filings a second")
        let work = drive(desk)
        for problem in Set(work.problems).prefix(3) { bench.settings.note(problem) }
        guard !work.times.isEmpty else { throw BenchProblem.refused("nothing was filed") }
        let times = Times(work.times)
        return [
            Figure(
                .portal, "50 filings a second, p50", times.median, "ms",
                baseline: .init(name: "one after the other", value: one.median)),
            Figure(
                .portal, "50 filings a second, p99", times.p99, "ms",
                target: .atMost(mostMilliseconds)),
            Figure(.portal, "the slowest", times.most, "ms"),
            Figure(
                .portal, "filings that failed, of \(perSecond * seconds)",
                Double(work.problems.count), "filings", target: .atMost(0)),
        ]
    }

    private static func drive(_ desk: Desk) -> Work {
        let work = Monitor(Work())
        let start = ContinuousClock.now + lead
        let threads =
            (0..<beginners).map { _ in WorkerThread { begin(desk, work, start) } }
            + (0..<filers).map { _ in WorkerThread { file(desk, work, start) } }
        for thread in threads { thread.join() }
        return work.with { $0 }
    }

    private static func due(
        _ number: Int, _ start: ContinuousClock.Instant
    ) -> ContinuousClock.Instant { start + .seconds(1) * number / perSecond }

    private static func begin(
        _ desk: Desk, _ work: Monitor<Work>, _ start: ContinuousClock.Instant
    ) {
        while true {
            let number = work.with { work in
                work.nextBegun += 1
                return work.nextBegun - 1
            }
            guard number < perSecond * seconds else { return }
            Pace.wait(until: due(number, start) - lead)
            do {
                let filing = try desk.begin(number)
                work.with { $0.begun[number] = .some(filing) }
            } catch {
                work.with { work in
                    work.begun[number] = .some(nil)
                    work.problems.append("begun: \(error)")
                }
            }
            work.broadcast()
        }
    }

    private static func file(
        _ desk: Desk, _ work: Monitor<Work>, _ start: ContinuousClock.Instant
    ) {
        while true {
            let number = work.with { work in
                work.nextFiled += 1
                return work.nextFiled - 1
            }
            guard number < perSecond * seconds else { return }
            Pace.wait(until: due(number, start))
            guard let filing = work.wait({ $0.begun[number] }) else { continue }
            do {
                try desk.file(filing, number)
                let time = (ContinuousClock.now - due(number, start)) / .milliseconds(1)
                work.with { $0.times.append(time) }
            } catch {
                work.with { $0.problems.append("filed: \(error)") }
            }
        }
    }
}

/// Begins and files as the pages do.
private struct Desk: Sendable {
    private let office: ServedOffice
    private let service: ServiceDefinition
    private let accounts: [String]

    init(_ office: PortalOffice) throws {
        self.office = office.served
        accounts = office.people.map(\.account)
        let settings = try office.served.settings().value
        guard let service = settings.definition(of: "general-request", version: nil) else {
            throw BenchProblem.refused("there is no such service")
        }
        self.service = service
    }

    func begin(_ number: Int) throws -> UnfinishedFiling {
        let account = account(number)
        var filing = try office.beginFiling(service, for: account, at: office.clock())
        var answers = try PetitionAnswers.decoded(filing.answers)
        answers.mode = .online
        answers.markDone("mode")
        filing = try save(answers, in: filing, account)
        answers.subject = "ขอความอนุเคราะห์น้ำอุปโภคบริโภค"
        answers.details = "หมู่บ้านไม่มีน้ำใช้มาสามวัน ขอให้ส่งรถน้ำ " + String(number)
        answers.markDone("request")
        return try save(answers, in: filing, account)
    }

    func file(_ filing: UnfinishedFiling, _ number: Int) throws {
        let outcome = try office.file(
            filing, for: account(number), language: .thai, at: office.clock())
        _ = try outcome.receipt
    }

    private func account(_ number: Int) -> String { accounts[number % accounts.count] }

    private func save(
        _ answers: PetitionAnswers, in filing: UnfinishedFiling, _ account: String
    ) throws -> UnfinishedFiling {
        try office.filings.save(
            answers.encoded(), in: filing.id, for: account, seen: filing.version,
            at: office.clock())
    }
}
