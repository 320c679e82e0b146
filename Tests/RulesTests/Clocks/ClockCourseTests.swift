import Entries
import Events
import Rules
import Testing

@Suite struct ClockCourseTests {
    @Test func `done in time is met and done late is late`() throws {
        let script = try CaseScript(filed: "2026-06-08 10:00").received("2026-06-08 11:00")
        let clock = ClockDefinition.finish(2, .workingDays)
        let met = try read(clock, script.completed("2026-06-10 16:30"))
        #expect(met.state == .met(try moment("2026-06-10 16:30")))
        let late = try read(clock, script.completed("2026-06-10 16:31"))
        #expect(late.state == .late(try moment("2026-06-10 16:31")))
        let rejected = try read(clock, script.rejected("2026-06-09 10:00"))
        #expect(rejected.state == .met(try moment("2026-06-09 10:00")))
        #expect(rejected.band(at: try moment("2027-01-01 00:00")) == nil)
    }

    @Test func `a rejection while the citizen is waited for ends the pause`() throws {
        let script = try CaseScript(filed: "2026-06-08 10:00")
            .returned("2026-06-09 10:00").rejected("2026-07-31 10:00")
        let reading = try read(.finish(5, .workingDays), script)
        #expect(reading.state == .met(try moment("2026-07-31 10:00")))
    }

    @Test func `withdrawn and merged cases stop the clock without a result`() throws {
        let script = try CaseScript(filed: "2026-06-08 10:00")
        let clock = ClockDefinition.finish(2, .workingDays)
        let at = try moment("2026-06-09 10:00")
        #expect(try read(clock, script.withdrawn("2026-06-09 10:00")).state == .stopped(at))
        #expect(try read(clock, script.merged("2026-06-09 10:00")).state == .stopped(at))
    }

    @Test func `a reopened case is finished anew from the next opening`() throws {
        let script = try CaseScript(filed: "2026-06-08 10:00")
            .completed("2026-06-09 10:00").reopened("2026-06-20 19:00")
        let reading = try read(.finish(2, .workingDays), script)
        #expect(reading.round == 2)
        #expect(text(reading.started) == "2026-06-22 08:30")
        #expect(text(reading.due) == "2026-06-24 16:30")
        #expect(reading.state == .running)
    }

    @Test func `a closing by mistake that is undone never stopped the clock`() throws {
        let script = try CaseScript(filed: "2026-06-08 10:00")
            .completed("2026-06-09 10:00").reopened("2026-06-20 19:00", .mistake)
        let reading = try read(.finish(2, .workingDays), script)
        #expect(reading.round == 1)
        #expect(text(reading.due) == "2026-06-10 16:30")
        let merged = try CaseScript(filed: "2026-06-08 10:00")
            .merged("2026-06-09 10:00").unmerged("2026-06-12 10:00")
        #expect(try read(.finish(5, .workingDays), merged).state == .running)
        #expect(text(try read(.finish(5, .workingDays), merged).due) == "2026-06-15 16:30")
    }

    @Test func `a merge undone leaves a pause as it was`() throws {
        let script = try CaseScript(filed: "2026-06-08 10:00")
            .returned("2026-06-09 10:00").merged("2026-06-10 10:00").unmerged("2026-06-12 10:00")
        // Unmerged into a state in which it runs: the pause lasted until then.
        #expect(text(try read(.finish(1, .workingDays), script).due) == "2026-06-15 16:30")
    }

    @Test func `forwarding within the office gains no time`() throws {
        let script = try CaseScript(filed: "2026-06-08 10:00")
            .forwarded("2026-06-09 10:00").forwarded("2026-06-10 10:00")
        #expect(text(try read(.finish(5, .workingDays), script).due) == "2026-06-15 16:30")
    }

    @Test func `an extension adds to the limit, before or after a pause`() throws {
        let script = try CaseScript(filed: "2026-06-08 10:00")
            .extended("2026-06-10 10:00", by: 5, .workingDays)
        #expect(text(try read(.finish(5, .workingDays), script).due) == "2026-06-22 16:30")
        let paused = try script.returned("2026-06-18 10:00").corrected("2026-06-19 10:00")
        #expect(text(try read(.finish(5, .workingDays), paused).due) == "2026-06-24 16:30")
        #expect(paused.history.extensions(of: "finish") == 1)
        let other = try CaseScript(filed: "2026-06-08 10:00")
            .extended("2026-06-10 10:00", by: 5, .workingDays, clock: "receive")
        #expect(text(try read(.finish(5, .workingDays), other).due) == "2026-06-15 16:30")
    }

    @Test func `an extension in another unit follows the limit`() throws {
        let script = try CaseScript(filed: "2026-06-08 10:00")
            .extended("2026-06-10 10:00", by: 45, .days).extended("2026-06-11 10:00", by: 45, .days)
        // 15 June, then 90 days.
        #expect(text(try read(.finish(5, .workingDays), script).due) == "2026-09-13 24:00")
        let building = ClockDefinition.finish(45, .days)
        #expect(text(try read(building, script).due) == "2026-10-21 24:00")
        let paused = try script.returned("2026-06-10 12:00").corrected("2026-06-12 09:00")
            .returned("2026-07-01 09:00").corrected("2026-07-02 09:00")
        // The 10th to 12th move the working days to the 18th; two days of July come on top.
        #expect(text(try read(.finish(5, .workingDays), paused).due) == "2026-09-18 24:00")
    }

    @Test func `a definition changed under way keeps the pauses of the old one`() throws {
        let script = try CaseScript(filed: "2026-06-08 10:00")
            .returned("2026-06-09 10:00").corrected("2026-06-11 10:00")
            .redefined("2026-06-12 10:00", state: "v2-working")
        let clock = ClockDefinition.finish(
            3, .workingDays, pausedIn: ["v2-returned", "v2-waiting"])
        let service = ServiceDefinition.tested([clock], prefix: "v2-")
        // The 9th to 11th stood still under the old definition's words.
        #expect(text(try read(clock, script, in: service).due) == "2026-06-16 16:30")
        let strict = ClockDefinition.finish(3, .workingDays, pausedIn: [])
        #expect(
            text(try read(strict, script, in: .tested([strict], prefix: "v2-")).due)
                == "2026-06-11 16:30")
    }

    @Test func `a longer limit in a new definition holds from the start`() throws {
        let script = try CaseScript(filed: "2026-06-08 10:00")
            .redefined("2026-06-12 10:00", state: "working")
        #expect(text(try read(.finish(10, .workingDays), script).due) == "2026-06-22 16:30")
    }
}
