package import Entries
internal import EventLog
internal import Events
package import Projections
internal import Rules

/// A citizen's dashboard as it stood at a position of the log.
package struct PastDashboard: Sendable {
    /// Nil where the account was not there yet.
    package let account: MyAccountRow?
    package let cases: [MyCaseRow]
    package let documents: [MyDocumentRow]
    /// Who had looked at the account and these cases, the last first.
    package let viewings: [MyViewingRow]
    /// When the person was erased, and by which event, be it later than that position: which cases
    /// were the person's was sealed, and nobody can tell any more.
    package let erasure: CaseErasure?
}

extension Office {
    /// Folds the streams of the account and of `cases`, which are those that are the person's now;
    /// nil if there is no such account. What was erased later shows as erased in the past too.
    ///
    /// Costs what these streams and the office's own hold, however long the log is.
    package func dashboard(
        of account: String, cases numbers: [String], at end: Position
    ) throws -> PastDashboard? {
        let head = try log.head
        let person = try log.events(of: StreamName(.account, account), until: head)
        guard !person.isEmpty else { return nil }
        var replay = CitizenDashboard.Replay(open: sectionOpener)
        for event in try log.events(of: StreamName(.office, paths.code), until: end) {
            try replay.fold(event)
        }
        for event in person where event.position <= end { try replay.fold(event) }
        for number in numbers {
            for event in try log.events(of: StreamName(.petition, number), until: head) {
                if event.position <= end || event.isErasure { try replay.fold(event) }
            }
        }
        let rows = replay.cases(of: account)
        let shown = Set(rows.map(\.number))
        return PastDashboard(
            account: replay.account(account), cases: rows,
            documents: replay.documents().filter { shown.contains($0.number) },
            viewings: replay.viewings.filter { row in
                row.account == account || row.number.map { shown.contains($0) } ?? false
            },
            erasure: person.first { $0.isErasure }.map {
                CaseErasure(number: account, at: $0.time, by: $0.position)
            })
    }
}

extension RecordedEvent {
    fileprivate var isErasure: Bool {
        switch event {
        case .petition(.erased), .account(.erased): true
        default: false
        }
    }
}
