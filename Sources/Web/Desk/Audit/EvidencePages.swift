internal import Events
internal import HTTP
internal import Markup
internal import Rules
internal import Workflow

/// The evidence of a case as a file that is checked without the office.
enum EvidencePages {
    private static let open = "open"

    static func add(to routes: inout PageRoutes) {
        routes.post("/desk/audit/cases/{number}/evidence", .desk(.audit), lane: .slow) {
            .response(try pack($0))
        }
    }

    static func form(_ number: String, _ visit: Visit) -> HTML {
        Markup.section {
            h2 { visit.say("ชุดหลักฐาน", "Evidence pack") }
            p {
                visit.say(
                    "ไฟล์ zip ที่มีเหตุการณ์ทุกรายการ หลักฐาน ใบรับ และโปรแกรมตรวจ ซึ่งตรวจได้โดยไม่ต้องต่อเครือข่าย",
                    "A zip with every event, its proof, the receipt and a verifier: it is checked "
                        + "without a network.")
            }
            visit.form(to: visit.deskPath("audit", "cases", number, "evidence")) {
                div(.class("choice")) {
                    input(.type("checkbox"), .id(open), .name(open), .value("yes"))
                    Markup.label(.for(open)) {
                        visit.say(
                            "รวมข้อความที่ปิดผนึกและไฟล์ (การเปิดจะถูกบันทึกและผู้ยื่นเห็นได้)",
                            "With what is sealed and the files (recorded, and told to the petitioner)"
                        )
                    }
                }
                Parts.actions {
                    button(.class("button second"), .type("submit")) {
                        visit.say("ดาวน์โหลดชุดหลักฐาน", "Download the pack")
                    }
                }
            }
        }
    }

    private static func pack(_ visit: Visit) throws -> Response {
        guard let name = visit.request.parameters["number"],
            let history = try visit.office.office.log.history(of: name)
        else { throw HTTP.Refusal.notFound }
        let number = history.petition.number
        var isOpen = visit.request.form[open] == "yes"
        if isOpen {
            // Written down before a byte of it is read; out of sight, it stays closed.
            isOpen = try visit.deskCase(opening: EvidencePack.opens).sight == .whole
        }
        let zip: [UInt8]
        do {
            zip = try visit.office.evidence(of: number, open: isOpen)
        } catch EvidencePack.Problem.notCovered {
            throw HTTP.Refusal.busy(retryAfterSeconds: 5)
        }
        var response = Response.bytes(zip, .zip)
        response.setDisposition(fileName: "evidence-\(number).zip")
        response.headers["Cache-Control"] = "no-store"
        return response
    }
}
