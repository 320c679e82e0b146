internal import Entries
internal import Events
internal import Markup
internal import Rules
internal import Workflow

/// What the petitioner filed: the text, the place, the person as far as is needed, the files.
enum PetitionPart {
    static func section(_ desk: DeskCase, _ trail: CaseTrail) -> HTML {
        let visit = desk.visit
        return Markup.section {
            h2 { visit.say("คำร้อง", "The petition") }
            if desk.sight == .outline {
                Parts.note("warn") {
                    p {
                        visit.say(
                            "เรื่องปกปิด: แสดงเฉพาะสถานะและผู้รับผิดชอบ",
                            "Confidential: only where it stands and with whom is shown.")
                    }
                }
            } else if let at = desk.petition.erasedAt {
                Parts.note {
                    p {
                        visit.say("ข้อมูลส่วนบุคคลถูกลบแล้วเมื่อ ", "Personal data erased ")
                        Parts.moment(at, visit)
                    }
                }
            } else {
                Parts.rows(text(desk) + place(desk) + person(desk))
                if !desk.showsPetitioner, desk.file.petitioner != nil {
                    let words = visit.say("แสดงข้อมูลผู้ยื่น", "Show the petitioner")
                    reveal("petitioner", words, desk, trail)
                }
                DeskFiles.list(desk)
                if desk.file.hasPhotos, !desk.opened.contains(.attachments) {
                    reveal("photos", visit.say("แสดงภาพถ่าย", "Show the photos"), desk, trail)
                }
                p(.class("small")) {
                    ReceiptFile.link(
                        visit.deskPath("cases", desk.number, ReceiptFile.name), visit)
                }
            }
        }
    }

    typealias Row = (label: String, value: HTML, change: HTML?)

    /// What was written in the form.
    static func text(_ desk: DeskCase) -> [Row] {
        let visit = desk.visit
        var rows: [Row] = []
        if let details = desk.file.text?.details {
            rows.append((visit.say("รายละเอียด", "Details"), Parts.written(details, visit), nil))
        }
        let answers = AnswerRows.filed(desk.file.text, desk.definition, visit)
        for answer in answers { rows.append((answer.label, .text(answer.value), nil)) }
        return rows
    }

    static func place(_ desk: DeskCase) -> [Row] {
        guard let place = desk.file.place else { return [] }
        return [
            (desk.visit.say("สถานที่", "Place"), CaseWords.placeWithMap(place, desk.visit), nil)
        ]
    }

    private static func person(_ desk: DeskCase) -> [Row] {
        guard let person = desk.file.petitioner else { return [] }
        let visit = desk.visit
        let petition = desk.petition
        var rows: [Row] = []
        func row(_ thai: String, _ english: String, _ value: String?) {
            guard let value, !value.isEmpty else { return }
            rows.append((visit.say(thai, english), .text(value), nil))
        }
        let name = PersonName(person)
        if desk.showsPetitioner {
            row("ผู้ยื่น", "Petitioner", name.thai)
            row("หน่วยงาน/องค์กร", "Organisation", person.organisation)
            row("เลขประจำตัว", "National ID", person.nationalID.map { ThaiID.shown($0) })
            row("หนังสือเดินทาง", "Passport", person.passport)
            row("โทรศัพท์", "Telephone", person.phone.map { PhoneNumber.shown($0) })
            row("อีเมล", "E-mail", person.email)
            row("LINE ID", "LINE ID", person.lineID)
            row("ที่อยู่", "Address", person.address?.line)
            row("ยื่นแทน", "On behalf of", person.filedFor.map { PersonName($0).thai })
        } else if petition.isAnonymous {
            row("ผู้ยื่น", "Petitioner", visit.say("ไม่ประสงค์ออกนาม", "Anonymous"))
        } else {
            row("ผู้ยื่น", "Petitioner", name.masked)
            row("โทรศัพท์", "Telephone", person.phone.flatMap { try? PhoneNumber($0) }?.masked)
        }
        row("การยืนยันตัวตน", "Identity", visit.language(petition.identityLevel.label))
        row("ให้ติดต่อกลับทาง", "Reach by", visit.language(petition.contactPreference.label))
        row("บันทึกโดย", "Entered by", petition.filedBy.map { DeskWords.officer($0, visit) })
        return rows
    }

    /// The person hears of it: that is said before, not after.
    private static func reveal(
        _ part: String, _ words: String, _ desk: DeskCase, _ trail: CaseTrail
    ) -> HTML {
        let visit = desk.visit
        let hint = "\(part)-hint"
        return visit.form(to: visit.deskPath("cases", desk.number, part)) {
            trail.input
            p(.class("small soft"), .id(hint)) {
                visit.say(
                    "การเปิดดูจะถูกบันทึก และผู้ยื่นเห็นว่าใครเปิดดู",
                    "Opening it is recorded, and the petitioner sees who did.")
            }
            button(.class("button second"), .describedBy([hint])) { words }
        }
    }
}
