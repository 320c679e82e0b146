import EventLog
import Projections

/// What this program is called, and which versions of stored things it writes.
enum Version {
    static let number = "0.1.0"

    static var words: String {
        let views = ViewName.allCases.map { "\($0.rawValue) \($0.type.version)" }
        return "\(number)\nlog format \(EventLog.format), rules \(OfficeContext.rulesVersion), "
            + "views \(views.joined(separator: ", "))"
    }
}
