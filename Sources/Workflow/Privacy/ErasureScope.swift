package import Entries
package import Events
package import Projections
package import Rules

/// What goes with a person: the account and every case that has ended. A case that has not is
/// needed by the office still, and so the person cannot be forgotten before it has.
package struct ErasureScope: Sendable {
    package let account: String
    package let open: [MyCaseRow]
    /// Those whose data goes with the person.
    package let ended: [MyCaseRow]

    package init(of account: String, cases: [MyCaseRow]) {
        self.account = account
        open = cases.filter(\.course.isOpen)
        ended = cases.filter { !$0.course.isOpen && $0.erasedAt == nil }
    }

    /// The decision that all of it goes: a command for each case, which is a stream with a key of
    /// its own, and one for the person. None while a case is open.
    package func approval(
        on ground: ErasureGround, because reason: Reason, by officer: Actor, at now: Instant
    ) -> [Draft] {
        guard open.isEmpty else { return [] }
        let why = [PlainSection(reason)]
        let cases = ended.map { row in
            Draft(
                .petition(number: row.number, .approveErasure(.init(ground: ground))), by: officer,
                at: now, sections: why)
        }
        let person = Draft(
            .account(id: account, .approveErasure(.init(ground: ground))), by: officer, at: now,
            sections: why)
        return cases + [person]
    }
}
