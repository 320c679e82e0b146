package import Entries
package import Events

/// Why a setting of the office may not be changed so.
package enum OfficeRefusal: Refusal {
    case absent
    case alreadyOpen
    /// Somebody else changed something since the page was shown.
    case stale(expected: Int, actual: Int)
    case wrongRole
    /// Only the house itself records that.
    case notByHand
    case missing(Need)
    case invalid(Part)
    case unknown(Thing, String)
    case exists(Thing, String)
    case wrongVersion(expected: Int)
    /// The definition cannot work, for these reasons.
    case unworkable([Wording])
    case tooLarge
    /// Something else still needs it.
    case inUse(String)
    case circular
    case lastAdministrator
    /// Nobody decides what he himself may do.
    case ownPost
    /// Whoever oversees the work does not do it.
    case overseerActs(overseeing: Role, acting: Role)
    /// The work that is to be taken over is not among what that officer may do.
    case cannotStandIn(String)
    case holidayInThePast(CivilDate)
    case notAHoliday(CivilDate)
    case datesReversed
    case hours(HoursRefusal)
    case messageTooLong(Int)
    case linkNotAllowed
    /// A word in braces that is not as it must be.
    case placeholder(TemplateMistake)
    case nothingChanges
    /// The running number was given out already; `upcoming` is the first that was not.
    case numberTaken(Int, upcoming: Int)

    package enum Need: String, Sendable {
        case name, text, reason, roles, policy
    }

    /// What is not as it must be.
    package enum Part: String, Sendable {
        case code, prefix, origin, number, passwordPolicy = "password-policy", minutes, photos
        case uploads, span, roles, year, limit, sessionHours = "session-hours"
        case quietHours = "quiet-hours"
    }

    /// What nobody has heard of, or what is there already.
    package enum Thing: String, Sendable {
        case service, category, department, officer, calendar, retention, view, news, channel
        case subscriber, run, holiday, year
    }

    /// A stable word for programs.
    package var code: String {
        switch self {
        case .absent: "absent"
        case .alreadyOpen: "already-open"
        case .stale: "stale"
        case .wrongRole: "wrong-role"
        case .notByHand: "not-by-hand"
        case .missing(let need): "missing-\(need.rawValue)"
        case .invalid(let part): "invalid-\(part.rawValue)"
        case .unknown(let thing, _): "unknown-\(thing.rawValue)"
        case .exists(let thing, _): "exists-\(thing.rawValue)"
        case .wrongVersion: "wrong-version"
        case .unworkable: "unworkable"
        case .tooLarge: "too-large"
        case .inUse: "in-use"
        case .circular: "circular"
        case .lastAdministrator: "last-administrator"
        case .ownPost: "own-post"
        case .overseerActs: "overseer-acts"
        case .cannotStandIn: "cannot-stand-in"
        case .holidayInThePast: "holiday-in-the-past"
        case .notAHoliday: "not-a-holiday"
        case .datesReversed: "dates-reversed"
        case .hours: "hours"
        case .messageTooLong: "message-too-long"
        case .linkNotAllowed: "link-not-allowed"
        case .placeholder: "placeholder"
        case .nothingChanges: "nothing-changes"
        case .numberTaken: "number-taken"
        }
    }
}
