internal import Entries
internal import Events
internal import HTTP
internal import Markup
internal import Rules
internal import Vault
internal import Workflow

/// One person's check: the photos large, the number typed blind, or why it is refused.
enum IdentityCheck {
    static func photo(_ visit: Visit) throws -> Response {
        let number = try visit.request.parameter("number") { Int($0) }
        let person = try CheckedPerson(visit)
        guard person.isWaiting,
            let photo = try visit.office.office.evidence(of: person.file)
                .first(where: { $0.number == number })
        else { throw HTTP.Refusal.notFound }
        try person.record(visit)
        return PhotoRoom.response(
            try visit.office.bytes(
                of: photo.file, under: person.file.account.key, size: photo.size))
    }

    static func page(_ visit: Visit, _ issues: Issues = Issues()) throws -> Page {
        let person = try CheckedPerson(visit)
        guard person.isWaiting else { return settled(visit) }
        try person.record(visit)
        let photos = try visit.office.office.evidence(of: person.file)
        let title = visit.say("ตรวจยืนยันตัวตน", "Identity check")
        var page = Page(title) {
            IdentityDone.note(visit)
            issues.summary(visit.language)
            h1 { title }
            div(.class("check")) {
                div(.class("sheets")) { for photo in photos { sheet(photo, person, visit) } }
                div(.class("desk-side")) {
                    particulars(person, visit)
                    form(person, visit, issues)
                }
            }
        }
        page.isNarrow = false
        page.back = visit.deskPath("identities")
        page.mark(issues)
        return page
    }

    /// Somebody else was quicker, or the person withdrew.
    static func settled(_ visit: Visit) -> Page {
        let title = visit.say("ไม่มีอะไรให้ตรวจแล้ว", "There is nothing left to check")
        var page = Page(title) {
            h1 { title }
            p {
                visit.say(
                    "เจ้าหน้าที่คนอื่นตรวจไปแล้ว หรือผู้ลงทะเบียนยังไม่ได้ส่งภาพ",
                    "A colleague has checked it, or no photos have come.")
            }
        }
        page.status = .conflict
        page.back = visit.deskPath("identities")
        return page
    }

    private static func sheet(
        _ photo: Evidence, _ person: CheckedPerson, _ visit: Visit
    ) -> HTML {
        let path = visit.deskPath("identities", person.account, "photos", "\(photo.number)")
        return figure {
            a(.href(path), .class("zoom"), Attribute("target", "_blank")) {
                img(
                    .src(path),
                    Attribute("alt", visit.say("ภาพ: ", "Photo: ") + photo.label))
            }
            enlarged(photo, path, visit)
            figcaption {
                photo.label
                span(.class("hidden")) {
                    visit.say(" (เปิดภาพเต็มในแท็บใหม่)", " (opens in a new tab, full size)")
                }
            }
        }
    }

    /// The same photo much larger, beside the field into which its number is typed: moved by
    /// finger, wheel or arrow keys.
    private static func enlarged(_ photo: Evidence, _ path: String, _ visit: Visit) -> HTML {
        let label = visit.say("ภาพขยาย: ", "Enlarged: ") + photo.label
        return details(.class("enlarged")) {
            summary { visit.say("ขยายในหน้านี้", "Enlarge it here") }
            div(.class("pan"), .role("region"), .label(label), Attribute("tabindex", "0")) {
                img(.src(path), Attribute("alt", ""), Attribute("loading", "lazy"))
            }
        }
    }

    /// What must be the same on the card. The number is left out: it is typed from the photo.
    private static func particulars(_ person: CheckedPerson, _ visit: Visit) -> HTML {
        let identity = person.file.identity ?? Identity()
        let day = identity.birthDate.map { visit.day($0) }
        let address = (identity.address ?? person.file.contact.address)?.line
        let facts: [(String, String?)] = [
            (visit.say("ชื่อที่ลงทะเบียน", "Registered name"), PersonName(identity).thai),
            (visit.say("วันเกิด", "Born"), day),
            (visit.say("ที่อยู่", "Address"), address),
        ]
        let rows: [(label: String, value: HTML, change: HTML?)] = facts.compactMap { label, value in
            value.map { (label, .text($0), nil) }
        }
        return Parts.rows(rows)
    }

    private static func form(
        _ person: CheckedPerson, _ visit: Visit, _ issues: Issues
    ) -> HTML {
        let controls = Controls(visit, issues)
        let typed = Typed(visit.request.form)
        let target = visit.deskPath("identities", person.account)
        let isPassport = person.file.identity?.nationalID == nil
        var html = visit.form(to: target) {
            hidden(person)
            controls.text(
                "number",
                isPassport
                    ? visit.say("พิมพ์เลขหนังสือเดินทางจากภาพ", "Passport number, from the photo")
                    : visit.say("พิมพ์เลขประจำตัวจากภาพ", "National ID, from the photo"),
                value: typed.text("number"),
                hint: visit.say(
                    "ระบบเทียบกับเลขที่ลงทะเบียนให้ โดยไม่แสดงเลขนั้น",
                    "It is compared with the registered one, which is not shown."),
                width: "w13", autocomplete: "off", inputmode: isPassport ? nil : "numeric")
            Parts.actions {
                button(
                    .class("button"), .type("submit"), .name("act"), .value("verify")
                ) { visit.say("ยืนยันตัวตน", "Verify") }
            }
        }
        html.append(
            details(
                .class("more"),
                Attribute("open", isPresent: typed["act"] == "refuse")
            ) {
                summary { visit.say("ไม่ผ่านการตรวจ", "Refuse") }
                visit.form(to: target) {
                    hidden(person)
                    controls.choices(
                        "grounds", visit.say("เหตุผล", "Why"),
                        options: IdentityGround.allCases.map {
                            (code: $0.rawValue, label: visit.language($0.label), hint: nil)
                        }, chosen: visit.request.form.all("grounds"))
                    controls.longText(
                        "remark", visit.say("ข้อความเพิ่มเติมถึงผู้ลงทะเบียน", "More to tell the person"),
                        value: typed.text("remark"), isRequired: false)
                    Parts.actions {
                        button(
                            .class("button danger"), .type("submit"), .name("act"),
                            .value("refuse")
                        ) { visit.say("ไม่ผ่าน และแจ้งเหตุผล", "Refuse and tell why") }
                    }
                }
            })
        return html
    }

    /// Which photos the page showed: what was sent since is not what was looked at.
    private static func hidden(_ person: CheckedPerson) -> HTML {
        var fields = Once.input
        fields.append(
            input(
                .type("hidden"), .name("round"), .value("\(person.file.account.evidenceRounds)")))
        return fields
    }
}
