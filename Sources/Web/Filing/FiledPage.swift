internal import Entries
internal import Events
internal import Markup
internal import Projections
internal import Rules
internal import Workflow

/// What stands there once a petition is filed; it can be come back to.
enum FiledPage {
    static func add(to routes: inout PageRoutes) {
        routes.page("/cases/{number}/filed") { try page(try $0.ownCase(), $0) }
    }

    private static func page(_ file: CaseFile, _ visit: Visit) throws -> Page {
        let petition = file.petition
        let title = visit.say("ยื่นคำร้องเรียบร้อยแล้ว", "Your petition is filed")
        let note = file.account == nil ? try guestNote(file, visit) : nil
        let told = try told(petition, visit)
        return Page(title) {
            div(.class("panel")) {
                h1 { title }
                p {
                    visit.say("เลขที่คำร้อง", "Its number is")
                    span(.class("number")) { petition.number }
                }
            }
            Parts.rows([
                (
                    visit.say("ส่งเมื่อ", "Sent"),
                    Parts.moment(petition.enteredAt, visit, seconds: true), nil
                ),
                (
                    visit.say("วันและเวลาที่ถือว่าได้รับ", "Received by law"),
                    Parts.moment(petition.deemedReceivedAt, visit, seconds: true), nil
                ),
            ])
            if petition.deemedReceivedAt > petition.enteredAt {
                p(.class("soft")) {
                    visit.say(
                        "ส่งนอกเวลาราชการ กฎหมายให้ถือว่าได้รับในวันและเวลาทำการถัดไป",
                        "It came outside office hours; by law it is received at the next ones.")
                }
            }
            NextSteps.section(petition, visit)
            told
            note
            Parts.actions {
                Parts.link(
                    visit.path("cases", petition.number, "receipt.pdf"),
                    visit.say("บันทึกใบรับคำร้อง (PDF)", "Save the slip (PDF)"), class: "button")
                Parts.link(
                    visit.path("cases", petition.number, "sheet.pdf"),
                    visit.say("พิมพ์คำร้องนี้", "Print this petition"), class: "button second")
                ReceiptFile.link(
                    visit.path("cases", petition.number, ReceiptFile.name), visit)
                Parts.link(
                    visit.path("cases", petition.number),
                    visit.say("ดูคำร้อง", "See the petition"))
            }
            ReceiptFile.warning(visit)
        }
    }

    /// By which ways the person hears of the case, as they are today.
    private static func told(_ petition: Petition, _ visit: Visit) throws -> HTML {
        let ways = try visit.office.ways(toTellOf: petition.number)
        return Markup.section {
            h2 { visit.say("ท่านจะทราบผลทาง", "How you will hear of it") }
            if ways.isEmpty {
                p {
                    visit.say(
                        "หน้าติดตามเรื่องของเว็บไซต์นี้ หน่วยงานไม่มีช่องทางส่งข่าวถึงท่านโดยอัตโนมัติ",
                        "On these pages, where you follow the case: the office has no way to write "
                            + "to you by itself.")
                }
            } else {
                ul {
                    for way in ways {
                        li {
                            visit.language(way.channel.label) + (way.masked.map { " \($0)" } ?? "")
                        }
                    }
                }
            }
            if petition.contactPreference != .electronic {
                p {
                    visit.say("ท่านเลือกให้ติดต่อกลับ", "You chose to be answered ")
                        + visit.language(petition.contactPreference.label)
                }
            }
        }
    }

    private static func guestNote(_ file: CaseFile, _ visit: Visit) throws -> HTML {
        let passwords = GuestPasswords(visit.office.office)
        if let password = try passwords.password(of: file.petition.number) {
            return code(file.trackingCode ?? file.petition.number, password, visit)
        }
        let canRead = try visit.office.readingCodes().channel(of: file.petition.number) != nil
        return Parts.note {
            p {
                visit.say(
                    "จดเลขที่คำร้องไว้ ใช้คู่กับเบอร์โทรศัพท์ 4 ตัวท้ายเพื่อดูสถานะและกำหนดเวลา",
                    "Note the number: with the last four digits of your phone it shows how your "
                        + "case stands, and what is due when.")
            }
            p {
                visit.say(
                    "ข้อความ เอกสาร และรายการที่ขอแก้ไขไม่แสดงด้วยเบอร์โทรศัพท์อย่างเดียว ",
                    "Texts, papers and what must be corrected are not shown by the digits alone. ")
                canRead
                    ? visit.say(
                        "กด “อ่านข้อความและเอกสารด้วยรหัสที่ส่งให้” ในหน้าติดตามเรื่อง แล้วเราส่งรหัสให้",
                        "Press “Read texts and papers by a code sent to you” there, and we send "
                            + "you one.")
                    : visit.say(
                        "สอบถามได้ที่สำนักงานพร้อมเลขที่คำร้อง",
                        "Ask at the office for them, with the number.")
            }
        }
    }

    /// They open this case, and nothing else does.
    private static func code(_ code: String, _ password: AccessCode, _ visit: Visit) -> HTML {
        Parts.note("warn") {
            Parts.rows([
                (visit.say("รหัสติดตาม", "Code"), .text(code), nil),
                (visit.say("รหัสผ่าน", "Password"), .text(password.display), nil),
            ])
            p {
                visit.say(
                    "จดหรือถ่ายภาพไว้ ใช้เปิดดูคำร้องนี้เท่านั้น หากแจ้งอีเมลไว้ เราส่งให้ทางอีเมลด้วย",
                    "Note them: they open this petition only. They are sent to your e-mail address "
                        + "too, if you gave one.")
            }
            p {
                Parts.link(
                    visit.path("track", "code"), visit.say("ติดตามด้วยรหัส", "Follow by code"))
            }
        }
    }
}

/// What will happen, and by when: the clocks that run, in the words of the service.
enum NextSteps {
    static func section(_ petition: Petition, _ visit: Visit) -> HTML? {
        let steps = self.steps(petition, visit)
        guard !steps.isEmpty else { return nil }
        return Markup.section {
            h2 { visit.say("จะเกิดอะไรขึ้นต่อไป", "What happens next") }
            ol {
                for step in steps {
                    li {
                        visit.language(step.name)
                        visit.say(" ภายใน ", " by ")
                        Parts.moment(step.due, visit)
                    }
                }
            }
        }
    }

    static func steps(
        _ petition: Petition, _ visit: Visit
    ) -> [(name: LocalText, due: Instant)] {
        guard let service = visit.settings.definition(of: petition) else { return [] }
        return ServiceClocks(service).promised(of: petition, calendar: visit.settings.calendar)
    }
}
