internal import Entries
internal import Events
internal import HTTP
internal import Markup
internal import Rules
internal import Workflow

/// What an officer hands over once a petition is entered: its number and the slip. It is for the
/// officer who has just typed it in; later, and for others, the case's own page is the way, which
/// records who looks.
enum DeskFiledPage {
    static func add(to routes: inout PageRoutes) {
        routes.page("/desk/filed/{number}", .desk(.filing)) { visit in
            page(try entered(visit), visit)
        }
        routes.get("/desk/filed/{number}/receipt.pdf", .desk(.filing), lane: .slow) { visit in
            try CasePapers.slip(of: try entered(visit), visit)
        }
        routes.get("/desk/filed/{number}/sheet.pdf", .desk(.filing), lane: .slow) { visit in
            try CasePapers.sheet(of: try entered(visit), visit)
        }
        routes.get("/desk/filed/{number}/receipt.tlog-proof", .desk(.filing)) { visit in
            try ReceiptFile.answer(try entered(visit).petition.number, withText: true, visit)
        }
    }

    /// The case of the address, if this officer has entered it a short while ago.
    private static func entered(_ visit: Visit) throws -> CaseFile {
        guard let number = visit.request.parameters["number"],
            let file = try visit.office.office.file(of: number),
            file.petition.filedBy == (try visit.needOfficer().id),
            visit.now.milliseconds - file.petition.enteredAt.milliseconds
                < ViewingRecord.milliseconds
        else { throw HTTP.Refusal.notFound }
        return file
    }

    private static func page(_ file: CaseFile, _ visit: Visit) -> Page {
        let petition = file.petition
        let title = visit.say("ยื่นคำร้องเรียบร้อยแล้ว", "The petition is filed")
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
                    visit.say("วันและเวลาที่ถือว่าได้รับ", "Received by law"),
                    Parts.moment(petition.deemedReceivedAt, visit, seconds: true), nil
                )
            ])
            NextSteps.section(petition, visit)
            Parts.note {
                p {
                    if file.account != nil {
                        visit.say(
                            "เรื่องนี้อยู่ในบัญชีของผู้ยื่นแล้ว",
                            "The case stands in the petitioner’s account.")
                    } else if petition.tracking == .phone {
                        visit.say(
                            "ผู้ยื่นติดตามเรื่องได้ด้วยเลขที่คำร้องและเลขท้ายโทรศัพท์ 4 ตัว",
                            "The petitioner follows it by the number and the phone’s last four "
                                + "digits.")
                    } else {
                        visit.say(
                            "ผู้ยื่นติดตามเรื่องด้วยตนเองไม่ได้ มอบใบรับคำร้องและแจ้งวิธีติดต่อสำนักงาน",
                            "The petitioner cannot follow it alone: hand over the slip and say "
                                + "how to ask.")
                    }
                }
            }
            Parts.actions {
                Parts.link(
                    visit.deskPath("filed", petition.number, "receipt.pdf"),
                    visit.say("พิมพ์ใบรับคำร้อง (PDF)", "Print the slip (PDF)"), class: "button")
                Parts.link(
                    visit.deskPath("filed", petition.number, "sheet.pdf"),
                    visit.say("พิมพ์คำร้อง (PDF)", "Print the petition (PDF)"),
                    class: "button second")
                ReceiptFile.link(
                    visit.deskPath("filed", petition.number, ReceiptFile.name), visit)
                Parts.link(
                    visit.deskPath("cases", petition.number),
                    visit.say("เปิดคำร้อง", "Open the case"))
                Parts.link(
                    visit.deskPath("filing"), visit.say("รับเรื่องถัดไป", "File another"))
            }
        }
    }
}
