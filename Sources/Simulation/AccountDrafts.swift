internal import Entries
internal import Events
internal import Rules
internal import Vault
internal import Workflow

/// What is done with an account, as commands.
struct AccountDrafts {
    let people: People
    let staff: Staff
    let terms: Int, notice: Int

    func draft(_ act: AccountAct, of citizen: Int, at time: Instant) throws -> Draft {
        let id = people.account(citizen)
        let checker = staff.checker(citizen)
        switch act {
        case .register:
            let key = try people.files.newKey()
            let evidence = try people.files.evidence(
                of: people.plan.cast.citizens[citizen], at: time, under: key)
            var draft = Draft(
                .account(id: id, .register(registration)), by: holder(id), at: time,
                sections: [
                    PlainSection(people.identity(citizen)), PlainSection(people.contact(citizen)),
                ] + evidence.map { PlainSection($0) })
            draft.key = key.reference
            return draft
        case .view:
            return Draft(
                .account(
                    id: id, .view(.init(parts: [.identity, .evidence], purpose: "identity-check"))),
                by: checker, at: time)
        case .verify:
            return Draft(
                .account(
                    id: id,
                    .verifyIdentity(.init(level: .ial13, method: .photo, rekeyed: .matched))),
                by: checker, at: time)
        case .refuse:
            return Draft(
                .account(id: id, .refuseIdentity(.init(grounds: ["unreadable"]))), by: checker,
                at: time, sections: [PlainSection(Reason(text: "ภาพถ่ายบัตรไม่ชัด อ่านเลขไม่ได้"))])
        case .resend:
            let evidence = try people.files.evidence(
                of: people.plan.cast.citizens[citizen], at: time,
                under: try people.files.key(of: StreamName(.account, id)))
            var draft = Draft(
                .account(id: id, .addEvidence(.init(photos: 2))), by: holder(id), at: time,
                sections: evidence.map { PlainSection($0) })
            draft.isOwnerProven = true
            return draft
        }
    }

    private func holder(_ id: String) -> Actor { .citizen(id, .unproven) }

    private var registration: AccountEvent.Registered {
        var data = AccountEvent.Registered()
        data.method = .photo
        data.channel = .web
        data.terms = terms
        data.notice = notice
        data.contactPreference = .electronic
        data.photos = 2
        return data
    }
}
