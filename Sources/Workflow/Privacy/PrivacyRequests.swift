package import Entries
internal import EventLog
package import Events
internal import Rules

/// What a person asked of the office about the person's own data, and how far that is.
package struct PrivacyRequest: Equatable, Sendable {
    package enum Stage: Int, Comparable, Sendable {
        /// The data protection officer is to decide.
        case asked
        /// Decided, and carried out in the following night at the latest.
        case approved
        /// The keys are gone; what they sealed goes in the following night.
        case erased
        case refused
        case done

        package static func < (one: Self, other: Self) -> Bool { one.rawValue < other.rawValue }
    }

    /// The law's time for an answer (PDPA s. 30 and s. 33): 30 days from the request.
    package static let days = 30

    package let account: String
    /// Nil if nobody asked: the office came to it by itself.
    package var askedAt: Instant?
    package var stage: Stage
    /// The last event that moved it, which a certificate names.
    package var position: Position
    package var movedAt: Instant

    /// The last day for the decision; nil once there is one, or if nobody asked.
    package var due: CivilDate? {
        guard stage == .asked, let askedAt else { return nil }
        return Self.due(askedAt: askedAt)
    }

    /// The last day for an answer to what was asked at that moment.
    package static func due(askedAt: Instant) -> CivilDate {
        CivilDate(dayNumber: askedAt.local.date.dayNumber + days)
    }
}

/// What a person asked to see of the own data, and what the office answered.
package struct AccessRequest: Equatable, Sendable {
    package let account: String
    package let askedAt: Instant
    /// Nil while there is no answer.
    package var answer: AccessAnswer?
    package var answeredAt: Instant?
    /// The last event of it.
    package var position: Position

    /// The last day for the answer, whether there is one or not.
    package var due: CivilDate { PrivacyRequest.due(askedAt: askedAt) }

    /// Whether the last day has gone by without an answer.
    package func isOverdue(on today: CivilDate) -> Bool { answer == nil && due < today }
}

extension Office {
    /// Who asked to see the own data: unanswered ones first, the longest first; of each person the
    /// last request.
    ///
    /// Looks through the whole log for these events, a fraction of a second a million entries.
    package func accessRequests() throws -> [AccessRequest] {
        var requests: [String: AccessRequest] = [:]
        try eachAccountEvent("access") { recorded in
            let account = recorded.stream.name
            switch recorded.event {
            case .account(.accessRequested):
                requests[account] = AccessRequest(
                    account: account, askedAt: recorded.time, position: recorded.position)
            case .account(.accessAnswered(let data)):
                requests[account]?.answer = data.answer
                requests[account]?.answeredAt = recorded.time
                requests[account]?.position = recorded.position
            default: break
            }
        }
        return requests.values.sorted {
            ($0.answer == nil ? 0 : 1, $0.askedAt, $0.account)
                < ($1.answer == nil ? 0 : 1, $1.askedAt, $1.account)
        }
    }

    /// Those whose names begin so.
    private func eachAccountEvent(
        _ name: String, _ body: (RecordedEvent) throws -> Void
    ) throws {
        let prefix = "\(EventType.prefix)\(StreamKind.account.rawValue).\(name)"
        var next: Position? = 0
        while let after = next {
            let page = try log.read(type: prefix, after: after, limit: 1000)
            for entry in page.entries { try body(try RecordedEvent.read(entry)) }
            next = page.next
        }
    }

    /// Who asked to be forgotten, or is being forgotten: undecided ones first, the longest first.
    ///
    /// Looks through the whole log for these events, a fraction of a second a million entries.
    package func erasures() throws -> [PrivacyRequest] {
        var requests: [String: PrivacyRequest] = [:]
        try eachAccountEvent("eras") { recorded in
            let account = recorded.stream.name
            requests[account] = Self.moved(requests[account], by: recorded)
        }
        return requests.values.sorted {
            ($0.stage, $0.movedAt, $0.account) < ($1.stage, $1.movedAt, $1.account)
        }
    }

    private static func moved(
        _ request: PrivacyRequest?, by recorded: RecordedEvent
    ) -> PrivacyRequest? {
        let stage: PrivacyRequest.Stage
        switch recorded.event {
        case .account(.erasureRequested): stage = .asked
        case .account(.erasureApproved): stage = .approved
        case .account(.erasureRefused): stage = .refused
        case .account(.erased): stage = .erased
        case .account(.erasureCompleted): stage = .done
        default: return request
        }
        return PrivacyRequest(
            account: recorded.stream.name,
            askedAt: stage == .asked ? recorded.time : request?.askedAt, stage: stage,
            position: recorded.position, movedAt: recorded.time)
    }
}
