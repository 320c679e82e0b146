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
