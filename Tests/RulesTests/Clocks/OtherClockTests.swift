import Entries
import Events
import Rules
import Testing

@Suite struct OtherClockTests {
    func clock(
        _ kind: ClockKind, _ amount: Int, _ unit: TimeUnit, _ starts: ClockPoint,
        _ stops: ClockPoint, repeating: Bool = false
    ) -> ClockDefinition {
        ClockDefinition(
            code: kind.rawValue, name: LocalText("x"), kind: kind,
            limit: TimeSpan(amount: amount, unit: unit), starts: starts, stops: stops,
            isRepeating: repeating)
    }

    @Test func `taking a case in stops the first clock, and so does going further at once`() throws
    {
        let receive = clock(.receive, 1, .workingDays, .submitted, .received)
        let filed = try CaseScript(filed: "2026-06-08 10:00")
        let at = try moment("2026-06-09 16:30")
        #expect(try read(receive, filed.received("2026-06-09 16:30")).state == .met(at))
        #expect(try read(receive, filed.started("2026-06-09 16:30")).state == .met(at))
        #expect(try read(receive, filed.completed("2026-06-09 16:30")).state == .met(at))
        #expect(try read(receive, filed.answered("2026-06-09 16:30")).state == .running)
        let reopened = try filed.received("2026-06-08 11:00").completed("2026-06-09 10:00")
            .reopened("2026-06-10 10:00")
        #expect(try read(receive, reopened).round == 1)
        let withdrawn = try filed.withdrawn("2026-06-08 11:00").reopened("2026-06-10 10:00")
        #expect(try read(receive, withdrawn).state == .running)
        #expect(text(try read(receive, withdrawn).due) == "2026-06-11 16:30")
    }

    @Test func `received in the night before the legal receipt is in time`() throws {
        let receive = clock(.receive, 1, .workingDays, .submitted, .received)
        let script = try CaseScript(filed: "2026-06-08 18:00").received("2026-06-08 19:00")
        #expect(try read(receive, script).state == .met(try moment("2026-06-08 19:00")))
    }

    @Test func `the first answer may be a list of defects or the result`() throws {
        let answer = clock(.firstAnswer, 7, .days, .submitted, .answered)
        let filed = try CaseScript(filed: "2026-06-08 10:00")
        let at = try moment("2026-06-10 10:00")
        #expect(try read(answer, filed.answered("2026-06-10 10:00")).state == .met(at))
        #expect(try read(answer, filed.returned("2026-06-10 10:00")).state == .met(at))
        #expect(try read(answer, filed.completed("2026-06-10 10:00")).state == .met(at))
        #expect(try read(answer, filed.received("2026-06-10 10:00")).state == .running)
    }

    @Test func `a licence counts from the complete application`() throws {
        let script = try CaseScript(filed: "2026-06-08 10:00")
            .returned("2026-06-10 10:00").corrected("2026-06-20 10:00")
        let licence = ClockDefinition.finish(30, .days, starts: .completeDocuments)
        let reading = try read(licence, script)
        // Corrected on a Saturday: received on Monday the 22nd.
        #expect(text(reading.started) == "2026-06-22 08:30")
        #expect(text(reading.due) == "2026-07-22 24:00")
        #expect(reading.round == 2)
    }

    @Test func `the petitioner has the time that the return allows`() throws {
        let correction = clock(.correction, 15, .days, .returned, .corrected)
        let script = try CaseScript(filed: "2026-06-08 10:00")
        #expect(try read(correction, script).state == .waiting)
        let week = try script.returned(
            "2026-06-09 10:00", allowed: TimeSpan(amount: 7, unit: .workingDays))
        #expect(text(try read(correction, week).due) == "2026-06-18 16:30")
        let again = try week.corrected("2026-06-10 10:00").returned("2026-06-11 10:00")
        #expect(text(try read(correction, again).due) == "2026-06-26 24:00")
        #expect(try read(correction, again).round == 2)
        let closed = try week.withdrawn("2026-06-10 10:00")
        #expect(try read(correction, closed).state == .stopped(try moment("2026-06-10 10:00")))
    }

    @Test func `a delay is told every seven days until the case is done`() throws {
        let finish = ClockDefinition.finish(2, .workingDays)
        let delay = clock(.delayNotice, 7, .days, .deadlineMissed, .finished, repeating: true)
        let service = ServiceDefinition.tested([finish, delay])
        let script = try CaseScript(filed: "2026-06-08 10:00")
        #expect(try read(delay, script, in: service).state == .waiting)
        let missed = try script.missed("finish", due: "2026-06-10 16:30", "2026-06-10 16:35")
        #expect(text(try read(delay, missed, in: service).due) == "2026-06-17 24:00")
        let noticed = try missed.noticed("2026-06-15 10:00")
        #expect(text(try read(delay, noticed, in: service).due) == "2026-06-22 24:00")
        #expect(try read(delay, noticed, in: service).round == 2)
        let again = try noticed.missed("delay-notice", due: "2026-06-22 23:59", "2026-06-23 00:00")
        #expect(text(try read(delay, again, in: service).due) == "2026-06-29 24:00")
        let done = try again.completed("2026-06-24 10:00")
        #expect(try read(delay, done, in: service).state == .met(try moment("2026-06-24 10:00")))
        let reopened = try done.reopened("2026-06-25 10:00")
        #expect(try read(delay, reopened, in: service).state == .waiting)
    }

    @Test func `the result is told within seven days of the end`() throws {
        let notice = clock(.resultNotice, 7, .days, .finished, .resultNotified)
        let script = try CaseScript(filed: "2026-06-08 10:00")
        #expect(try read(notice, script).state == .waiting)
        let done = try script.completed("2026-06-09 10:00")
        #expect(text(try read(notice, done).due) == "2026-06-16 24:00")
        let told = try done.told("2026-06-09 10:01")
        #expect(try read(notice, told).state == .met(try moment("2026-06-09 10:01")))
        #expect(try read(notice, done.reopened("2026-06-10 10:00")).state == .waiting)
        #expect(try read(notice, script.told("2026-06-08 10:01")).state == .waiting)
    }

    @Test func `rungs of a ladder lie before and after the deadline`() throws {
        let clocks = ServiceClocks(.tested([.finish(10, .workingDays)]))
        let history = try CaseScript(filed: "2026-06-08 10:00").history
        func rung(_ percent: Int) -> String? {
            text(
                clocks.instant(
                    of: "finish", percent: percent, history, calendar: .government))
        }
        #expect(rung(50) == "2026-06-16 08:30")
        #expect(rung(100) == "2026-06-22 16:30")
        #expect(rung(150) == "2026-06-29 16:30")
        #expect(clocks.reading(of: "none", history, calendar: .government) == nil)
    }

    @Test func `facts are written and read back`() throws {
        let history = try CaseScript(filed: "2024-07-08 17:56")
            .returned("2024-07-09 10:00", allowed: TimeSpan(amount: 7, unit: .days))
            .corrected("2024-07-10 20:00").extended("2024-07-12 10:00", by: 5, .days)
            .completed("2024-07-13 10:00").history
        #expect(try ClockHistory.decoded(history.encoded()) == history)
        #expect(history.isClosed)
        #expect(history.facts.count == 5)
    }
}
