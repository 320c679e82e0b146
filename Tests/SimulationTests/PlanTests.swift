import Entries
import Events
import Rules
import Simulation
import Testing

@Suite struct PlanTests {
    private static let end = Instant(
        local: CivilDate(year: 2026, month: 11, day: 20)!, hour: 16, minute: 0)
    private let simulation = OfficeSimulation(petitions: 400, seed: 11, until: Self.end)

    @Test func `every petition is filed once, before anything else is done in it`() {
        var seen: [Int: Act] = [:]
        for act in simulation.plan.acts {
            guard case .petition(let petition, let deed) = act.deed else { continue }
            if seen[petition] == nil { #expect(deed == .file) } else { #expect(deed != .file) }
            seen[petition] = deed
        }
        #expect(seen.count == 400)
        let times = simulation.plan.acts.map(\.time)
        #expect(times == times.sorted())
        #expect(times.allSatisfy { $0 >= simulation.start && $0 <= simulation.end })
    }

    @Test func `officers act while the office is open`() {
        let calendar = OfficeCalendar.government
        let officers = simulation.plan.acts.filter { act in
            guard case .petition(_, let deed) = act.deed else { return false }
            return [.receive, .assign, .start, .askCorrection, .complete, .reject, .note]
                .contains(deed)
        }
        #expect(officers.count > 500)
        #expect(officers.filter { calendar.deemedReceipt(of: $0.time) != $0.time } == [])
    }

    @Test func `a deadline is missed once, and told of or put off only where it may be`() {
        let simulation = OfficeSimulation(petitions: 4000, seed: 3, until: Self.end)
        var acts: [Int: [Act]] = [:]
        for act in simulation.plan.acts {
            guard case .petition(let petition, let deed) = act.deed else { continue }
            acts[petition, default: []].append(deed)
        }
        var extended = 0, missed = 0, merged = 0
        for (petition, acts) in acts {
            let filing = simulation.plan.filings[petition]
            let subject = Subject.all[filing.subject]
            let alarms = acts.filter { if case .missDeadline = $0 { true } else { false } }
            #expect(Set(alarms).count == alarms.count)
            missed += alarms.count
            if acts.contains(.noticeDelay(clock: "finish")) {
                #expect(alarms.contains(.missDeadline(clock: "finish")))
            }
            if acts.contains(.extend(clock: "finish")) {
                extended += 1
                #expect(subject.service == "building-permit")
            }
            for case .merge(let original) in acts {
                merged += 1
                #expect(original < petition)
                #expect(simulation.plan.filings[original].subject == filing.subject)
                #expect(simulation.plan.filings[original].moo == filing.moo)
            }
        }
        #expect(extended > 0 && missed > 100 && merged > 20)
    }

    @Test func `people are of the province that does not exist, with valid numbers`() {
        #expect(simulation.plan.cast.citizens.count > 100)
        for citizen in simulation.plan.cast.citizens {
            let isWellFormed = (try? ThaiID(citizen.nationalID)) != nil
            #expect(isWellFormed)
            #expect(citizen.nationalID.dropFirst().hasPrefix("9999"))
            #expect(citizen.phone.hasPrefix("08") && citizen.phone.dropFirst(3).hasPrefix("00000"))
        }
    }

    @Test func `everything that people come with exists in a new office`() {
        for subject in Subject.all {
            let service = DefaultServices.all.first { $0.code == subject.service }
            #expect(service != nil, "\(subject.service)")
            let outcomes = Set(service?.outcomes.map(\.code) ?? [])
            #expect(outcomes.isSuperset(of: subject.outcomes), "\(subject.service)")
        }
    }
}
