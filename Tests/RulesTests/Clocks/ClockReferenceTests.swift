import Entries
import Events
import Foundation
import Rules
import TestSupport
import Testing

/// The rule of counting told as slowly and plainly as it can be, against what is computed.
@Suite struct ClockReferenceTests {
    struct Pauses {
        var list: [(from: Instant, to: Instant)] = []

        func stillAt(_ moment: Instant) -> Bool {
            list.contains { $0.from <= moment && moment < $0.to }
        }
    }

    let time = OfficeCalendar.government[nil]

    /// Day by day: a day counts if the clock ran when it began and when it closed.
    func slowDay(_ count: Int, from start: Instant, _ pauses: Pauses, working: Bool) -> Instant {
        var day = start.local.dayNumber
        var done = 0
        while true {
            day += 1
            let begins = LocalTime(dayNumber: day, minute: 0).instant
            let closes = working ? time.closing(of: day) : WorkingTime.end(of: day)
            if working, !time.isWorkingDay(day) { continue }
            if pauses.stillAt(begins) || pauses.stillAt(closes) { continue }
            done += 1
            if done == count { return closes }
        }
    }

    /// Minute by minute. What is due when a pause begins is due when it ends.
    func slowMinute(_ count: Int, from start: Instant, _ pauses: Pauses, office: Bool) -> Instant {
        var moment = start
        var done = 0
        while done < count || pauses.stillAt(moment) {
            let local = moment.local
            let isOpen = time.spans(on: local.dayNumber).contains {
                $0.contains(local.millisecond / 60_000)
            }
            if !pauses.stillAt(moment), isOpen || !office { done += 1 }
            moment = moment.advanced(milliseconds: 60_000)
        }
        return moment
    }

    @Test func `every unit agrees with counting one by one`() throws {
        var generator = SeededGenerator.fresh()
        print("seed \(generator.seed)")
        let units: [TimeUnit] = [.workingDays, .days, .minutes, .officeMinutes]
        for _ in 0..<1000 {
            let unit = try #require(units.randomElement(using: &generator))
            let isDays = unit == .workingDays || unit == .days
            let count = Int.random(in: 1...(isDays ? 30 : 900), using: &generator)
            let (script, pauses, start) = try randomCase(&generator, isDays ? 600 : 60)
            let expected =
                switch unit {
                case .workingDays: slowDay(count, from: start, pauses, working: true)
                case .days: slowDay(count, from: start, pauses, working: false)
                case .minutes: slowMinute(count, from: start, pauses, office: false)
                default: slowMinute(count, from: start, pauses, office: true)
                }
            let clock = ClockDefinition.finish(count, unit)
            let clocks = ServiceClocks(.tested([clock]))
            let explanation = try #require(
                clocks.explanation(of: "finish", script.history, calendar: .government))
            #expect(explanation.reading.due == expected, "\(count) \(unit) \(pauses.list)")
            #expect(counted(explanation) == (isDays ? count : count * 60_000))
            #expect(try #require(explanation.reading.near) <= expected)
        }
    }

    private func counted(_ explanation: ClockExplanation) -> Int {
        explanation.steps.reduce(0) { sum, step in
            switch step.why {
            case .days(let days, _, _, _): sum + days
            case .time(let milliseconds): sum + milliseconds
            default: sum
            }
        }
    }

    /// A case filed in office hours that waits for an agency now and then.
    private func randomCase(
        _ generator: inout SeededGenerator, _ longestHours: Int
    ) throws -> (CaseScript, Pauses, Instant) {
        let base = try moment("2026-01-05 00:00")
        func after(_ minutes: Int) -> Instant { base.advanced(milliseconds: minutes * 60_000) }
        var minute = Int.random(in: 0...400 * 1440, using: &generator)
        let filed = OfficeCalendar.government.deemedReceipt(of: after(minute))
        minute = (filed.milliseconds - base.milliseconds) / 60_000
        var script = try CaseScript(filed: try #require(text(filed)))
        var pauses = Pauses()
        for _ in 0..<Int.random(in: 0...5, using: &generator) {
            let from = minute + Int.random(in: 1...longestHours * 20, using: &generator)
            minute = from + Int.random(in: 1...longestHours * 10, using: &generator)
            pauses.list.append((after(from), after(minute)))
            script = try script.waiting(try #require(text(after(from))))
                .waited(try #require(text(after(minute))))
        }
        return (script, pauses, filed)
    }
}
