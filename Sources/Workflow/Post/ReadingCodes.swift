package import Entries
internal import EventLog
package import Events
internal import Rules
package import Vault

/// One-time codes by which a guest reads the whole of a case that four digits of a telephone show
/// the outline of: sent to the e-mail address or the mobile that was given at filing, to no other.
///
/// Every call blocks for the disk. Any thread may use it.
package struct ReadingCodes: Sendable {
    private let office: Office
    private let port: any CommandPort
    private let codes: OneTimeCodes
    private let open: Set<NoticeChannel>

    /// `codes` are those of the office's post, `open` what it has a provider for.
    init(
        _ office: Office, port: any CommandPort, codes: OneTimeCodes, open: Set<NoticeChannel>
    ) {
        self.office = office
        self.port = port
        self.codes = codes
        self.open = open
    }

    package enum Asked: Equatable, Sendable {
        case sent
        /// The last one is younger than a minute, or there were too many today.
        case notBefore(Instant)
        case failed(CommandOutcome)
    }

    /// A mail may be on its way for a while.
    private static let minutes = 15

    static func end(after time: Instant) -> Instant {
        time.advanced(milliseconds: minutes * 60_000)
    }

    /// Where a code goes; nil if nothing was given that the office can write to.
    package func channel(of number: String) throws -> NoticeChannel? {
        let reach = try AddressBook(office: office).reach(StreamName(.petition, number))
        guard !reach.isErased else { return nil }
        return NoticeRoute(reach: reach.channels(for: .readingCode), open: open)
            .channels(for: .readingCode).first
    }

    /// From when on another code may be asked for; nil if it may be at once.
    package func nextAsk(of number: String, at now: Instant) throws -> Instant? {
        try codes.nextIssue(.reading, to: number, at: now)
    }

    /// Performs `draft`, which asks for a code; the post sends it.
    package func ask(_ draft: Draft, of number: String, at now: Instant) throws -> Asked {
        if let moment = try nextAsk(of: number, at: now) { return .notBefore(moment) }
        let outcome = port.perform(draft)
        guard case .accepted(let receipt) = outcome, let position = receipt.positions?.lowerBound,
            let entry = try office.log.entry(at: position),
            case let recorded = try RecordedEvent.read(entry),
            let asked = NoticePlan.code(recorded, in: .readingCode),
            try codes.issue(
                asked.purpose, to: asked.account, for: recorded.id, at: position,
                as: asked.manner, at: now, until: asked.end) != nil
        else { return .failed(outcome) }
        return .sent
    }

    /// What is out for a case; costs nothing.
    package func state(of number: String, at now: Instant) throws -> OneTimeCode? {
        try codes.code(.reading, of: number, at: now)
    }

    /// Whether a code is right: then it is spent. A wrong one counts.
    package func open(
        _ typed: String, of number: String, at now: Instant
    ) throws -> OneTimeCode.Verdict {
        let verdict = try codes.check(typed, .reading, of: number, at: now)
        if verdict == .right { try codes.spend(.reading, of: number) }
        return verdict
    }
}
