package import Entries
internal import EventLog
package import Events
internal import Foundation
internal import Rules
internal import Vault

extension Office {
    /// Makes a new office: its log, its vault, its keys, and the settings that every office
    /// begins with, as events.
    ///
    /// It is made beside its place and moved there when it is whole, so that a failure leaves no
    /// half of an office. Its origin is fixed for ever.
    package static func create(
        _ paths: OfficePaths, opening: OfficeEvent.OfficeOpened,
        clock: @escaping @Sendable () -> Instant, mapSize: Int = EventLog.defaultMapSize
    ) throws {
        let files = FileManager.default
        guard !files.fileExists(atPath: paths.office) else {
            throw OfficeProblem.exists(paths.office)
        }
        let hadKeys = files.fileExists(atPath: paths.keys)
        let making = OfficePaths(
            data: "\(paths.data)/.making-\(paths.code)", keys: paths.keysRoot, code: paths.code)
        try? files.removeItem(atPath: making.data)
        try files.createDirectory(
            atPath: making.office, withIntermediateDirectories: true,
            attributes: [.posixPermissions: 0o750])
        do {
            let log = try EventLog.create(
                at: making.log, origin: opening.origin, now: clock(), mapSize: mapSize)
            try Vault.create(making.place(opening.origin))
            let port = try OfficeWriter(making, log: log, clock: clock)
            let outcome = port.perform(
                Draft(.office(OfficeCommand(.officeOpened(opening))), by: .system, at: clock()))
            port.close()
            guard case .accepted = outcome else { throw OfficeProblem.notOpened(outcome) }
            try files.moveItem(atPath: making.office, toPath: paths.office)
            try files.removeItem(atPath: making.data)
        } catch {
            try? files.removeItem(atPath: making.data)
            if !hadKeys { try? files.removeItem(atPath: paths.keys) }
            throw error
        }
    }
}

/// Why an office cannot be made or opened.
package enum OfficeProblem: Error, Equatable, Sendable {
    case exists(String)
    case absent(String)
    /// The views lie where nothing can be written, so that they cannot be brought along.
    case fixedViews(String)
    /// Another process brings the views along.
    case viewsBusy
    /// The view was never built.
    case viewMissing
    /// The rules refused its opening, or it could not be written.
    case notOpened(CommandOutcome)
}
