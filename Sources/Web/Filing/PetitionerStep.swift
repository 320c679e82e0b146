internal import Events
internal import HTTP
internal import Markup
internal import Rules
internal import Workflow

/// Who files: of somebody with an account the house knows it, a guest says it here.
enum PetitionerStep {
    static func page(_ visit: FilingVisit, _ issues: Issues) throws -> Page {
        let say = visit.visit.say
        let title = say("ข้อมูลผู้ยื่น", "About you")
        guard let account = visit.account else { return guest(title, visit, issues) }
        let person = try visit.visit.office.office.person(account)
        return visit.page(title, issues) {
            Parts.rows([
                (say("ชื่อ", "Name"), .text(person?.identity.map { PersonName($0).thai } ?? ""), nil),
                (
                    say("โทรศัพท์", "Phone"),
                    .text(person?.contact.phone.map(PhoneNumber.shown) ?? ""), nil
                ),
                (say("อีเมล", "E-mail"), .text(person?.contact.email ?? ""), nil),
            ])
            p(.class("small")) {
                a(.href(visit.visit.path("account", "profile"))) {
                    say("ข้อมูลไม่ถูกต้อง แก้ที่บัญชีของฉัน", "Something wrong? Change it in My account")
                }
            }
            Discretion(visit: visit).confidentiality(issues)
            preference(visit, issues)
        }
    }

    private static func guest(_ title: String, _ visit: FilingVisit, _ issues: Issues) -> Page {
        let say = visit.visit.say
        let kept = visit.answers.petitioner ?? Petitioner()
        let controls = Controls(visit.visit, issues)
        return visit.page(title, issues) {
            Discretion(visit: visit).anonymity(issues)
            controls.text(
                "title", say("คำนำหน้า", "Title"), value: visit.form["title"] ?? kept.title,
                hint: say("เช่น นาย นาง นางสาว", "Such as Mr, Mrs, Ms"), width: "w10",
                autocomplete: "honorific-prefix", isRequired: false)
            controls.text(
                "given", say("ชื่อ", "Given name"), value: visit.form["given"] ?? kept.givenName,
                autocomplete: "given-name")
            controls.text(
                "family", say("นามสกุล", "Family name"),
                value: visit.form["family"] ?? kept.familyName, autocomplete: "family-name")
            controls.text(
                "phone", say("เบอร์โทรศัพท์", "Phone"),
                value: visit.form["phone"] ?? kept.phone.map(PhoneNumber.shown),
                hint: visit.service.guests == .code
                    ? nil
                    : say(
                        "ใช้เลขท้าย 4 ตัวติดตามเรื่อง",
                        "Its last four digits open your case later"),
                type: "tel", width: "w13", autocomplete: "tel")
            controls.text(
                "email", say("อีเมล", "E-mail"), value: visit.form["email"] ?? kept.email,
                hint: visit.service.guests == .code
                    ? say("เราส่งรหัสผ่านติดตามเรื่องไปที่นี่", "The password to your case goes here")
                    : nil,
                type: "email", autocomplete: "email", isRequired: false)
            controls.longText(
                "address", say("ที่อยู่ติดต่อ", "Address"),
                value: visit.form["address"] ?? kept.address?.house, isRequired: false)
            Discretion(visit: visit).confidentiality(issues)
            preference(visit, issues)
        }
    }

    private static func preference(_ visit: FilingVisit, _ issues: Issues) -> HTML {
        Controls(visit.visit, issues).choice(
            "preference",
            visit.visit.say("ให้หน่วยงานติดต่อกลับทางใด", "How shall the office reach you?"),
            options: ContactPreference.allCases.map {
                ($0.rawValue, visit.visit.language($0.label), nil)
            },
            chosen: visit.form["preference"] ?? visit.answers.contactPreference?.rawValue
                ?? ContactPreference.electronic.rawValue)
    }

    // MARK: Taking

    static func take(_ visit: inout FilingVisit, _ issues: inout Issues) throws {
        if let chosen = visit.form["preference"].flatMap(ContactPreference.init(rawValue:)) {
            visit.answers.contactPreference = chosen
        } else {
            issues.add("preference", "เลือกช่องทางติดต่อ", "Choose how the office reaches you")
        }
        Discretion(visit: visit).take(into: &visit.answers)
        if let account = visit.account {
            let person = try visit.visit.office.office.person(account)
            addUnreachable(visit, person.map { Petitioner(contact: $0.contact) }, &issues)
            return
        }
        guard !visit.answers.isAnonymous else {
            visit.answers.petitioner = nil
            return
        }
        func typed(_ name: String) -> String { ThaiText.trimmed(visit.form[name] ?? "") }
        var person = Petitioner()
        let name = PersonName(
            title: typed("title"), given: typed("given"), family: typed("family"))
        if name.given.isEmpty {
            issues.add("given", PersonNameRefusal.givenMissing.wording)
        }
        if name.family.isEmpty {
            issues.add("family", PersonNameRefusal.familyMissing.wording)
        } else if let refusal = name.refusal, !name.given.isEmpty {
            issues.add("given", refusal.wording)
        }
        person.title = name.title.isEmpty ? nil : name.title
        person.givenName = name.given
        person.familyName = name.family
        do throws(PhoneRefusal) {
            person.phone = try PhoneNumber(ofPerson: typed("phone")).stored
        } catch {
            issues.add("phone", error.wording)
        }
        if !typed("email").isEmpty {
            do throws(EmailRefusal) {
                person.email = try EmailAddress(typed("email")).text
            } catch {
                issues.add("email", error.wording)
            }
        }
        let address = typed("address")
        if !address.isEmpty { person.address = Address(house: String(address.prefix(500))) }
        visit.answers.petitioner = person
        addUnreachable(visit, person, &issues)
    }

    /// Says so where the way that was chosen leads to nobody.
    private static func addUnreachable(
        _ visit: FilingVisit, _ person: Petitioner?, _ issues: inout Issues
    ) {
        guard let person, let missing = visit.answers.contactPreference?.missing(from: person)
        else { return }
        // Whoever has an account puts it right there, or chooses another way here.
        guard visit.account != nil else { return issues.add(missing.field, missing.wording) }
        issues.add(
            "preference", "บัญชีของท่านไม่มีข้อมูลสำหรับช่องทางนี้ เลือกช่องทางอื่น หรือเพิ่มในบัญชีของฉัน",
            "Your account has nothing to be reached by this way. Choose another, or add it in My "
                + "account.")
    }
}
