package import Entries
package import EventLog
internal import Foundation
internal import Sockets
package import Vault

/// An office as it lies on the disk, open for reading; any thread may use it.
package final class Office: Sendable {
    package let paths: OfficePaths
    package let log: EventLog
    package let vault: Vault
    /// Encrypted attachments.
    package let files: SealedFiles
    let losses: RestoredLosses

    package init(paths: OfficePaths, log: EventLog, vault: Vault) {
        self.paths = paths
        self.log = log
        self.vault = vault
        files = SealedFiles(paths.files)
        losses = RestoredLosses(code: paths.code)
    }

    /// Opens an office whose writer may be another process.
    package convenience init(reading paths: OfficePaths) throws {
        let log = try EventLog.open(at: paths.log)
        self.init(
            paths: paths, log: log, vault: try Vault(opening: paths.place(log.origin), mode: .read))
    }

    /// Opens an office and becomes its writer, or reaches the one that another process is.
    ///
    /// The port must be closed before the process ends. It does not open where the log holds an
    /// entry that was changed (`LogDamage`).
    ///
    /// - Parameters:
    ///   - compared: hears of the entries that were compared with their hashes.
    ///   - waiting: called if another process holds the office and does not answer. It is waited
    ///     for: half a minute at the beginning, a minute where it has been sent something.
    package static func open(
        _ paths: OfficePaths, clock: @escaping @Sendable () -> Instant,
        notices: @escaping @Sendable (WriterNotice) -> Void = { _ in },
        compared: (_ done: Position, _ of: Position) -> Void = { _, _ in },
        waiting: @escaping @Sendable () -> Void = {}
    ) throws -> (office: Office, port: any CommandPort) {
        let log = try EventLog.open(at: paths.log)
        var patience = Self.patience
        while true {
            do {
                let writer = try OfficeWriter(
                    paths, log: log, clock: clock, notices: notices,
                    first: { log in
                        try log.compare {
                            compared($0, $1)
                            return true
                        }
                    })
                return (Office(paths: paths, log: log, vault: writer.vault), writer)
            } catch LogError.lockedByAnother {
                // It may not listen yet, or no longer.
                do {
                    let port = try RemoteWriter(paths, waiting: waiting)
                    let vault = try Vault(opening: paths.place(log.origin), mode: .read)
                    return (Office(paths: paths, log: log, vault: vault), port)
                } catch is SocketError {
                    guard patience > 0 else { throw LogError.lockedByAnother }
                    if patience == Self.patience - 20 { waiting() }
                }
            }
            patience -= 1
            Thread.sleep(forTimeInterval: 0.05)
        }
    }

    /// So many times, 50 ms apart, a writer is looked for that holds the lock and does not answer:
    /// at its start it compares its keys with the log.
    private static let patience = 600
}

extension OfficePaths {
    /// The vault's place; its keys are bound to the office's origin.
    func place(_ origin: String) -> VaultPlace {
        VaultPlace(directory: vault, keys: keys, data: data, office: origin)
    }
}
