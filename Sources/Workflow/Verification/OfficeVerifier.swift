internal import Entries
internal import EventLog
internal import Events
internal import Projections
internal import TransparencyLog
internal import Vault

/// Checks all that an office holds: its log, whether every entry is a known event, its vault, and
/// if asked its views. It changes nothing that lasts.
///
/// A damaged page of the log can end the process by a signal: run it in one that may go.
package struct OfficeVerifier {
    /// A part of the work, in the order in which they come.
    package enum Stage: String, CaseIterable, Sendable { case log, events, files, views }

    /// How much is looked at; each takes in those before it.
    package enum Extent: String, CaseIterable, Sendable {
        /// Entries, sealed sections, tree, and what was signed of them.
        case log
        /// Also whether all is known, the vault, the files, and what is published.
        case office
        case views
    }

    private let paths: OfficePaths
    private let extent: Extent
    private let progress: @Sendable (Stage, _ done: Int, _ of: Int) -> Void
    private let found: (OfficeFinding) -> Void
    private var result = OfficeVerification()

    /// - Parameters:
    ///   - progress: hears how many entries are done of a stage, from any thread.
    ///   - found: hears of each finding as soon as it is made.
    package init(
        _ paths: OfficePaths, _ extent: Extent,
        progress: @escaping @Sendable (Stage, _ done: Int, _ of: Int) -> Void,
        found: @escaping (OfficeFinding) -> Void
    ) {
        self.paths = paths
        self.extent = extent
        self.progress = progress
        self.found = found
    }

    /// - Throws: why the log could not even be opened.
    package consuming func run() throws -> OfficeVerification {
        var verifier = self
        try verifier.check()
        return verifier.result
    }

    private mutating func check() throws {
        let log = try EventLog.open(at: paths.log)
        var absent: [(position: Position, number: Int)] = []
        let (progress, damaged) = (progress, found)
        var damages = 0
        let verification = try LogVerifier(log).run(
            absent: { absent.append(($0, $1)) },
            progress: { progress(.log, Int($0), Int($1)) },
            damaged: {
                damages += 1
                damaged(OfficeFinding($0))
                return true
            })
        result.take(verification)
        result.findings += damages
        // What damaged entries meant is not known: nothing can be concluded from the others.
        guard damages == 0 else { return }
        var published = try PublishedCheck(paths, log)
        let checkpoint = published.checkpoints()
        if extent != .log, let checkpoint {
            try published.tiles(of: checkpoint.size)
            result.published = Int(checkpoint.size)
        }
        for finding in published.findings { note(finding) }
        guard extent != .log else { return }
        try checkMeaning(of: log, absent: absent)
    }

    private mutating func note(_ finding: OfficeFinding) {
        result.findings += 1
        found(finding)
    }

    private mutating func checkMeaning(
        of log: EventLog, absent: [(position: Position, number: Int)]
    ) throws {
        let head = Position(result.head)
        let progress = progress
        let meaning = try LogMeaning(of: log, through: head) {
            progress(.events, Int($0), Int(head))
        }
        for (position, error) in meaning.unreadable {
            note(OfficeFinding(error, at: position))
        }
        for (position, number) in absent {
            if try Self.isErased(number, at: position, in: log, meaning) {
                result.erasedSections += 1
            } else {
                note(.absent(number, at: position))
            }
        }
        try checkSideFiles()
        guard let vault = vault(of: log) else { return }
        let office = Office(paths: paths, log: log, vault: vault)
        if meaning.unreadable.isEmpty {
            try reconcile(vault, with: meaning)
            try checkFiles(of: office, through: head)
        }
        if extent == .views { try checkViews(office) }
    }

    private static func isErased(
        _ number: Int, at position: Position, in log: EventLog, _ meaning: LogMeaning
    ) throws -> Bool {
        guard let entry = try log.entry(at: position) else { return false }
        let sections = try Envelope(entry.bytes).sealedSections
        guard let section = sections.first(where: { $0.number == number }) else { return false }
        return meaning.erased[section.keyReference] != nil
            || meaning.erasedByLost.contains(section.keyReference)
    }

    // MARK: The vault

    private mutating func vault(of log: EventLog) -> Vault? {
        do {
            return try Vault(opening: paths.place(log.origin), mode: .read)
        } catch {
            note(OfficeFinding("vault", "\(error)"))
            return nil
        }
    }

    private mutating func reconcile(_ vault: Vault, with meaning: LogMeaning) throws {
        var reconciliation: Reconciliation
        do {
            for damage in try Vault.damage(in: vault.place) {
                note(OfficeFinding("vault", "the vault is damaged: \(damage)"))
            }
            for key in try vault.damagedKeys() {
                note(
                    OfficeFinding(
                        "key-damaged", at: meaning.named[key],
                        "what the vault holds of the key \(key) was changed: it opens no more"))
            }
            reconciliation = try vault.reconcile(
                named: Set(meaning.named.keys), erased: meaning.erased)
        } catch {
            note(OfficeFinding("vault", "the vault cannot be read: \(error)"))
            return
        }
        reconciliation.erasedWithoutEvent.removeAll { meaning.erasedByLost.contains($0) }
        result.keys = reconciliation.active
        result.erasedKeys = reconciliation.erased
        let findings = OfficeFinding.findings(
            in: reconciliation, named: meaning.named, erased: meaning.erased)
        for finding in findings { note(finding) }
    }

    // MARK: The files

    private mutating func checkSideFiles() throws {
        for file in SideFile.allCases {
            guard let damage = try file.damage(in: paths) else { continue }
            note(.damaged(file, at: file.path(in: paths), damage))
        }
        for aside in try SetAside.all(paths) { note(.setAside(aside)) }
    }

    /// Every file must be what it is named, and every one that the log names must be there.
    ///
    /// A section that cannot be opened names nothing here: why it cannot has been found before.
    private mutating func checkFiles(of office: Office, through head: Position) throws {
        var whole: Set<SealedFileName> = []
        var damaged: Set<SealedFileName> = []
        try office.files.check { file, isWhole in
            if isWhole { whole.insert(file) } else { damaged.insert(file) }
        }
        let progress = progress
        var found = 0
        var named: Set<SealedFileName> = []
        var findings: [OfficeFinding] = []
        try office.fileNames(
            after: 0, through: head, progress: { progress(.files, Int($0), Int(head)) },
            open: { try? office.content(of: $1, beside: $0) }
        ) { naming in
            let name = SealedFileName(key: naming.key, file: naming.file)
            named.insert(name)
            guard !whole.contains(name) else { return found += 1 }
            let file = naming.file
            findings.append(
                OfficeFinding(
                    damaged.contains(name) ? .damaged(file) : .missing(file), at: naming.position))
        }
        result.files = found
        findings += damaged.subtracting(named).map { OfficeFinding(.damaged($0.file)) }
        for finding in findings { note(finding) }
    }

    // MARK: The views

    private mutating func checkViews(_ office: Office) throws {
        let views = OfficeViews(of: office)
        let total = result.head * ViewName.allCases.count
        for (number, view) in ViewName.allCases.enumerated() {
            do {
                try check(view, in: views, after: number * result.head, of: total)
            } catch let problem as OfficeProblem {
                throw problem
            } catch let damage as ViewDamage {
                note(OfficeFinding("view", "\(damage)"))
            } catch {
                note(OfficeFinding("view", "the view \(view.rawValue) cannot be read: \(error)"))
            }
        }
    }

    /// A view that was never made, or was deleted, is no finding: it comes back by itself.
    private mutating func check(
        _ view: ViewName, in views: OfficeViews, after start: Int, of total: Int
    ) throws {
        let progress = progress
        progress(.views, start, total)
        guard try views.reader(of: view).checkpoint() != nil else {
            return result.unbuiltViews.append(view.rawValue)
        }
        let differences = try views.difference(view) { position, _ in
            progress(.views, start + Int(position), total)
        }.filter { !$0.isEmpty }
        for difference in differences {
            let rows = difference.onlyInFile + difference.onlyInRebuild + difference.changed
            note(
                OfficeFinding(
                    "view",
                    "the view \(view.rawValue) is not what the log says; other in its table "
                        + "\(difference.table): \(rows) (\(difference.examples.joined(separator: ", ")))"
                ))
        }
        if differences.isEmpty { result.views.append(view.rawValue) }
    }
}
