package import Entries
package import Events

/// Why a view cannot go on. It stops where it stands; nothing is skipped.
package enum ProjectionFailure: Error, Equatable, Sendable {
    /// The log handed out an entry that does not follow the one before.
    case hole(after: Position, found: Position)
    /// An entry that this version cannot read: an unknown type, a newer version, damage.
    case unreadable(EventError, at: Position)
    /// A section that the view needs could not be opened, though nobody erased its key.
    case sectionUnavailable(field: String, at: Position)
}

extension ProjectionFailure: CustomStringConvertible {
    package var description: String {
        switch self {
        case .hole(let after, let found):
            "the log goes from position \(after) to \(found): the entries between are missing"
        case .unreadable(.unknownType(let type), let position):
            "position \(position) holds \(type), which this version does not know"
        case .unreadable(.newerVersion(let type, let known), let position):
            "position \(position) holds \(type); this version knows it up to v\(known)"
        case .unreadable(let error, let position):
            "the entry at position \(position) cannot be read: \(error)"
        case .sectionUnavailable(let field, let position):
            "the section “\(field)” at position \(position) cannot be opened: its key is missing"
        }
    }
}
