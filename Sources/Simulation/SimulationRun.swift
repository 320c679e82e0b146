internal import Entries
internal import Events
internal import Rules
internal import Workflow

/// Carries a plan out, many commands at once where the clock allows it.
struct SimulationRun {
    private let simulation: OfficeSimulation
    private let port: any CommandPort
    private let clock: SimulatedClock
    private let cases: CaseDrafts
    private let accounts: AccountDrafts
    private var progress: [CaseDrafts.Progress]
    private var batch: [Draft] = []
    private var deeds: [Deed] = []
    /// What is opened in this batch: nothing more can be done with it before it is there.
    private var opening: Set<Deed> = []
    /// What has to wait for that.
    private var later: [PlannedAct] = []
    private(set) var result = SimulationResult()

    /// How long commands are gathered: the events of one gathering are recorded at one time, by
    /// one commit.
    static let gathering = 60_000

    init(
        _ simulation: OfficeSimulation, port: any CommandPort, clock: SimulatedClock,
        settings: OfficeSettings, files: SimulatedFiles
    ) {
        self.simulation = simulation
        self.port = port
        self.clock = clock
        let people = People(plan: simulation.plan, files: files)
        cases = CaseDrafts(people: people, staff: simulation.staff, settings: settings)
        accounts = AccountDrafts(
            people: people, staff: simulation.staff, terms: settings.termsVersion,
            notice: settings.noticeVersion)
        progress = simulation.plan.filings.map { [cases] in
            CaseDrafts.Progress(department: cases.department(of: $0))
        }
    }

    /// The administrator comes first and appoints the others.
    mutating func appoint() throws {
        for (index, member) in simulation.staff.members.enumerated() {
            let time = simulation.start.advanced(milliseconds: 60_000 * (index + 1))
            let event = OfficeEvent.OfficerAppointed(
                officer: member.actor.id, roles: member.actor.roles,
                department: member.actor.department)
            let identity = Identity(
                title: member.title, givenName: member.givenName, familyName: member.familyName,
                position: member.position, email: "\(member.actor.id)@khamrong.example")
            clock.advance(to: time)
            let outcome = port.perform(
                Draft(
                    .office(OfficeCommand(.officerAppointed(event))),
                    by: index == 0 ? .system : simulation.staff.administrator, at: time,
                    sections: [PlainSection(identity)]))
            result.commands += 1
            if try isAccepted(outcome, "appoint \(member.actor.id)") { result.officers += 1 }
        }
    }

    /// Gives every officer a password, and asks for no second factor: whoever tries things out has
    /// no phone at hand.
    mutating func letIn(_ passwordHash: String, by logins: OfficerLogins) throws {
        let policy = OfficeEvent.OfficerPolicySet(
            sessionHours: OfficeEvent.OfficerPolicySet.standard.sessionHours)
        let time = clock.now()
        var outcomes = [
            port.perform(
                Draft(
                    .office(OfficeCommand(.officerPolicySet(policy))),
                    by: simulation.staff.administrator, at: time))
        ]
        for member in simulation.staff.members {
            outcomes.append(
                try logins.setPassword(
                    hash: passwordHash, of: member.actor.id, via: nil, by: member.actor, at: time))
        }
        for outcome in outcomes {
            result.commands += 1
            _ = try isAccepted(outcome, "let officers in")
        }
    }

    mutating func perform(progress report: (Int) -> Void) throws {
        var slot = 0
        for (index, act) in simulation.plan.acts.enumerated() {
            let next = Instant.floorDivide(act.time.milliseconds, Self.gathering)
            if next != slot {
                try sendAll()
                report(index)
            }
            slot = next
            clock.advance(to: act.time)
            if opening.contains(act.deed.stream) { later.append(act) } else { try add(act) }
        }
        try sendAll()
        clock.advance(to: simulation.end)
    }

    private mutating func add(_ act: PlannedAct) throws {
        guard let draft = try draft(act) else { return }
        batch.append(draft)
        deeds.append(act.deed)
        if act.deed.isOpening { opening.insert(act.deed.stream) }
    }

    private mutating func sendAll() throws {
        try send()
        for act in later { try add(act) }
        later.removeAll(keepingCapacity: true)
        try send()
    }

    /// Nil for what follows on something that was refused.
    private mutating func draft(_ act: PlannedAct) throws -> Draft? {
        switch act.deed {
        case .account(let citizen, let deed):
            return try accounts.draft(deed, of: citizen, at: act.time)
        case .petition(let petition, let deed):
            guard deed == .file || progress[petition].number != nil else { return nil }
            if case .merge(let into) = deed {
                guard let other = progress[into].number else { return nil }
                progress[petition].other = other
            }
            return try cases.draft(deed, in: petition, &progress[petition], at: act.time)
        }
    }

    private mutating func send() throws {
        guard !batch.isEmpty else { return }
        let outcomes = port.submitAndWait(batch)
        for (outcome, deed) in zip(outcomes, deeds) {
            result.commands += 1
            guard try isAccepted(outcome, "\(deed)") else { continue }
            switch deed {
            case .petition(let petition, .file):
                result.petitions += 1
                progress[petition].number = outcome.name
            case .account(_, .register): result.accounts += 1
            default: break
            }
        }
        batch.removeAll(keepingCapacity: true)
        deeds.removeAll(keepingCapacity: true)
        opening.removeAll(keepingCapacity: true)
    }

    private mutating func isAccepted(_ outcome: CommandOutcome, _ deed: String) throws -> Bool {
        switch outcome {
        case .accepted: return true
        case .refused(let code, let wording):
            let first = "\(deed): \(wording.english)"
            result.refusals[code, default: .init(first: first)].count += 1
            return false
        case .unknown, .failed, .busy: throw SimulationInterrupted(outcome: outcome)
        }
    }
}

extension CommandOutcome {
    /// The name of the stream that an accepted command belongs to.
    fileprivate var name: String? {
        guard case .accepted(let receipt) = self else { return nil }
        return StreamName(subject: receipt.stream)?.name
    }
}

extension Deed {
    /// The act that opened the case or account which this one is about.
    fileprivate var stream: Deed {
        switch self {
        case .petition(let petition, _): .petition(petition, .file)
        case .account(let citizen, _): .account(citizen, .register)
        }
    }

    fileprivate var isOpening: Bool { self == stream }
}
