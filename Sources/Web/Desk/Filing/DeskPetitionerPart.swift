internal import Events
internal import HTTP
internal import Markup
internal import Rules
internal import Workflow

/// Who asks, as far as the officer knows: somebody with neither telephone nor e-mail is served too,
/// and somebody who gives no name.
enum DeskPetitionerPart {
    static func controls(_ visit: FilingVisit, _ issues: Issues) -> HTML {
        let (say, form) = (visit.visit.say, visit.form)
        let kept = visit.answers.petitioner ?? Petitioner()
        let entry = visit.answers.desk ?? DeskEntry()
        let controls = Controls(visit.visit, issues)
        var html = controls.agreement(
            "anonymous", say("ไม่ประสงค์ออกนาม", "Gives no name"),
            isChecked: DeskEntryPart.isTicked("anonymous", visit, entry.isAnonymous))
        html.append(
            controls.text(
                "title", say("คำนำหน้า", "Title"), value: form["title"] ?? kept.title,
                width: "w10", isRequired: false))
        html.append(
            controls.text("given", say("ชื่อ", "Given name"), value: form["given"] ?? kept.givenName)
        )
        html.append(
            controls.text(
                "family", say("นามสกุล", "Family name"), value: form["family"] ?? kept.familyName))
        html.append(
            controls.text(
                "national-id", say("เลขประจำตัวประชาชน", "National ID"),
                value: form["national-id"] ?? kept.nationalID.map { ThaiID.shown($0) },
                width: "w13",
                autocomplete: "off", inputmode: "numeric", isRequired: false))
        html.append(
            controls.agreement(
                "card-seen",
                say(
                    "ตรวจบัตรตัวจริงแล้ว (ถ้ามีบัญชี เรื่องจะอยู่ในบัญชีของผู้ยื่น)",
                    "I have seen the card (an account of that number gets the case)"),
                isChecked: DeskEntryPart.isTicked("card-seen", visit, entry.isCardSeen)))
        html.append(
            controls.text(
                "phone", say("โทรศัพท์", "Phone"),
                value: form["phone"] ?? kept.phone.map(PhoneNumber.shown), type: "tel",
                width: "w13", isRequired: false))
        html.append(
            controls.text(
                "email", say("อีเมล", "E-mail"), value: form["email"] ?? kept.email, type: "email",
                isRequired: false))
        html.append(
            controls.longText(
                "address", say("ที่อยู่ติดต่อ", "Address"),
                value: form["address"] ?? kept.address?.house, isRequired: false))
        html.append(
            controls.select(
                "preference", say("ให้หน่วยงานติดต่อกลับทางใด", "How the office reaches the person"),
                options: ContactPreference.allCases.map {
                    ($0.rawValue, visit.visit.language($0.label))
                },
                chosen: form["preference"] ?? visit.answers.contactPreference?.rawValue
                    ?? ContactPreference.inPerson.rawValue))
        return html
    }

    static func take(_ visit: inout FilingVisit, _ issues: inout Issues) {
        let typed = Typed(visit.form)
        var entry = visit.answers.desk ?? DeskEntry()
        entry.isAnonymous = typed.isTicked("anonymous")
        entry.isCardSeen = typed.isTicked("card-seen")
        visit.answers.desk = entry
        var person = Petitioner()
        name(typed, &person, isNeeded: !entry.isAnonymous, &issues)
        number(typed, &person, isNeeded: entry.isCardSeen, &issues)
        if let text = typed.text("phone") {
            do throws(PhoneRefusal) {
                person.phone = try PhoneNumber(ofPerson: text).stored
            } catch {
                issues.add("phone", error.wording)
            }
        }
        if let text = typed.text("email") {
            do throws(EmailRefusal) {
                person.email = try EmailAddress(text).text
            } catch {
                issues.add("email", error.wording)
            }
        }
        person.address = typed.text("address").map { Address(house: String($0.prefix(500))) }
        visit.answers.petitioner = person
        preference(typed, person, &visit.answers, &issues)
    }

    private static func name(
        _ typed: Typed, _ person: inout Petitioner, isNeeded: Bool, _ issues: inout Issues
    ) {
        let name = PersonName(
            title: typed["title"], given: typed["given"], family: typed["family"])
        person.title = typed.text("title")
        person.givenName = typed.text("given")
        person.familyName = typed.text("family")
        guard isNeeded else { return }
        if name.given.isEmpty { issues.add("given", PersonNameRefusal.givenMissing.wording) }
        if name.family.isEmpty { issues.add("family", PersonNameRefusal.familyMissing.wording) }
        if let refusal = name.refusal { issues.add("given", refusal.wording) }
    }

    private static func number(
        _ typed: Typed, _ person: inout Petitioner, isNeeded: Bool, _ issues: inout Issues
    ) {
        guard let text = typed.text("national-id") else {
            if isNeeded {
                issues.add(
                    "national-id", "กรอกเลขจากบัตรที่ตรวจ", "Enter the number of the card you saw")
            }
            return
        }
        do throws(ThaiIDRefusal) {
            person.nationalID = try ThaiID(text).digits
        } catch {
            issues.add("national-id", error.wording)
        }
    }

    /// An answer must reach the person on the way that was chosen.
    private static func preference(
        _ typed: Typed, _ person: Petitioner, _ answers: inout PetitionAnswers,
        _ issues: inout Issues
    ) {
        guard let chosen = ContactPreference(rawValue: typed["preference"]) else {
            return issues.add("preference", "เลือกช่องทางติดต่อ", "Choose how to reach the person")
        }
        answers.contactPreference = chosen
        guard let missing = chosen.missing(from: person) else { return }
        issues.add(missing.field, missing.wording)
    }
}
