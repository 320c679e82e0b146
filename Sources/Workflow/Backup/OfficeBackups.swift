package import Entries
internal import Files
internal import FoundationEssentials
internal import Vault

/// Where an office's backups go, and how long they stay.
package struct BackupPlan: Equatable, Sendable {
    /// For entries, and for what is sealed; nil: neither is archived.
    package var directory: String?
    /// For the vault, apart from the others; nil: it is not archived.
    package var vaultDirectory: String?
    /// A second copy of the vault that follows the first within a minute, on another disk.
    package var vaultCopy: String?
    /// So many days what is sealed stays, and the vault.
    package var days = 30
    /// So many archives of entries stay: each holds all before it.
    package var entryArchives = 7

    /// The law gives 90 days for forgetting; a key is destroyed within a night of the decision.
    package static let mostDays = 60

    package init() {}

    /// Whether the directories are apart, and none of them lies where the data or the keys do.
    package func isUsable(data: String, keys: String) -> Bool {
        let places = ([directory, vaultDirectory, vaultCopy].compactMap(\.self) + [data, keys])
            .map(ResolvedPath.of)
        return places.indices.allSatisfy { one in
            places.indices.allSatisfy { other in
                one == other || !"\(places[other])/".hasPrefix("\(places[one])/")
            }
        }
    }
}

/// What a run of the backups has made and taken away.
package struct BackupReport: Equatable, Sendable {
    package var made: [String] = []
    package var removed: [String] = []
    /// What was archived and is not what the log names.
    package var damage = SealedDamage()

    package init() {}
}

/// The backups of one office.
package struct OfficeBackups: Sendable {
    /// The kinds of archives, as their names begin.
    private enum Kind: String { case entries, sealed, vault }

    private let office: Office
    private let plan: BackupPlan
    private let code: String

    package init(of office: Office, _ plan: BackupPlan) {
        self.office = office
        self.plan = plan
        code = office.paths.code
    }

    /// Archives entries and what is sealed, then the vault, and removes what has had its time.
    ///
    /// In this order: whatever the entries name is in the others, which may hold more.
    ///
    /// - Parameter progress: hears how many bytes of the archive under way were written.
    package func run(
        at now: Instant, progress: @escaping (_ bytes: Int) -> Void = { _ in }
    ) throws -> BackupReport {
        var report = BackupReport()
        if let directory = plan.directory {
            try add(.entries, in: directory, at: now, to: &report) { path in
                _ = try EntryArchive.write(
                    office.log, publishedIn: office.paths.tiles, to: path, progress: progress)
            }
            var damage = SealedDamage()
            try add(.sealed, in: directory, at: now, to: &report) { path in
                damage = try SealedArchive.write(office, to: path, progress: progress).damage
            }
            report.damage = damage
        }
        try runVault(at: now, into: &report)
        return report
    }

    /// Archives the vault alone: what was archived before a key was destroyed opens no more.
    package func runVault(at now: Instant, into report: inout BackupReport) throws {
        guard let directory = plan.vaultDirectory else { return }
        try add(.vault, in: directory, at: now, to: &report) { path in
            _ = try VaultArchive.write(office.vault, to: path)
        }
    }

    /// Brings the second copy of the vault along, if the vault has changed.
    package func followVault() throws {
        guard let directory = plan.vaultCopy.map({ "\($0)/\(code)" }) else { return }
        guard try !Self.isBehind(office.paths.vault, directory) else { return }
        try Vault.copy(office.vault.place, to: directory)
    }

    /// Whether each file was last changed before its copy was made, by more than the clock's grain.
    private static func isBehind(_ vault: String, _ copy: String) throws -> Bool {
        try Vault.copiedNames.allSatisfy { name in
            guard let source = try FileStatus.of("\(vault)/\(name)") else { return true }
            guard let copied = try FileStatus.of("\(copy)/\(name)") else { return false }
            return source.ageSeconds > copied.ageSeconds + 1
        }
    }

    private func add(
        _ kind: Kind, in directory: String, at now: Instant, to report: inout BackupReport,
        _ write: (String) throws -> Void
    ) throws {
        let directory = "\(directory)/\(code)"
        try FileManager.default.createDirectory(
            atPath: directory, withIntermediateDirectories: true,
            attributes: [.posixPermissions: 0o700])
        try removeUnfinished(kind, in: directory)
        let name = try free("\(kind.rawValue)-\(FileStamp.text(now))", in: directory)
        try write("\(directory)/\(name)")
        report.made.append(name)
        try prune(kind, in: directory, at: now, into: &report)
    }

    /// A name that no archive bears: two backups may fall into one second.
    private func free(_ name: String, in directory: String) throws -> String {
        let names = Set(try Directory.names(directory) ?? [])
        guard names.contains(name) else { return name }
        return (2...).lazy.map { "\(name)-\($0)" }.first { !names.contains($0) } ?? name
    }

    /// What a process that was killed has left. This office has one writer, and so one job.
    private func removeUnfinished(_ kind: Kind, in directory: String) throws {
        for name in try Directory.names(directory) ?? []
        where name.hasPrefix("\(kind.rawValue)-")
            && (name.hasSuffix(".part") || name.hasSuffix(".copy"))
        {
            try FileManager.default.removeItem(atPath: "\(directory)/\(name)")
        }
    }

    private func prune(
        _ kind: Kind, in directory: String, at now: Instant, into report: inout BackupReport
    ) throws {
        let prefix = "\(kind.rawValue)-"
        let names = try (Directory.names(directory) ?? []).filter { $0.hasPrefix(prefix) }.sorted()
        let oldest = now.advanced(milliseconds: -min(plan.days, BackupPlan.mostDays) * 86_400_000)
        let epoch = office.vault.epoch
        let going = try names.filter { name in
            switch kind {
            case .entries: !names.suffix(plan.entryArchives).contains(name)
            case .sealed: name < prefix + FileStamp.text(oldest)
            case .vault:
                // One of a destroyed key opens nothing, and holds what was to be forgotten.
                try name < prefix + FileStamp.text(oldest)
                    || VaultArchive.check("\(directory)/\(name)").epoch < epoch
            }
        }
        for name in going {
            try Directory.remove("\(directory)/\(name)")
            report.removed.append(name)
        }
    }
}
