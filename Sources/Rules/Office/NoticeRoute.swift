package import Events

/// Through which channels a notice goes to a citizen, and which follows where one has failed.
package struct NoticeRoute: Equatable, Sendable {
    /// Where the person can be reached.
    package var reach: Set<NoticeChannel>
    /// What the office has a provider for.
    package var open: Set<NoticeChannel>

    package init(reach: Set<NoticeChannel>, open: Set<NoticeChannel>) {
        self.reach = reach
        self.open = open
    }

    private static let order = NoticeChannel.written

    /// E-mail and LINE both where there are both. An SMS goes to whoever has neither, and to
    /// everybody with the number of a new petition. A code goes out once, by one channel.
    package func channels(for notice: Notice) -> [NoticeChannel] {
        let possible = possible(for: notice)
        if notice.isCode { return Array(possible.prefix(1)) }
        let written = possible.filter { $0 != .sms }
        guard possible.contains(.sms), written.isEmpty || notice.isNumber else { return written }
        return written + [.sms]
    }

    /// What is tried when nobody was reached through `channel`; nil if there is nothing else, or
    /// the person is told through it already.
    package func next(after channel: NoticeChannel, for notice: Notice) -> NoticeChannel? {
        guard !notice.isCode, let place = Self.order.firstIndex(of: channel) else { return nil }
        let told = channels(for: notice)
        return possible(for: notice).first { other in
            Self.order.firstIndex(of: other)! > place && !told.contains(other)
        }
    }

    private func possible(for notice: Notice) -> [NoticeChannel] {
        Self.order.filter {
            notice.channels.contains($0) && reach.contains($0) && open.contains($0)
        }
    }
}

extension NoticeChannel {
    /// By which the office writes of its own accord, from the one that says most to the one that
    /// says least and costs most.
    package static let written: [NoticeChannel] = [.email, .line, .sms]
}

extension Notice {
    /// The channels that have words for it.
    package var channels: Set<NoticeChannel> {
        switch self {
        // With a password, a link, or to show that an address is one's own.
        case .trackingCode, .resetCode, .resetLink, .contactCode, .contactChanged: [.email]
        case .phoneCode: [.sms]
        case .readingCode: [.email, .sms]
        case .officerAssigned, .officerDepartment, .officerEscalated, .officerPetitioner,
            .officerReopened, .officerWithdrawn:
            [.email]
        case .submitted, .submittedCode, .received, .inProgress, .completed, .returned, .answered,
            .rejected, .referred, .reopened, .withdrawn, .deemedApproved, .delayNoticed,
            .documentIssued, .identityVerified,
            .identityRefused, .passwordReset:
            [.email, .line, .sms]
        }
    }

    /// Whether it carries what is worthless a second time.
    package var isCode: Bool {
        switch self {
        case .resetCode, .resetLink, .contactCode, .phoneCode, .readingCode: true
        default: false
        }
    }

    /// Whether it goes out whatever ways the person has chosen: it was asked for, or says that
    /// somebody has come to the account.
    package var isObligatory: Bool {
        switch self {
        case .trackingCode, .passwordReset, .contactChanged: true
        default: isCode
        }
    }

    /// Whether it brings a petition's number, which everybody is to have.
    package var isNumber: Bool { self == .submitted || self == .submittedCode }
}
