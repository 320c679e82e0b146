internal import Events
internal import HTTP
internal import Markup
internal import Rules
internal import Vault
internal import Workflow

/// Changing how one is reached.
enum ContactPage {
    static func add(to routes: inout PageRoutes) {
        routes.page("/account/contact", .citizen) { visit in
            let mine = try visit.mine()
            var typed = ContactFields.typed(mine.person.contact)
            typed["preference"] = mine.person.account.contactPreference?.rawValue ?? ""
            typed = NoticeWays.typed(mine.person.account, typed)
            return page(visit, typed)
        }
        routes.post("/account/contact", .citizen, lane: .slow) { try take($0) }
    }

    private static func take(_ visit: Visit) throws -> Answer {
        let mine = try visit.mine()
        let typed = Typed(visit.request.form)
        var issues = Issues()
        let contact = ContactFields.read(typed, visit.settings, &issues) ?? Contact()
        let preference = typed.text("preference").flatMap(ContactPreference.init(rawValue:))
        let known = mine.person.contact
        // What is known stays unless something else is said: an event cannot take it back.
        for (field, old, new) in [
            ("phone", known.phone, contact.phone), ("email", known.email, contact.email),
        ] where old != nil && new == nil {
            issues.add(
                field, field == "phone" ? "กรอกเบอร์โทรศัพท์ที่ใช้แทน" : "กรอกอีเมลที่ใช้แทน",
                field == "phone"
                    ? "Enter the number to use instead" : "Enter the e-mail to use instead")
        }
        guard issues.isEmpty else { return .page(page(visit, typed, issues)) }
        var change = AccountEvent.ContactChanged()
        var section = Contact()
        if let email = contact.email, email != known.email {
            section.email = email
            change.kinds.append(.email)
        }
        if let phone = contact.phone, phone != known.phone {
            section.phone = phone
            change.kinds.append(.phone)
        }
        if let address = contact.address, address != known.address {
            section.address = address
            change.kinds.append(.address)
        }
        if preference != mine.person.account.contactPreference {
            change.contactPreference = preference
        }
        change.channels = NoticeWays.read(visit.request.form, mine.person.account, &issues)
        guard issues.isEmpty else { return .page(page(visit, typed, issues)) }
        guard !change.kinds.isEmpty || change.contactPreference != nil || !change.channels.isEmpty
        else {
            return .go(Done.contact.path(visit, "profile"))
        }
        return try perform(change, section, mine, typed, visit)
    }

    private static func perform(
        _ change: AccountEvent.ContactChanged, _ section: Contact, _ mine: Mine, _ typed: Typed,
        _ visit: Visit
    ) throws -> Answer {
        var issues = Issues()
        if change.kinds.contains(.email) {
            // Whoever finds a browser open must not come to have the account by its address.
            if let refused = try objection(mine, typed, visit) { return refused }
            if let seconds = visit.memory.registrations.take(visit.network, at: visit.now) {
                return .page(TooManyTries.page(visit, seconds))
            }
        }
        if change.kinds.contains(.phone), visit.office.writesToTelephones,
            let seconds = visit.memory.registrations.take(visit.network, at: visit.now)
        {
            return .page(TooManyTries.page(visit, seconds, isLogin: false))
        }
        let outcome = visit.office.perform(
            visit.draft(
                .changeContact(change), mine,
                sections: change.kinds.isEmpty ? [] : [PlainSection(section)], once: "contact"))
        switch outcome {
        case .accepted(let receipt):
            return try confirm(change.kinds, by: receipt, mine, visit)
        case .refused(AccountRefusal.taken(.email).code, let wording):
            issues.add("email", wording)
        default: issues.add(outcome, visit)
        }
        return .page(page(visit, typed, issues))
    }

    /// On to the page that asks for the code of what is new.
    private static func confirm(
        _ kinds: [ContactKind], by receipt: Receipt, _ mine: Mine, _ visit: Visit
    ) throws -> Answer {
        var answer = Answer.go(Done.contact.path(visit, "profile"))
        // The address is asked for first.
        for page in [ConfirmPage.phone, .email] where kinds.contains(page.contact.kind) {
            if page.contact == .phone, !visit.office.writesToTelephones { continue }
            try visit.office.contactConfirmations(of: page.contact).asked(
                by: receipt, of: mine.account, at: visit.now)
            answer = .go(page.path(visit))
        }
        return answer
    }

    /// What stands against a change of the address; nil if the password is right.
    private static func objection(
        _ mine: Mine, _ typed: Typed, _ visit: Visit
    ) throws -> Answer? {
        var issues = Issues()
        let current = typed.fields["current-password"] ?? ""
        if current.isEmpty {
            issues.add(
                "current-password", "กรอกรหัสผ่านปัจจุบันเพื่อเปลี่ยนอีเมล",
                "Enter your current password to change the e-mail")
            return .page(page(visit, typed, issues))
        }
        if let seconds = visit.memory.logins.take(mine.account, at: visit.now) {
            return .page(TooManyTries.page(visit, seconds))
        }
        let hash = try visit.office.accounts.passwordHash(of: mine.account)
        guard try visit.office.passwords.verify(current, against: hash) else {
            issues.add(
                "current-password", "รหัสผ่านปัจจุบันไม่ถูกต้อง",
                "The current password is not right")
            return .page(page(visit, typed, issues))
        }
        visit.memory.logins.forget(mine.account)
        return nil
    }

    private static func page(
        _ visit: Visit, _ typed: Typed, _ issues: Issues = Issues()
    ) -> Page {
        let title = visit.say("เปลี่ยนข้อมูลติดต่อ", "Change how to reach me")
        let controls = Controls(visit, issues)
        var page = Page(title) {
            issues.summary(visit.language)
            h1 { title }
            visit.form(to: visit.path("account", "contact")) {
                Once.input
                ContactFields(controls: controls, settings: visit.settings).html(typed)
                controls.choice(
                    "preference", visit.say("รับการติดต่อทางใด", "How shall we answer you"),
                    options: ContactPreference.allCases.map {
                        ($0.rawValue, visit.language($0.label), nil)
                    }, chosen: typed.text("preference"), isRequired: false)
                NoticeWays.html(controls, typed, visit)
                controls.text(
                    "current-password",
                    visit.say(
                        "รหัสผ่านปัจจุบัน (เมื่อเปลี่ยนอีเมล)",
                        "Current password (to change the e-mail)"),
                    value: nil,
                    hint: visit.say(
                        "กรอกเมื่อเปลี่ยนอีเมล อีเมลเดิมยังใช้รับรหัสจนกว่าจะยืนยันอีเมลใหม่",
                        "Only to change the e-mail. Codes go to the old one until the new one is "
                            + "confirmed"),
                    type: "password", width: "w13", autocomplete: "current-password")
                Parts.actions {
                    controls.submit(visit.say("บันทึกข้อมูลติดต่อ", "Save how to reach me"))
                }
            }
        }
        page.back = visit.path("account", "profile")
        page.mark(issues)
        return page
    }
}
