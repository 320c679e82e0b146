internal import Entries
internal import Events
internal import Markup
internal import Rules

/// Who somebody is, as a form asks for it.
struct IdentityFields: Sendable {
    let controls: Controls
    /// The number that is known already, all but its end covered: it stays if none is typed.
    var knownNumber: String?

    private var language: Language { controls.language }
    private static let other = "other"

    func html(_ typed: Typed) -> HTML {
        var html = name(typed)
        html.append(
            controls.text(
                "national-id", language("เลขประจำตัวประชาชน 13 หลัก", "National ID, 13 digits"),
                value: typed.text("national-id"),
                hint: knownNumber.map {
                    language("เว้นว่างไว้หากยังเป็น \($0)", "Leave it empty if it is still \($0)")
                }
                    ?? language(
                        "ใช้เป็นชื่อผู้ใช้ เก็บเป็นความลับและแสดงเพียงบางหลัก",
                        "It is your user name. It is kept secret and shown in part only"),
                width: "w13", autocomplete: "off", inputmode: "numeric",
                isRequired: knownNumber == nil))
        html.append(passport(typed))
        html.append(
            controls.date(
                "birth", language("วันเกิด", "Date of birth"), day: typed.text("birth-day"),
                month: typed.text("birth-month"), year: typed.text("birth-year"),
                hint: language("เช่น 27 3 2530", "For example 27 3 2530"), isRequired: false))
        return html
    }

    private func name(_ typed: Typed) -> HTML {
        var html = controls.select(
            "title", language("คำนำหน้า", "Title"),
            options: PersonName.titles.map { ($0, language($0, PersonName.english(of: $0))) }
                + [(Self.other, language("อื่น ๆ", "Other"))],
            chosen: typed.text("title"))
        html.append(
            controls.text(
                "other-title",
                language("คำนำหน้าอื่น (เมื่อเลือก “อื่น ๆ”)", "Other title (if you chose “Other”)"),
                value: typed.text("other-title"),
                hint: language("เช่น พระ ร.ต.ต. ดร.", "Such as a rank or a degree"), width: "w13",
                autocomplete: "honorific-prefix"))
        html.append(
            controls.text(
                "given-name", language("ชื่อ", "Given name"), value: typed.text("given-name"),
                autocomplete: "given-name"))
        html.append(
            controls.text(
                "family-name", language("นามสกุล", "Family name"),
                value: typed.text("family-name"), autocomplete: "family-name"))
        return html
    }

    /// Not everybody has a national ID.
    private func passport(_ typed: Typed) -> HTML {
        let isOpen = typed.text("passport") != nil || controls.issues["passport"] != nil
        return details(.class("more"), Attribute("open", isPresent: isOpen)) {
            summary {
                language("ไม่มีเลขประจำตัวประชาชน 13 หลัก", "I have no national ID number")
            }
            controls.text(
                "passport", language("เลขหนังสือเดินทาง", "Passport number"),
                value: typed.text("passport"),
                hint: language(
                    "กรอกแทนเลขประจำตัวประชาชน หากไม่มีทั้งสองอย่าง ติดต่อเจ้าหน้าที่ที่สำนักงาน",
                    "Instead of the national ID. If you have neither, come to the office"),
                width: "w10", autocomplete: "off", isRequired: false)
        }
    }

    static func read(_ typed: Typed, today: CivilDate, _ issues: inout Issues) -> Identity {
        var identity = Identity()
        readName(typed, &identity, &issues)
        readNumber(typed, &identity, &issues)
        let birth = ["day", "month", "year"].map { typed["birth-\($0)"] }
        guard birth.contains(where: { !$0.isEmpty }) else { return identity }
        do throws(DateRefusal) {
            let date = try CivilDate(day: birth[0], month: birth[1], year: birth[2])
            identity.birthDate = date
            if date > today {
                issues.add(
                    "birth", "วันเกิดต้องเป็นวันในอดีต", "The date of birth must be in the past")
            }
        } catch {
            issues.add(
                "birth", error.wording(of: LocalText("วันเกิด", english: "Date of birth")))
        }
        return identity
    }

    private static func readName(
        _ typed: Typed, _ identity: inout Identity, _ issues: inout Issues
    ) {
        let isOther = typed["title"] == other
        let title = isOther ? typed["other-title"] : typed["title"]
        if title.isEmpty {
            issues.add(
                isOther ? "other-title" : "title", isOther ? "กรอกคำนำหน้า" : "เลือกคำนำหน้า",
                isOther ? "Enter the title" : "Choose a title")
        } else if !isOther, !PersonName.titles.contains(title) {
            issues.add("title", "เลือกคำนำหน้า", "Choose a title")
        }
        let name = PersonName(
            title: title, given: typed["given-name"], family: typed["family-name"])
        (identity.title, identity.givenName, identity.familyName) = (title, name.given, name.family)
        guard let refusal = name.refusal else { return }
        switch refusal {
        case .titleTooLong: issues.add("other-title", refusal.wording)
        case .givenMissing:
            issues.add("given-name", refusal.wording)
            if name.family.isEmpty {
                issues.add("family-name", PersonNameRefusal.familyMissing.wording)
            }
        case .familyMissing: issues.add("family-name", refusal.wording)
        case .nameTooLong:
            let isGiven = name.given.unicodeScalars.count > PersonName.longestName
            issues.add(isGiven ? "given-name" : "family-name", refusal.wording)
        }
    }

    private static func readNumber(
        _ typed: Typed, _ identity: inout Identity, _ issues: inout Issues
    ) {
        if let passport = typed.text("passport"), typed["national-id"].isEmpty {
            do throws(PassportRefusal) {
                identity.passport = try PassportNumber(passport).text
            } catch {
                issues.add("passport", error.wording)
            }
            return
        }
        do throws(ThaiIDRefusal) {
            identity.nationalID = try ThaiID(typed["national-id"]).digits
        } catch {
            issues.add("national-id", error.wording)
        }
    }

    /// What a form shows of a person who is known.
    static func typed(_ identity: Identity) -> Typed {
        var typed = Typed()
        if let title = identity.title {
            let isListed = PersonName.titles.contains(title)
            typed["title"] = isListed ? title : other
            if !isListed { typed["other-title"] = title }
        }
        typed["given-name"] = identity.givenName ?? ""
        typed["family-name"] = identity.familyName ?? ""
        typed["national-id"] = identity.nationalID ?? ""
        typed["passport"] = identity.passport ?? ""
        if let birth = identity.birthDate {
            typed["birth-day"] = "\(birth.day)"
            typed["birth-month"] = "\(birth.month)"
            typed["birth-year"] = "\(birth.year + 543)"
        }
        return typed
    }
}
