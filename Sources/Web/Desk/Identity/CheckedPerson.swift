internal import Entries
internal import Events
internal import HTTP
internal import Projections
internal import Rules
internal import Workflow

/// A person whose photos an officer looks at: opened only after that is on record.
struct CheckedPerson: Sendable {
    let account: String
    let file: PersonFile

    /// The person of the address, if there is something to check. What the officer sees is recorded
    /// durably before anything of it is returned.
    init(_ visit: Visit) throws {
        guard let account = visit.request.parameters["account"],
            let file = try visit.office.office.person(account), !file.account.isErased
        else { throw HTTP.Refusal.notFound }
        self.account = account
        self.file = file
    }

    var isWaiting: Bool { file.account.check == .pending }

    /// Records that this officer sees who it is and the photos, unless a record covers it.
    func record(_ visit: Visit) throws {
        let officer = try visit.needOfficer()
        let parts = ViewingRecord.unrecorded(
            [.identity, .evidence], by: officer.id, in: file.events, at: visit.now)
        guard !parts.isEmpty else { return }
        let viewed = AccountEvent.Viewed(parts: parts, purpose: "identity-check")
        let outcome = visit.office.perform(
            Draft(.account(id: account, .view(viewed)), by: officer.actor, at: visit.now),
            seenIn: .officerQueue)
        guard outcome.isAccepted else { throw HTTP.Refusal.busy(retryAfterSeconds: 5) }
    }
}
