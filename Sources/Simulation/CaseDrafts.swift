internal import Entries
internal import Events
internal import Rules
internal import Workflow

/// What is done in a case, as commands.
struct CaseDrafts {
    let people: People
    let staff: Staff
    let settings: OfficeSettings

    /// As far as a case has come, of what the plan does not say.
    struct Progress {
        /// Nil until it is filed.
        var number: String?
        var department = ""
        var owner: String?
        var licences = 0
        /// The number of the case that it is merged into.
        var other: String?
    }

    /// The department that the office sends it to.
    func department(of filing: Filing) -> String {
        Subject.all[filing.subject].department(in: settings)
    }

    func draft(
        _ act: Act, in petition: Int, _ progress: inout Progress, at time: Instant
    ) throws -> Draft {
        let filing = people.plan.filings[petition]
        let scene = Scene(
            drafts: self, petition: petition, filing: filing, subject: Subject.all[filing.subject],
            time: time)
        return switch act {
        case .file: try scene.file()
        case .receive, .assign, .claim, .receiveAsOwner, .forward:
            scene.route(act, &progress)
        case .start, .askCorrection, .correct, .acceptCorrection, .withdraw, .reopen:
            scene.move(act, progress)
        case .note, .answer, .message, .viewPetitioner, .rate, .tellFiled, .tellResult:
            scene.say(act, progress)
        case .waitForAgency, .resume, .refer: scene.turn(act, progress)
        case .merge, .unmerge: scene.join(act, progress)
        case .missDeadline(let clock), .extend(let clock), .noticeDelay(let clock):
            scene.answer(for: clock, act, progress)
        case .pay, .issueLicence, .complete, .reject, .rejectUncorrected:
            try scene.decide(act, &progress)
        }
    }
}

/// One act about to be done: who, in which case, when.
struct Scene {
    let drafts: CaseDrafts
    let petition: Int
    let filing: Filing
    let subject: Subject
    let time: Instant

    var people: People { drafts.people }
    var staff: Staff { drafts.staff }
    var isByOfficer: Bool { filing.sender == .officer }
    var definition: ServiceDefinition? { drafts.settings.definition(of: subject.service) }

    func draft(
        _ command: PetitionCommand, _ progress: CaseDrafts.Progress, by actor: Actor,
        _ sections: [PlainSection] = []
    ) -> Draft {
        Draft(.petition(number: progress.number, command), by: actor, at: time, sections: sections)
    }

    /// The citizen, or the officer who enters for somebody at the counter.
    func petitioner(_ progress: CaseDrafts.Progress) -> Actor {
        isByOfficer ? owner(progress) : people.sender(petition)
    }

    /// Who has the case; if nobody has, whoever is at the front desk, or works in the unit where the
    /// front desk may not read it.
    func owner(_ progress: CaseDrafts.Progress) -> Actor {
        if let owner = progress.owner.flatMap(staff.actor) { return owner }
        return subject.isConfidential
            ? staff.handler(of: drafts.department(of: filing), filing.draw)
            : staff.receiver(filing.draw)
    }
}
