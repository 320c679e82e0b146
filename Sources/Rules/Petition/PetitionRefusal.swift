package import Entries
package import Events

/// Why a command on a case may not be carried out.
package enum PetitionRefusal: Refusal {
    // The case.
    case absent
    case alreadyExists
    /// Somebody else acted since the page was shown.
    case stale(expected: Int, actual: Int)
    case erased
    /// The action is not one of this state.
    case notNow(state: String, status: PublicStatus)

    // Who may.
    case wrongRole
    case notThePetitioner
    /// The case is with another officer.
    case withAnother(officer: String)
    case alreadyYours
    case withNobody
    case guarded(GuardKind)
    /// The case is confidential, and not for this officer to read.
    case confidential

    // What must come with it.
    case missing(Need)
    case missingDocument(Wording)
    case unknown(Thing, String)

    // Filing.
    case notOffered
    case notOpenYet(CivilDate)
    case modeNotOffered(FilingMode)
    case accountNeeded
    case inPersonOnly
    case identityTooLow(needed: IdentityLevel)
    case termsNotAccepted(current: Int)
    /// It came so many days before it was entered that somebody has to say why.
    case enteredLate(afterDays: Int)

    // The course.
    case returnedBefore
    case notWaiting
    case windowClosed(Instant)
    case sameDepartment
    case departmentNotAllowed
    case officerCannotAct(String)
    /// The case lies outside what that officer sees: it would have to change its unit.
    case officerElsewhere(String)
    /// Another matter: a complaint and a grievance, say. Somebody has to mean it.
    case otherKind(PetitionKind)
    case mergedInto(String)
    case mergeIntoItself
    case nothingChanges

    // Deadlines.
    case deadlinePassed(Instant)
    case notExtendable
    case extensionsUsedUp(Int)
    /// Longer than that at a time.
    case longerThanAllowed(TimeSpan)
    case clockStopped
    case tooEarly(Instant)
    /// It was reached in the other system, before the case came here.
    case beforeImport(Instant)
    case inThePast

    // Documents, money, rating, erasure.
    case documentExists(String)
    /// A licence follows from an application for it.
    case noLicenceHere
    case alreadyRevoked
    case amountNotPositive
    case scoreOutOfRange
    case notFinished
    case alreadyRated
    case erasureNotApproved
    case alreadyApproved
    /// Its personal data is to be kept for longer, or goes on a later day.
    case stillKept
    case onHold
    case notOnHold

    // Imports.
    /// The step was imported before: nothing is to be done.
    case alreadyThere(step: Int)
    case stepMissing(expected: Int)

    /// What is not there.
    package enum Need: String, Sendable {
        case reason, remedy, notice, message, note, defects, result, agency, petitioner, text
        case classification, attachment, appointment, document, number, key, owner
        case channel
    }

    /// What nobody has heard of.
    package enum Thing: String, Sendable {
        case service, definition, state, action, category, department, officer, agency, clock
        case outcome, ground, document, field, fee, appointment, petition, key
    }

    /// A stable word for programs.
    package var code: String {
        switch self {
        case .absent: "absent"
        case .alreadyExists: "already-exists"
        case .stale: "stale"
        case .erased: "erased"
        case .notNow: "not-now"
        case .wrongRole: "wrong-role"
        case .notThePetitioner: "not-the-petitioner"
        case .withAnother: "with-another"
        case .alreadyYours: "already-yours"
        case .withNobody: "with-nobody"
        case .guarded(let guardKind): "guarded-\(guardKind.rawValue)"
        case .confidential: "confidential"
        case .missing(let need): "missing-\(need.rawValue)"
        case .missingDocument: "document-needed"
        case .unknown(let thing, _): "unknown-\(thing.rawValue)"
        case .notOffered: "not-offered"
        case .notOpenYet: "not-open-yet"
        case .modeNotOffered: "mode-not-offered"
        case .accountNeeded: "account-needed"
        case .inPersonOnly: "in-person-only"
        case .identityTooLow: "identity-too-low"
        case .termsNotAccepted: "terms-not-accepted"
        case .enteredLate: "entered-late"
        case .returnedBefore: "returned-before"
        case .notWaiting: "not-waiting"
        case .windowClosed: "window-closed"
        case .sameDepartment: "same-department"
        case .departmentNotAllowed: "department-not-allowed"
        case .officerCannotAct: "officer-cannot-act"
        case .officerElsewhere: "officer-elsewhere"
        case .otherKind: "other-kind"
        case .mergedInto: "merged"
        case .mergeIntoItself: "merge-into-itself"
        case .nothingChanges: "nothing-changes"
        case .deadlinePassed: "deadline-passed"
        case .notExtendable: "not-extendable"
        case .extensionsUsedUp: "extensions-used-up"
        case .longerThanAllowed: "longer-than-allowed"
        case .clockStopped: "clock-stopped"
        case .tooEarly: "too-early"
        case .beforeImport: "before-import"
        case .inThePast: "in-the-past"
        case .documentExists: "document-exists"
        case .noLicenceHere: "no-licence-here"
        case .alreadyRevoked: "already-revoked"
        case .amountNotPositive: "amount-not-positive"
        case .scoreOutOfRange: "score-out-of-range"
        case .notFinished: "not-finished"
        case .alreadyRated: "already-rated"
        case .erasureNotApproved: "erasure-not-approved"
        case .alreadyApproved: "already-approved"
        case .stillKept: "still-kept"
        case .onHold: "on-hold"
        case .notOnHold: "not-on-hold"
        case .alreadyThere: "already-there"
        case .stepMissing: "step-missing"
        }
    }
}
