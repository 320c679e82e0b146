/// Something that an officer may want to do in a case, as the desk offers it. Its word is that of
/// the command that does it.
package enum DeskAct: String, CaseIterable, Sendable {
    // The course of the case.
    case receive
    case start
    case acceptCorrection = "accept-correction"
    case resume
    case complete
    case reject
    case reopen

    // The petitioner.
    case answer
    case askCorrection = "ask-correction"
    case message
    case attach
    case correct
    case withdraw
    case setAppointment = "set-appointment"
    case cancelAppointment = "cancel-appointment"
    case resetTracking = "reset-tracking"

    // Whose it is.
    case claim
    case takeOver = "take-over"
    case release
    case assign
    case forward
    case refer
    case waitFor = "wait-for"

    // Time.
    case extend
    case noticeDelay = "notice-delay"

    // Papers and money.
    case issueDocument = "issue-document"
    case revokeDocument = "revoke-document"
    case recordPayment = "record-payment"
    case certifyCopies = "certify-copies"
    case checkIdentity = "check-identity"

    // The file.
    case note
    case recategorise
    case setUrgency = "set-urgency"
    case setConfidentiality = "set-confidentiality"
    case merge
    case unmerge
    case dismissDuplicate = "dismiss-duplicate"
    case changeDefinition = "change-definition"

    /// Under which heading it stands.
    package enum Group: CaseIterable, Sendable {
        case course, petitioner, holder, time, papers, file
    }

    package var group: Group {
        switch self {
        case .receive, .start, .acceptCorrection, .resume, .complete, .reject, .reopen: .course
        case .answer, .askCorrection, .message, .attach, .correct, .withdraw, .setAppointment,
            .cancelAppointment, .resetTracking:
            .petitioner
        case .claim, .takeOver, .release, .assign, .forward, .refer, .waitFor: .holder
        case .extend, .noticeDelay: .time
        case .issueDocument, .revokeDocument, .recordPayment, .certifyCopies, .checkIdentity:
            .papers
        case .note, .recategorise, .setUrgency, .setConfidentiality, .merge, .unmerge,
            .dismissDuplicate, .changeDefinition:
            .file
        }
    }

    /// What takes it back, by an event of its own, where the rules know such a thing.
    package var undoing: DeskAct? {
        switch self {
        case .claim, .takeOver: .release
        case .release: .claim
        case .complete, .reject, .refer, .withdraw: .reopen
        case .waitFor: .resume
        case .askCorrection: .acceptCorrection
        case .merge: .unmerge
        case .setAppointment: .cancelAppointment
        case .issueDocument: .revokeDocument
        case .setUrgency: .setUrgency
        case .setConfidentiality: .setConfidentiality
        case .assign: .assign
        case .forward: .forward
        case .recategorise: .recategorise
        case .receive, .start, .acceptCorrection, .resume, .reopen, .answer, .message, .attach,
            .correct, .cancelAppointment, .extend, .noticeDelay,
            .revokeDocument, .recordPayment, .certifyCopies, .checkIdentity, .note, .unmerge,
            .dismissDuplicate, .resetTracking, .changeDefinition:
            nil
        }
    }
}
