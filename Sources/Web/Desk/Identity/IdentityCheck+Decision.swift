internal import Entries
internal import Events
internal import HTTP
internal import Projections
internal import Rules
internal import Workflow

/// What an officer says of the photos, and where that leads.
extension IdentityCheck {
    static func take(_ visit: Visit) throws -> Answer {
        let person = try CheckedPerson(visit)
        guard person.isWaiting else { return .page(settled(visit)) }
        var issues = Issues()
        if visit.request.form["round"] != "\(person.file.account.evidenceRounds)" {
            issues.add(
                "main", "มีการส่งภาพใหม่หลังเปิดหน้านี้ ตรวจภาพอีกครั้ง",
                "New photos came since this page was opened. Look at them again.")
            return .page(try page(visit, issues))
        }
        let isRefusal = visit.request.form["act"] == "refuse"
        let draft =
            isRefusal
            ? try refusal(of: person, visit, &issues) : try verification(of: person, visit, &issues)
        if let draft {
            let outcome = visit.office.perform(draft, seenIn: .officerQueue)
            if outcome.isAccepted {
                return .go(try onward(from: person, isRefusal ? .refused : .verified, visit))
            }
            issues.add(outcome, visit)
        }
        return .page(try page(visit, issues))
    }

    /// The next person who waits, or the list when nobody does.
    private static func onward(
        from person: CheckedPerson, _ done: IdentityDone, _ visit: Visit
    ) throws -> String {
        let next = try IdentityDesk.next(after: person.account, visit)
        return done.path(
            next.map { visit.deskPath("identities", $0.account) } ?? visit.deskPath("identities"))
    }

    private static func verification(
        of person: CheckedPerson, _ visit: Visit, _ issues: inout Issues
    ) throws -> Draft? {
        let typed = Typed(visit.request.form)["number"]
        let identity = person.file.identity ?? Identity()
        let isEmpty = typed.isEmpty
        if !isEmpty, let seconds = visit.memory.rekeyings.take(person.account, at: visit.now) {
            let minutes = (seconds + 59) / 60
            issues.add(
                "number",
                "พิมพ์เลขผิดหลายครั้งแล้ว ลองใหม่ได้ในอีก \(minutes) นาที หากอ่านภาพไม่ออก ให้เลือกไม่ผ่านการตรวจเพื่อขอภาพใหม่",
                "Too many wrong numbers: again in \(minutes) minutes. If the photo cannot be read, "
                    + "refuse, and ask for a better one.")
            return nil
        }
        if let objection = Rekeying.objection(to: typed, with: identity) {
            issues.add("number", objection)
            return nil
        }
        switch Rekeying.outcome(of: typed, with: identity) {
        case nil: return nil
        case .mismatched:
            issues.add(
                "number",
                "เลขนี้ไม่ตรงกับเลขที่ลงทะเบียน อ่านภาพอีกครั้ง หากยังไม่ตรงให้เลือกไม่ผ่านการตรวจ",
                "It is not the registered number. Read the photo again; if it stays so, refuse.")
            return nil
        case let outcome?:
            visit.memory.rekeyings.forget(person.account)
            return draft(
                .verifyIdentity(.init(level: .ial13, method: .photo, rekeyed: outcome)),
                of: person, try visit.deskActor(), visit)
        }
    }

    private static func refusal(
        of person: CheckedPerson, _ visit: Visit, _ issues: inout Issues
    ) throws -> Draft? {
        let grounds = visit.request.form.all("grounds").compactMap(IdentityGround.init)
        let remark = Typed(visit.request.form)["remark"]
        guard !grounds.isEmpty || !remark.isEmpty else {
            issues.add(
                "grounds", "เลือกเหตุผล หรือเขียนข้อความถึงผู้ลงทะเบียน",
                "Choose why, or write to the person")
            return nil
        }
        var draft = draft(
            .refuseIdentity(.init(grounds: grounds.map(\.rawValue))), of: person,
            try visit.deskActor(), visit)
        let words = grounds.map(\.label.thai) + (remark.isEmpty ? [] : [remark])
        draft.sections = [PlainSection(Reason(text: words.joined(separator: "\n")))]
        return draft
    }

    private static func draft(
        _ command: AccountCommand, of person: CheckedPerson, _ officer: Actor, _ visit: Visit
    ) -> Draft {
        var draft = Draft(.account(id: person.account, command), by: officer, at: visit.now)
        draft.idempotencyKey = Once.key("identity", visit.request.form)
        return draft
    }
}
