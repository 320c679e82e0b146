internal import Events
internal import HTTP
internal import Markup
internal import Rules
internal import Workflow

/// Who one is and how one is reached, as the office knows it; and putting that right.
enum ProfilePage {
    static func add(to routes: inout PageRoutes) {
        routes.page("/account/profile", .citizen) { try page($0) }
        routes.page("/account/profile/correct", .citizen) { visit in
            let mine = try visit.mine()
            let known = IdentityFields.typed(mine.person.identity ?? Identity())
            return correction(visit, mine.person, known.without("national-id", "passport"))
        }
        routes.post("/account/profile/correct", .citizen) { try correct($0) }
    }

    private static func page(_ visit: Visit) throws -> Page {
        let mine = try visit.mine()
        let title = visit.say("ข้อมูลของฉัน", "My details")
        var page = Page(title) {
            Done.note(visit)
            h1 { title }
            h2 { visit.say("ตัวตน", "Who I am") }
            Parts.rows(identity(mine.person, visit))
            p {
                Parts.link(
                    visit.path("account", "profile", "correct"),
                    visit.say("ขอแก้ไขข้อมูลที่ไม่ถูกต้อง", "Correct what is wrong"))
            }
            h2 { visit.say("ติดต่อ", "How to reach me") }
            Parts.rows(contact(mine.person, visit))
            p {
                Parts.link(
                    visit.path("account", "contact"),
                    visit.say("เปลี่ยนข้อมูลติดต่อ", "Change how to reach me"))
            }
        }
        page.back = visit.path("account")
        return page
    }

    private typealias Row = (label: String, value: HTML, change: HTML?)

    private static func row(_ label: String, _ value: String?, _ visit: Visit) -> Row {
        (label, .text(value ?? visit.say("ไม่ได้ระบุ", "Not given")), nil)
    }

    private static func identity(_ person: PersonFile, _ visit: Visit) -> [Row] {
        [
            row(visit.say("ชื่อ", "Name"), Holder.name(person, visit.language), visit),
            row(visit.say("เลขประจำตัว", "Number"), Holder.maskedNumber(person), visit),
            row(
                visit.say("วันเกิด", "Date of birth"),
                person.identity?.birthDate.map { visit.day($0) }, visit),
            (
                visit.say("การยืนยันตัวตน", "Identity check"),
                IdentityBadge.html(person.account.check, visit.language), nil
            ),
        ]
    }

    private static func contact(_ person: PersonFile, _ visit: Visit) -> [Row] {
        [
            (
                visit.say("เบอร์โทรศัพท์", "Telephone"),
                confirmed(person.contact.phone.map(PhoneNumber.shown), .phone, person, visit), nil
            ),
            (
                visit.say("อีเมล", "E-mail"), confirmed(person.contact.email, .email, person, visit),
                nil
            ),
            row(visit.say("ที่อยู่", "Address"), person.contact.address?.line, visit),
            row(
                visit.say("รับการติดต่อ", "Answers come"),
                person.account.contactPreference.map { visit.language($0.label) }, visit),
            row(
                visit.say("แจ้งเตือนทาง", "Notices come by"),
                NoticeWays.label(person.account, visit), visit),
        ]
    }

    /// How one is reached, and whether it is shown to be one's own or can be.
    private static func confirmed(
        _ address: String?, _ contact: ConfirmedContact, _ person: PersonFile, _ visit: Visit
    ) -> HTML {
        guard let address else { return .text(visit.say("ไม่ได้ระบุ", "Not given")) }
        var html = HTML.text("\(address) ")
        let page = ConfirmPage(contact: contact)
        if page.isDue(person, visit) {
            let label =
                contact == .email
                ? visit.say("ยืนยันอีเมล", "Confirm it")
                : visit.say("ยืนยันเบอร์โทรศัพท์", "Confirm it")
            html.append(Parts.link(page.path(visit), label))
        } else if person.account.confirmed.contains(contact.kind) {
            html.append(Parts.badge(visit.say("ยืนยันแล้ว", "Confirmed"), "good"))
        }
        return html
    }

    private static func correct(_ visit: Visit) throws -> Answer {
        let mine = try visit.mine()
        let typed = Typed(visit.request.form)
        var issues = Issues()
        var whole = typed
        if typed["national-id"].isEmpty, typed["passport"].isEmpty {
            whole["national-id"] = mine.person.identity?.nationalID ?? ""
            whole["passport"] = mine.person.identity?.passport ?? ""
        }
        let identity = IdentityFields.read(whole, today: visit.today, &issues)
        guard issues.isEmpty else {
            return .page(correction(visit, mine.person, typed, issues))
        }
        // Nobody is checked anew for having looked.
        guard identity != mine.person.identity else { return .go(visit.path("account", "profile")) }
        if let seconds = visit.memory.registrations.take(visit.network, at: visit.now) {
            return .page(TooManyTries.page(visit, seconds))
        }
        let outcome = visit.office.perform(
            visit.draft(
                .correctIdentity(.init(isReverificationNeeded: true)), mine,
                sections: [PlainSection(identity)], once: "correct"))
        guard outcome.isAccepted else {
            issues.add(outcome, visit)
            return .page(correction(visit, mine.person, typed, issues))
        }
        return .go(Done.correction.path(visit, "profile"))
    }

    private static func correction(
        _ visit: Visit, _ person: PersonFile, _ typed: Typed, _ issues: Issues = Issues()
    ) -> Page {
        let title = visit.say("แก้ไขข้อมูลประจำตัว", "Correct who I am")
        let controls = Controls(visit, issues)
        var page = Page(title) {
            issues.summary(visit.language)
            h1 { title }
            Parts.note("warn") {
                p {
                    visit.say(
                        "เมื่อแก้ไขแล้ว เจ้าหน้าที่ต้องตรวจสอบการยืนยันตัวตนอีกครั้ง",
                        "After a correction an officer has to check your identity again.")
                }
            }
            visit.form(to: visit.path("account", "profile", "correct")) {
                Once.input
                IdentityFields(controls: controls, knownNumber: Holder.maskedNumber(person))
                    .html(typed)
                Parts.actions {
                    controls.submit(visit.say("บันทึกการแก้ไข", "Save the correction"))
                }
            }
        }
        page.back = visit.path("account", "profile")
        page.mark(issues)
        return page
    }
}
