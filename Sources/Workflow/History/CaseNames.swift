package import Entries
package import EventLog
package import Events

/// What each case is called in an export: as its source calls it, ours by their numbers.
///
/// A name that several cases would bear is written `system/name` for those that came from
/// elsewhere: within one system names are unique, and no system has a slash in its own.
package struct CaseNames: Sendable {
    /// Hashes of the names that more than one case would bear; two names of one hash would only be
    /// longer than they must.
    private let shared: Set<Int>

    /// Reads every opening up to `end`.
    package init(of log: EventLog, until end: Position) throws {
        var met: Set<Int> = []
        var shared: Set<Int> = []
        try log.entries(until: end) { entry in
            guard entry.isOpening,
                case .petition(.submitted(let data)) = try RecordedEvent.read(entry).event
            else { return }
            // One that would be written so anyway must not meet a case of that very name.
            for name in [data.plainName, data.fullName] {
                guard let name, !met.insert(name.hashValue).inserted else { continue }
                shared.insert(name.hashValue)
            }
        }
        self.shared = shared
    }

    package func name(of opening: PetitionEvent.Submitted) -> String {
        let plain = opening.plainName
        return shared.contains(plain.hashValue) ? opening.fullName ?? plain : plain
    }
}

extension PetitionEvent.Submitted {
    fileprivate var plainName: String { source?.name ?? number }
    fileprivate var fullName: String? { source.map { "\($0.system)/\($0.name)" } }
}
