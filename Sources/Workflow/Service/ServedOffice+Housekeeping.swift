internal import Channels
package import Entries
internal import EventLog
internal import Vault

extension ServedOffice {
    /// How long the outbox remembers what was sent.
    private static let outboxMilliseconds = 90 * 86_400_000

    /// Takes out what has run its time: sessions, codes, unfinished filings, old lines of the
    /// outbox. Once a minute is often enough; it costs little when there is nothing.
    package func tidy(at now: Instant) throws {
        try sessions.sweep(at: now)
        try filings.sweep(at: now)
        _ = try SetAside.removeOldDrafts(office.paths, at: now)
        if let post {
            try post.codes.sweep(at: now)
            _ = try post.outbox.sweep(
                before: now.advanced(milliseconds: -Self.outboxMilliseconds))
        }
    }

    /// Makes the snapshots by which past views are quick to come by, once there is enough to make
    /// one of.
    package func tidySnapshots(unless isOver: () -> Bool) throws {
        try office.catchUpSnapshots(unless: isOver)
    }

    /// Removes files that no event names: once a day, as it may take a while.
    package func tidyFiles() throws { try office.sweepFiles() }

    /// Carries out what was approved to be forgotten, and removes what is left of it; for the
    /// night: nobody reads or writes while the log's file is written anew.
    ///
    /// The vault's copies are made anew where a key was destroyed: older ones open no more.
    @discardableResult
    package func forget(
        at now: Instant, backups plan: BackupPlan = BackupPlan()
    ) throws -> Forgotten {
        let backups = OfficeBackups(of: office, plan)
        var report = BackupReport()
        let forgotten = try writer.forget(at: now) {
            try backups.followVault()
            try backups.runVault(at: now, into: &report)
        }
        if forgotten.epoch != nil { try views.settle(at: try office.log.head) }
        return forgotten
    }
}
