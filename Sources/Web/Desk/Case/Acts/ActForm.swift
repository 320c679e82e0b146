internal import Events
internal import Markup
internal import Rules
internal import Workflow

/// What an act asks for, and the command that follows from the answers. What must be there the
/// rules say: a form only reads what was typed.
struct ActForm: Sendable {
    /// Whether files may come with it.
    let takesFiles: Bool
    /// Nil where nothing is asked.
    let fields: (@Sendable (ActVisit) -> HTML)?
    let command: @Sendable (ActVisit, inout Issues) throws -> ActCommand?
    /// What the button says where it does not do the act yet.
    var buttonText: (@Sendable (ActVisit) -> String?)?

    var isBare: Bool { fields == nil }

    init(
        takesFiles: Bool = false, fields: (@Sendable (ActVisit) -> HTML)? = nil,
        command: @escaping @Sendable (ActVisit, inout Issues) throws -> ActCommand?
    ) {
        self.takesFiles = takesFiles
        self.fields = fields
        self.command = command
    }

    static func form(for act: DeskAct) -> ActForm {
        switch act {
        case .receive: ActForm { visit, _ in visit.noted(.receive(.init(action: visit.action))) }
        case .start: ActForm { visit, _ in visit.noted(.start(.init(action: visit.action))) }
        case .acceptCorrection:
            ActForm { visit, _ in visit.noted(.acceptCorrection(.init(action: visit.action))) }
        case .resume: ActForm { visit, _ in visit.noted(.resume(.init(action: visit.action))) }
        case .claim: ActForm { _, _ in ActCommand(.claim) }
        case .release: release
        case .complete: complete
        case .reject: reject
        case .reopen: reopen
        case .answer: answer
        case .askCorrection: askCorrection
        case .message: message
        case .attach: attach
        case .correct: correct
        case .withdraw: withdraw
        case .setAppointment: setAppointment
        case .cancelAppointment: cancelAppointment
        case .takeOver: takeOver
        case .assign: assign
        case .forward: forward
        case .refer: refer
        case .waitFor: waitFor
        case .extend: extend
        case .noticeDelay: noticeDelay
        case .issueDocument: issueDocument
        case .revokeDocument: revokeDocument
        case .recordPayment: recordPayment
        case .certifyCopies: certifyCopies
        case .checkIdentity: checkIdentity
        case .note: note
        case .recategorise: recategorise
        case .setUrgency: setUrgency
        case .setConfidentiality: setConfidentiality
        case .merge: merge
        case .unmerge: unmerge
        case .dismissDuplicate: dismissDuplicate
        case .resetTracking: resetTracking
        case .changeDefinition: changeDefinition
        }
    }
}

/// A command as a form makes it, with what it says of people.
struct ActCommand: Sendable {
    let command: PetitionCommand
    let sections: [PlainSection]
    var hasRemedy = false
    /// The other case that it speaks of.
    var other: String?

    init(_ command: PetitionCommand, _ sections: [PlainSection?] = []) {
        self.command = command
        self.sections = sections.compactMap { $0 }
    }
}
