internal import Entries
internal import Events
internal import Rules

/// What the office's clocks have to say to a planned course: put off, missed, told why.
struct Promises {
    private let settings: OfficeSettings
    private let end: Instant
    private let nextOfficeTime: (Instant) -> Instant
    private let services: [String: Service]

    private struct Service {
        let clocks: ServiceClocks
        let watched: [ClockDefinition]
    }

    /// Commands are recorded a little later than planned: nothing is done about a clock so close to
    /// what would change it.
    private static let slack = 5 * SimulationRun.gathering

    init(
        _ settings: OfficeSettings, end: Instant, nextOfficeTime: @escaping (Instant) -> Instant
    ) {
        self.settings = settings
        self.end = end
        self.nextOfficeTime = nextOfficeTime
        let definitions = Set(Subject.all.map(\.service)).compactMap {
            settings.definition(of: $0)
        }
        services = Dictionary(
            uniqueKeysWithValues: definitions.map { definition in
                let kinds: [ClockKind] = [.receive, .firstAnswer, .finish]
                let watched = definition.clocks.filter { kinds.contains($0.kind) }
                return (
                    definition.code, Service(clocks: ServiceClocks(definition), watched: watched)
                )
            })
    }

    /// `acts` of one case, with what its clocks bring about among them.
    func kept(in acts: [PlannedAct], of filing: Filing, dice: inout Dice) -> [PlannedAct] {
        let subject = Subject.all[filing.subject]
        guard let service = services[subject.service] else { return acts }
        let calendar = settings.calendarCode(of: subject.department(in: settings))
        let fresh = Watch(settings.calendar, calendar, service.clocks, service.watched)
        var watch = fresh
        for act in acts { watch.take(act) }
        guard service.watched.contains(where: { watch.isLate($0.code, at: end) }) else {
            return acts
        }
        watch = fresh
        var kept: [PlannedAct] = []
        for (index, act) in acts.enumerated() {
            if index > 0 {
                kept += alarms(until: act.time, service, &watch, after: acts[index - 1], &dice)
            }
            watch.take(act)
            kept.append(act)
        }
        guard let last = acts.last else { return kept }
        return kept + alarms(until: end, service, &watch, after: last, &dice)
    }

    /// What happens between two acts of the plan because a clock runs out there.
    private func alarms(
        until next: Instant, _ service: Service, _ watch: inout Watch, after last: PlannedAct,
        _ dice: inout Dice
    ) -> [PlannedAct] {
        guard case .petition(let petition, _) = last.deed else { return [] }
        var acts: [PlannedAct] = []
        func add(_ act: Act, _ time: Instant) {
            let planned = PlannedAct(time: time, deed: .petition(petition, act))
            acts.append(planned)
            watch.take(planned)
        }
        for clock in service.watched {
            while let time = putOff(of: clock, watch, from: last.time, until: next, &dice) {
                add(.extend(clock: clock.code), time)
            }
            guard let due = watch.due(clock.code),
                case let noticed = due.advanced(milliseconds: Self.slack), noticed > last.time,
                noticed.advanced(milliseconds: Self.slack) < next, watch.isFirst(clock.code)
            else { continue }
            add(.missDeadline(clock: clock.code), noticed)
            guard clock.kind == .finish, dice.chance(75) else { continue }
            for time in notices(from: noticed, until: next, &dice) {
                add(.noticeDelay(clock: clock.code), time)
            }
        }
        return acts.sorted { $0.time < $1.time }
    }

    /// When the deadline is put off, if it may be and somebody sees that it will not be kept.
    private func putOff(
        of clock: ClockDefinition, _ watch: Watch, from last: Instant, until next: Instant,
        _ dice: inout Dice
    ) -> Instant? {
        guard let rule = clock.extensions, watch.extensions(of: clock.code) < rule.most,
            let due = watch.due(clock.code), due < next, dice.chance(85)
        else { return nil }
        let days = Int.random(in: 2...5, using: &dice)
        let time = atOffice(due.advanced(milliseconds: -days * 86_400_000), &dice)
        let isInTime = time.advanced(milliseconds: Self.slack) < due
        return time > last && isInTime ? time : nil
    }

    /// When the petitioner is told why it takes longer: at once, and then each week.
    private func notices(
        from missed: Instant, until next: Instant, _ dice: inout Dice
    ) -> [Instant] {
        var times: [Instant] = []
        var time = missed
        for week in 0..<3 {
            let hours = week == 0 ? Int.random(in: 4...60, using: &dice) : 7 * 24
            time = atOffice(time.advanced(milliseconds: hours * 3_600_000), &dice)
            guard time < next else { break }
            times.append(time)
        }
        return times
    }

    /// The moment itself if the office is open; else some time after it opens.
    private func atOffice(_ moment: Instant, _ dice: inout Dice) -> Instant {
        let opened = nextOfficeTime(moment)
        guard opened > moment else { return moment }
        let wait = Int.random(in: 60_000..<10_000_000, using: &dice)
        return nextOfficeTime(opened.advanced(milliseconds: wait))
    }
}
