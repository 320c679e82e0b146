package import Channels
package import Entries
package import EventLog
internal import Events
package import Foundation
package import Projections
package import Rules
internal import Threads
package import Vault

/// One office in service: its writer, its live views, its people's passwords and sessions.
///
/// Any thread may use it; commands block the calling thread until they are decided and durable.
package final class ServedOffice: Sendable {
    package let office: Office
    package let views: LiveViews
    package let accounts: Accounts
    package let sessions: Sessions
    package let passwords: PasswordHasher
    package let factors: SecondFactors
    package let officers: OfficerDirectory
    package let readMarks: ReadMarks
    package let figures: PublicFigures
    package let deskFigures: DeskFigures
    package let clock: @Sendable () -> Instant
    /// What has been begun of the post; it ends with the office.
    private let postOffice = Monitor<OfficePost?>(nil)
    /// The watch over the deadlines, once it was begun; it ends with the office.
    private let deadlineWatch = Monitor<DeadlineWatch?>(nil)
    let writer: OfficeWriter
    /// Signs and publishes the log, or why it is not signed. An office is served without too.
    package let publisher: Result<Publisher, any Error>
    package let verifications: VerificationRuns
    let providerClients = Monitor<[LoginProvider: ProviderClient]>([:])
    let madeWitness = Monitor<Witness?>(nil)
    private let currentSettings: CurrentSettings

    /// Becomes the office's writer and brings its views to the head of its log.
    /// - Parameter program: what verifies the office when an auditor asks; by itself, this program.
    /// - Throws: `LogError.lockedByAnother` while another process is the writer.
    package init(
        _ paths: OfficePaths, clock: @escaping @Sendable () -> Instant,
        passwords: PasswordHasher = PasswordHasher(),
        program: URL = URL(filePath: "/proc/self/exe"),
        notices: @escaping @Sendable (WriterNotice) -> Void = { _ in }
    ) throws {
        let log = try EventLog.open(at: paths.log)
        let writer = try OfficeWriter(paths, log: log, clock: clock, notices: notices)
        let office = Office(paths: paths, log: log, vault: writer.vault)
        self.office = office
        self.writer = writer
        self.clock = clock
        self.passwords = passwords
        accounts = try Accounts(writer.vault)
        sessions = try Sessions(writer.vault.place)
        factors = try SecondFactors(writer.vault)
        officers = OfficerDirectory(of: office)
        readMarks = try ReadMarks(paths.readMarks)
        currentSettings = try CurrentSettings(of: office)
        let views = try LiveViews(of: office)
        self.views = views
        publisher = Result { try Publisher(of: office) }
        verifications = VerificationRuns(
            of: office, port: writer, clock: clock, program: program)
        figures = try PublicFigures(views, clock: clock)
        deskFigures = DeskFigures(views, clock: clock)
    }

    package var code: String { office.paths.code }

    /// Databases beside the log that were damaged when the office was opened, and are new now.
    package var setAside: [SetAside] { writer.setAside }

    package func settings() throws -> Frozen<OfficeSettings> { try currentSettings.now() }

    /// Decides a command; what follows from it is durable on return, and in the view that the
    /// caller looks at next unless it has fallen behind.
    package func perform(
        _ draft: Draft, seenIn view: ViewName = .citizenDashboard
    ) -> CommandOutcome {
        perform([draft], seenIn: view)[0]
    }

    /// Decides commands together, one after the other.
    package func perform(
        _ drafts: [Draft], seenIn view: ViewName = .citizenDashboard
    ) -> [CommandOutcome] {
        let outcomes = writer.submitAndWait(drafts.map(knowing))
        let last = outcomes.lazy.compactMap(\.lastPosition).max()
        if let last { views.wait(for: view, at: last) }
        return outcomes
    }

    /// Decides commands each for itself, so that each may carry a key of its own; what waits
    /// together is still committed together.
    package func performEach(
        _ drafts: [Draft], seenIn view: ViewName = .citizenDashboard
    ) -> [CommandOutcome] {
        let answers = Monitor<[Int: CommandOutcome]>([:])
        for (index, draft) in drafts.enumerated() {
            writer.submit([knowing(draft)]) { outcomes in
                answers.with { $0[index] = outcomes.first }
                answers.signal()
            }
        }
        let outcomes = answers.wait { $0.count == drafts.count ? $0 : nil }
        let last = outcomes.values.lazy.compactMap(\.lastPosition).max()
        if let last { views.wait(for: view, at: last) }
        return drafts.indices.map { outcomes[$0] ?? .busy }
    }

    /// The account that has this value as its own alone; nil if nobody has.
    package func account(with value: String, as unique: AccountRefusal.Unique) throws -> String? {
        try writer.holder(of: value, as: unique)
    }

    /// Begins to tell people what happens; once, at the start of a server.
    ///
    /// `site` is where the office’s pages are: only links in messages need it.
    @discardableResult
    package func beginPost(
        _ delivery: OfficePost.Delivery, site: String? = nil, plan: RetryPlan = RetryPlan(),
        report: @escaping @Sendable (String) -> Void = { _ in }
    ) throws -> OfficePost {
        let post = try OfficePost(
            office, port: writer, delivery: delivery, site: site, plan: plan, clock: clock,
            report: report)
        try post.start()
        postOffice.with { $0 = post }
        return post
    }

    /// Begins to write down what becomes of deadlines; once, at the start of a server.
    package func beginDeadlines(
        report: @escaping @Sendable (String) -> Void = { _ in }
    ) throws {
        let watch = try deadlines(report: report)
        watch.start()
        deadlineWatch.with { $0 = watch }
    }

    /// Begins to publish the log, once a second; once, at the start of a server.
    package func beginPublishing(report: @escaping @Sendable (String) -> Void) {
        switch publisher {
        case .success(let publisher): publisher.start(report: report)
        case .failure(let problem): report("\(problem)")
        }
    }

    /// A watch over the deadlines that was not begun.
    package func deadlines(
        batch: Int = 50, report: @escaping @Sendable (String) -> Void = { _ in }
    ) throws -> DeadlineWatch {
        try DeadlineWatch(
            office, port: writer, views: views, batch: batch, clock: clock, report: report)
    }

    /// Whether a page stands for the mail server: only in an office of made-up people.
    package var showsMessages: Bool {
        get throws {
            try post?.isShown ?? false && settings().value.office?.isSimulated ?? false
        }
    }

    /// The post, if it was begun.
    package var post: OfficePost? { postOffice.with { $0 } }

    /// Forgotten passwords of this office's people.
    package func passwordResets() throws -> PasswordResets {
        try PasswordResets(
            office, port: writer, codes: try post?.codes ?? OneTimeCodes(office.vault))
    }

    /// What this office's officers sign in with.
    package var logins: OfficerLogins {
        OfficerLogins(port: writer, accounts: accounts, sessions: sessions)
    }

    /// Whether the office sends SMS, so that a telephone can be confirmed.
    package var writesToTelephones: Bool { post?.open.contains(.sms) ?? false }

    /// Addresses and telephones that this office's people show to be theirs.
    package func contactConfirmations(
        of contact: ConfirmedContact = .email
    ) throws -> ContactConfirmations {
        ContactConfirmations(
            office, port: writer, codes: try post?.codes ?? OneTimeCodes(office.vault), of: contact)
    }

    /// One-time codes by which guests read the whole of their cases.
    package func readingCodes() throws -> ReadingCodes {
        ReadingCodes(
            office, port: writer, codes: try post?.codes ?? OneTimeCodes(office.vault),
            open: post?.open ?? [.email])
    }

    /// Compares every entry of the log with its hash on the calling thread, a million in about two
    /// seconds; what does not fit keeps the writer from going on, and is thrown.
    package func compareLog(unless isStopped: () -> Bool = { false }) throws {
        try office.log.compare(threads: 1) { _, _ in !isStopped() }
    }

    /// Finishes what was submitted, ends the following, and lets go of the office.
    package func close() {
        verifications.stop()
        deadlineWatch.with { $0 }?.stop()
        post?.stop()
        if case .success(let publisher) = publisher { publisher.stop() }
        writer.close()
        figures.stop()
        deskFigures.stop()
        views.stop()
    }
}

extension CommandOutcome {
    fileprivate var lastPosition: Position? {
        if case .accepted(let receipt) = self { receipt.positions?.upperBound } else { nil }
    }
}
