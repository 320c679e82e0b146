internal import Entries
internal import Events
internal import HTTP
internal import Markup
internal import Projections
internal import Rules
internal import Workflow

/// The licences that the office has issued, free and always current, for people and for programs
/// (พ.ร.บ.การปฏิบัติราชการทางอิเล็กทรอนิกส์ พ.ศ. 2565, section 13). It names nobody.
enum RegisterPages {
    static func add(to routes: inout PageRoutes) {
        routes.page("/register-of-licences") { try page($0) }
        routes.get("/register-of-licences.json") { .response(try json($0)) }
    }

    private static let pageSize = 50

    /// The newest documents of the register below a position of the log.
    private static func rows(_ visit: Visit, limit: Int) throws -> [RegisterRow] {
        guard visit.settings.disclosure.isRegisterPublic else { return [] }
        let before = visit.request.query["before"].flatMap(UInt64.init).map { Position($0) }
        return try visit.office.views.read(.citizenDashboard) { database in
            try CitizenDashboard.register(before: before, limit: limit, in: database)
        }
    }

    private static func page(_ visit: Visit) throws -> Page {
        let rows = try rows(visit, limit: pageSize + 1)
        let title = visit.say("ทะเบียนใบอนุญาต", "Register of licences")
        var page = Page(title) {
            h1 { title }
            p {
                visit.say(
                    "ใบอนุญาตที่หน่วยงานออก ปรับปรุงทันทีที่ออกหรือเพิกถอน ดูได้โดยไม่เสียค่าใช้จ่าย "
                        + "ไม่แสดงชื่อผู้ได้รับ ตรวจสอบใบอนุญาตที่ถืออยู่ได้ที่หน้า",
                    "The licences that this office has issued, current at every moment and free. "
                        + "It names nobody; a licence in hand is checked on the page")
                " "
                a(.href(visit.path("check"))) { visit.say("ตรวจสอบใบอนุญาต", "Check a licence") }
            }
            if !visit.settings.disclosure.isRegisterPublic {
                Parts.note {
                    p {
                        visit.say(
                            "หน่วยงานยังไม่เปิดเผยทะเบียนทางเว็บไซต์ ขอข้อมูลได้ที่สำนักงานโดยไม่เสียค่าใช้จ่าย "
                                + "และได้รับภายใน 3 วัน",
                            "The register is not published here yet. The office gives it to "
                                + "whoever asks, free and within three days.")
                    }
                }
            } else if rows.isEmpty {
                p { visit.say("ยังไม่มีใบอนุญาต", "There are none yet.") }
            } else {
                table(rows.prefix(pageSize), visit)
                p(.class("actions")) {
                    if rows.count > pageSize {
                        a(.href("?before=\(rows[pageSize - 1].document.position)")) {
                            visit.say("เก่ากว่านี้", "Older")
                        }
                    }
                    a(.href(visit.path("register-of-licences.json"))) {
                        visit.say("ข้อมูลสำหรับโปรแกรม (JSON)", "For programs (JSON)")
                    }
                }
            }
        }
        page.back = visit.path()
        page.isNarrow = false
        return page
    }

    private static func table(_ rows: some Sequence<RegisterRow>, _ visit: Visit) -> HTML {
        Parts.table(visit.say("ทะเบียนใบอนุญาต", "Register of licences")) {
            Parts.heads(
                [
                    visit.say("เลขที่", "Number"),
                    visit.say("สถานะ", "State"),
                    visit.say("เรื่อง", "For"),
                    visit.say("ออกเมื่อ", "Issued"),
                    visit.say("ใช้ได้ถึง", "Valid until"),
                ])
            tbody {
                for row in rows {
                    tr {
                        td { row.document.document }
                        td { DocumentStanding.badge(row.document, visit) }
                        td { name(of: row, visit) }
                        td { visit.day(row.document.issuedAt.local.date) }
                        td {
                            row.document.validUntil.map { DocumentStanding.day($0, visit) }
                                ?? visit.say("ไม่กำหนด", "no end")
                        }
                    }
                }
            }
        }
    }

    /// What the licence is for: the service that led to it.
    private static func name(of row: RegisterRow, _ visit: Visit) -> String {
        row.service.flatMap { visit.settings.definition(of: $0) }
            .map { visit.language($0.name) } ?? visit.language(row.document.kind.label)
    }

    /// A thousand at a time; `next` is the address of what follows.
    private static func json(_ visit: Visit) throws -> Response {
        guard visit.settings.disclosure.isRegisterPublic else { throw HTTP.Refusal.notFound }
        let limit = 1000
        let rows = try rows(visit, limit: limit + 1)
        var register = RegisterFile()
        register.office = visit.office.code
        register.licences = rows.prefix(limit).map { row in
            RegisterFile.Licence(row, on: visit.now.local.date)
        }
        if rows.count > limit {
            register.next =
                "\(visit.path("register-of-licences.json"))?before=\(rows[limit - 1].document.position)"
        }
        return Response.bytes(register.encoded(), .json)
    }
}
