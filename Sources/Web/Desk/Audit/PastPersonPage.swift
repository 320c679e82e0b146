internal import Entries
internal import EventLog
internal import Events
internal import HTTP
internal import Markup
internal import Projections
internal import Rules
internal import Workflow

/// A citizen's dashboard as it stood at a moment: where the cases stood, what had come of them, who
/// had looked. No name, and nothing that is sealed.
enum PastPersonPage {
    private static let mostViewings = 50

    static func page(_ visit: Visit) throws -> Page {
        let moment = try AskedMoment(visit)
        let account = visit.request.query["account"].flatMap { $0.isEmpty ? nil : $0 }
        let content = try account.map { try dashboard(of: $0, at: moment.end, visit) }
        let title = visit.say("หน้าของประชาชนในอดีต", "A person’s page as it stood")
        var page = Page(title) {
            AuditPages.tabs(visit)
            h1 { title }
            form(account, moment, visit)
            moment.words(visit)
            content
        }
        page.isNarrow = false
        return page
    }

    private static func form(
        _ account: String?, _ moment: AskedMoment, _ visit: Visit
    ) -> HTML {
        AuditPages.form(
            to: visit.deskPath("audit", "person"), visit.say("ใครและเมื่อใด", "Who and when")
        ) {
            moment.slider(visit)
            div(.class("filters")) {
                AuditPages.field(
                    "account", visit.say("บัญชีของประชาชน", "Person’s account"), account)
                AskedMoment.box(visit)
            }
            Parts.actions {
                button(.class("button"), .type("submit")) { visit.say("แสดง", "Show") }
            }
        }
    }

    private static func dashboard(
        of account: String, at end: Position, _ visit: Visit
    ) throws -> HTML {
        let numbers = try visit.office.views.read(.citizenDashboard) { database in
            try CitizenDashboard.cases(of: account, in: database).map(\.number)
        }
        guard
            let past = try visit.office.office.dashboard(of: account, cases: numbers, at: end)
        else {
            return Parts.note("warn") {
                p { visit.say("ไม่มีบัญชีนี้", "There is no such account.") }
            }
        }
        var html = HTML()
        if let erasure = past.erasure {
            html.append(
                Parts.note("warn") {
                    p {
                        visit.say("ลบข้อมูลของบัญชีนี้แล้ว: เหตุการณ์ที่ ", "This person was erased: event ")
                        AuditPages.link(to: erasure.position, visit)
                        " · "
                        Parts.moment(erasure.at, visit, seconds: true)
                        visit.say(
                            " ไม่มีใครบอกได้อีกว่าเรื่องใดเป็นของบัญชีนี้ ไม่ว่าจะย้อนไปเมื่อใด",
                            ". Which cases were this person’s nobody can tell any more, at no "
                                + "moment of the past.")
                    }
                })
        }
        html.append(facts(past, account, visit))
        html.append(h2 { visit.say("คำร้อง", "Cases") })
        html.append(cases(past.cases, visit))
        if !past.documents.isEmpty {
            html.append(h2 { visit.say("เอกสาร", "Documents") })
            html.append(documents(past.documents, visit))
        }
        html.append(h2 { visit.say("ใครเปิดดู", "Who looked") })
        html.append(viewings(past.viewings, visit))
        return html
    }

    private static func facts(_ past: PastDashboard, _ account: String, _ visit: Visit) -> HTML {
        guard let row = past.account else {
            return p { visit.say("ยังไม่ได้ลงทะเบียนในเวลานั้น", "Not registered yet at that moment.") }
        }
        return Parts.rows([
            (
                visit.say("เลขบัญชี", "Account"),
                Parts.link(AuditPages.events(visit, ["stream": "account/\(account)"]), account), nil
            ),
            (visit.say("ลงทะเบียนเมื่อ", "Registered"), Parts.moment(row.registeredAt, visit), nil),
            (
                visit.say("การยืนยันตัวตน", "Identity"), .text(standing(row, visit)), nil
            ),
            (
                visit.say("ข้อตกลงที่ยอมรับ", "Terms accepted"),
                .text(visit.say("ฉบับที่ \(row.terms)", "version \(row.terms)")), nil
            ),
        ])
    }

    private static func standing(_ row: MyAccountRow, _ visit: Visit) -> String {
        let word =
            switch row.identity {
            case .open: visit.say("ยังไม่ได้ยืนยัน", "not shown yet")
            case .waiting: visit.say("รอเจ้าหน้าที่ตรวจ", "to be checked")
            case .verified: visit.say("ยืนยันแล้ว", "verified")
            case .refused: visit.say("ไม่ผ่าน", "refused")
            }
        return "\(word) (\(row.level.rawValue))"
    }

    private static func cases(_ rows: [MyCaseRow], _ visit: Visit) -> HTML {
        guard !rows.isEmpty else { return p(.class("soft")) { visit.say("ไม่มี", "None.") } }
        return Parts.table(visit.say("คำร้อง", "Cases")) {
            Parts.heads([
                visit.say("เลขที่", "Number"), visit.say("สถานะ", "Status"),
                visit.say("ยื่นเมื่อ", "Filed"), visit.say("ขั้นต่อไปภายใน", "Next step by"),
                visit.say("ยังไม่ได้อ่าน", "Unread"), visit.say("คะแนน", "Rating"),
            ])
            tbody {
                for row in rows {
                    tr {
                        td {
                            AuditPages.stream("petition/\(row.number)", visit)
                            if row.erasedAt != nil {
                                Parts.badge(visit.say("ลบข้อมูลแล้ว", "erased"), "warn")
                            }
                        }
                        td { visit.language(row.course.status.label(of: row.kind)) }
                        td { Parts.moment(row.course.enteredAt, visit) }
                        td { row.nextAt.map { Parts.moment($0, visit) } ?? .text("–") }
                        td(.class("n")) { "\(row.unread)" }
                        td(.class("n")) { row.rating.map { "\($0)" } ?? "–" }
                    }
                }
            }
        }
    }

    private static func documents(_ rows: [MyDocumentRow], _ visit: Visit) -> HTML {
        ul {
            for row in rows {
                li {
                    AuditPages.link(to: row.position, visit)
                    " · \(visit.language(row.kind.label)) \(row.document) · "
                    Parts.moment(row.issuedAt, visit)
                    if row.isRevoked { Parts.badge(visit.say("เพิกถอน", "revoked"), "bad") }
                    if row.isReplaced { Parts.badge(visit.say("ถูกแทน", "replaced"), "warn") }
                }
            }
        }
    }

    private static func viewings(_ rows: [MyViewingRow], _ visit: Visit) -> HTML {
        guard !rows.isEmpty else { return p(.class("soft")) { visit.say("ไม่มี", "Nobody.") } }
        return ul {
            for row in rows.prefix(mostViewings) {
                li {
                    AuditPages.link(to: row.position, visit)
                    " · "
                    Parts.moment(row.at, visit)
                    " · \(AuditPages.actor(row.viewer, visit))"
                    if let number = row.number { " · \(number)" }
                }
            }
            if rows.count > mostViewings {
                li {
                    visit.say(
                        "และอีก \(rows.count - mostViewings) ครั้ง",
                        "and \(rows.count - mostViewings) more")
                }
            }
        }
    }
}
