internal import Entries
internal import Events
internal import HTTP
internal import Rules
internal import Workflow

/// One case as one officer may see it now, and what that officer may do in it.
struct DeskCase: Sendable {
    let visit: Visit
    let officer: OfficeSettings.Officer
    /// Without what was written, if no more than the outline is in sight.
    let file: CaseFile
    let sight: DeskScope.Sight
    let scope: DeskScope
    let definition: ServiceDefinition
    let offers: [DeskOffer]
    /// How surely the petitioner's account is known by now.
    let petitionerLevel: IdentityLevel?
    /// What of the person's data is open to the officer for now.
    let opened: Set<ViewedPart>

    var petition: Petition { file.petition }
    var number: String { file.petition.number }
    var settings: OfficeSettings { visit.settings }

    /// Whether the particulars of the petitioner are to be seen and not only hinted at.
    var showsPetitioner: Bool { opened.contains(.petitioner) }

    var next: DeskOffer? { petition.next(among: offers) }

    func offers(of act: DeskAct) -> [DeskOffer] { offers.filter { $0.act == act } }
    func offers(_ act: DeskAct) -> Bool { offers.contains { $0.act == act } }

    /// A case is not answered by the form that closes it: what the petitioner is told comes first.
    static let unasked: [DeskAct: Set<SectionKind>] = [
        .complete: [.message], .reject: [.message],
    ]

    /// Why an act is not offered; nil if it is.
    func objection(to act: DeskAct) -> PetitionRefusal? {
        Petition.objection(
            to: act, in: Frozen(petition), by: officer.actor, at: visit.now,
            settings: visit.frozenSettings, knownAs: petitionerLevel, unasked: Self.unasked)
    }

    /// All that is missing in a command as a form made it; empty where nothing is.
    func lacks(in made: ActCommand) throws -> [PetitionRefusal] {
        var circumstances = Circumstances(now: visit.now, settings: visit.frozenSettings)
        circumstances.sections = Set(made.sections.compactMap { SectionKind(rawValue: $0.field) })
        circumstances.hasRemedy = made.hasRemedy
        circumstances.petitionerLevel = petitionerLevel
        circumstances.other = try made.other.flatMap { try visit.office.office.file(of: $0) }
            .map { Frozen($0.petition) }
        return Petition.lacks(
            of: made.command, in: Frozen(petition), by: officer.actor, with: circumstances)
    }

    /// Of the definition's own names where the act is a step of it.
    func name(of offer: DeskOffer) -> String {
        let step = definition.actions.first { $0.code == offer.action }
        return step.map { visit.language($0.name) } ?? visit.language(offer.act.label)
    }
}

extension Visit {
    /// The case of the address, if it is in sight of this visit's officer, and nothing opened.
    ///
    /// A confidential case that is out of sight is heard of no more than one that is not there.
    func caseInSight() throws -> (file: CaseFile, scope: DeskScope, sight: DeskScope.Sight) {
        guard let number = request.parameters["number"],
            let file = try office.office.file(of: number)
        else { throw HTTP.Refusal.notFound }
        let scope = try deskScope()
        guard let sight = scope.sight(of: file.petition) else {
            throw file.petition.isConfidential
                ? HTTP.Refusal.notFound : HTTP.Refusal.refused(.forbidden)
        }
        return (file, scope, sight)
    }

    /// The case of the address, opened: that its text was seen is recorded before anything of it
    /// is sent.
    func deskCase(opening more: [ViewedPart] = []) throws -> DeskCase {
        let officer = try needOfficer()
        let (closed, scope, sight) = try caseInSight()
        guard let definition = settings.definition(of: closed.petition) else {
            throw HTTP.Refusal.notFound
        }
        let file =
            sight == .whole
            ? try open(parts(of: closed, for: scope) + more, of: closed) : closed.outline
        let level = try office.petitionerLevel(of: closed)
        return DeskCase(
            visit: self, officer: officer, file: file, sight: sight, scope: scope,
            definition: definition,
            offers: Petition.offers(
                in: Frozen(file.petition), to: officer.actor, at: now, settings: frozenSettings,
                knownAs: level, unasked: DeskCase.unasked),
            petitionerLevel: level,
            opened: ViewingRecord.opened(by: officer.id, in: file.events, at: now))
    }

    /// What a case's page shows at once. Whoever works on the case works with its petitioner,
    /// unless that person did not want to be named, and with the photos.
    private func parts(of file: CaseFile, for scope: DeskScope) -> [ViewedPart] {
        var parts: [ViewedPart] = [.text]
        if file.place != nil { parts.append(.place) }
        let written: [(SectionKind, ViewedPart)] = [(.message, .messages), (.note, .notes)]
        for (kind, part) in written where file.events.contains(where: { $0.holds(kind) }) {
            parts.append(part)
        }
        let isOwn = file.petition.owner.map(scope.officers.contains) ?? false
        if isOwn, !file.petition.isAnonymous, file.petitioner != nil { parts.append(.petitioner) }
        if isOwn, file.hasPhotos { parts.append(.attachments) }
        return parts
    }

    /// Opens parts of a person's data: what was not opened lately is in the log on return.
    private func open(_ parts: [ViewedPart], of file: CaseFile) throws -> CaseFile {
        let actor = try needOfficer().actor
        guard let seen = try office.open(parts, of: file, by: actor, at: now) else {
            throw HTTP.Refusal.busy(retryAfterSeconds: 5)
        }
        return seen
    }
}

extension CaseFile {
    var hasPhotos: Bool { attachments.contains { $0.content.content?.isPhoto ?? false } }
}

extension Attachment {
    var isPhoto: Bool { mediaType.hasPrefix("image/") }
}

extension RecordedEvent {
    /// Whether something of that kind was written with the event.
    fileprivate func holds(_ kind: SectionKind) -> Bool {
        frame.sections.contains { $0.field == kind.rawValue }
    }
}
