internal import Entries
internal import Events
internal import HTTP
internal import Markup
internal import Projections
internal import Rules
internal import Workflow

/// What the office issued to a person: receipts and licences, to view, save and show.
enum DocumentPages {
    static func add(to routes: inout PageRoutes) {
        routes.page("/documents", .citizen) { try list($0) }
        routes.page("/documents/{number}/{document}") { try show($0) }
        routes.get("/documents/{number}/{document}/file") { try file($0) }
    }

    private static func list(_ visit: Visit) throws -> Page {
        let account = visit.account ?? ""
        let documents = try visit.office.views.read(.citizenDashboard) { database in
            try CitizenDashboard.cases(of: account, in: database).flatMap {
                try CitizenDashboard.documents(of: $0.number, in: database)
            }
        }.sorted { $0.issuedAt > $1.issuedAt }
        let titles = try documents.map { try issued($0, visit)?.title }
        let title = visit.say("ใบเสร็จและใบอนุญาต", "Receipts and licences")
        var page = Page(title) {
            h1 { title }
            if documents.isEmpty {
                p { visit.say("ยังไม่มีเอกสาร", "There are no documents yet.") }
            }
            ul(.class("cards")) {
                for (document, title) in zip(documents, titles) {
                    li(.class("card lift")) {
                        h2 {
                            a(
                                .href(
                                    visit.path("documents", document.number, document.document))
                            ) { title ?? visit.language(document.kind.label) }
                        }
                        p { "\(visit.language(document.kind.label)) \(document.document)" }
                        p(.class("small soft")) { Parts.moment(document.issuedAt, visit) }
                        if document.isRevoked {
                            p { Parts.badge(visit.say("เพิกถอนแล้ว", "Revoked"), "bad") }
                        }
                    }
                }
            }
        }
        page.isNarrow = false
        page.back = visit.path("account")
        return page
    }

    /// Large and plain, to be held out to an inspector.
    private static func show(_ visit: Visit) throws -> Page {
        let (file, row) = try own(visit)
        let content = try issued(row, visit)
        var page = Page(visit.language(row.kind.label)) {
            h1 { content?.title ?? visit.language(row.kind.label) }
            validity(row, visit)
            Parts.rows(
                [
                    (visit.say("เลขที่", "Number"), HTML.text(row.document), nil),
                    (
                        visit.say("ผู้ได้รับ", "Holder"),
                        HTML.text(
                            content?.holder ?? file.petitioner.map { PersonName($0).thai } ?? ""),
                        nil
                    ),
                    (visit.say("ออกเมื่อ", "Issued"), Parts.moment(row.issuedAt, visit), nil),
                    (
                        visit.say("รหัสตรวจสอบ", "Code to check it"),
                        HTML.text(shown(row.verificationCode)), nil
                    ),
                ]
                    + (content?.particulars ?? []).map {
                        ($0.field, HTML.text($0.values.joined(separator: ", ")), nil)
                    })
            if content != nil {
                Parts.actions {
                    Parts.link(
                        visit.path("documents", row.number, row.document, "file"),
                        visit.say("เปิดเอกสาร (PDF)", "Open the document (PDF)"), class: "button")
                }
            }
        }
        page.back = visit.session == nil ? visit.path("cases", row.number) : visit.path("documents")
        return page
    }

    static func validity(_ row: MyDocumentRow, _ visit: Visit) -> HTML {
        let today = visit.now.local.date.description
        if row.isRevoked {
            return Parts.note("bad") { p { visit.say("เพิกถอนแล้ว", "Revoked") } }
        }
        if let until = row.validUntil, until < today {
            return Parts.note("warn") {
                p { visit.say("หมดอายุแล้วเมื่อ ", "Expired on ") + day(until, visit) }
            }
        }
        return Parts.note("good") {
            p {
                strong { visit.say("ใช้ได้", "Valid") }
                if let until = row.validUntil {
                    visit.say(" ถึง ", " until ") + day(until, visit)
                }
            }
        }
    }

    static func day(_ text: String, _ visit: Visit) -> String {
        (try? CivilDate(typed: text)).map { visit.day($0) } ?? text
    }

    private static func shown(_ code: String?) -> String {
        code.flatMap { AccessCode($0, length: AccessCode.verificationLength)?.display } ?? code
            ?? "–"
    }

    private static func own(_ visit: Visit) throws -> (CaseFile, MyDocumentRow) {
        let file = try visit.ownCase()
        let wanted = visit.request.parameters["document"] ?? ""
        let rows = try visit.office.views.read(.citizenDashboard) { database in
            try CitizenDashboard.documents(of: file.petition.number, in: database)
        }
        guard let row = rows.first(where: { $0.document.utf8.elementsEqual(wanted.utf8) }) else {
            throw HTTP.Refusal.notFound
        }
        return (file, row)
    }

    private static func issued(_ row: MyDocumentRow, _ visit: Visit) throws -> IssuedDocument? {
        guard let entry = try visit.office.office.event(at: row.position) else { return nil }
        return try visit.office.office.section(IssuedDocument.self, of: entry)
    }

    private static func file(_ visit: Visit) throws -> Answer {
        let (file, row) = try own(visit)
        guard let content = try issued(row, visit), let size = content.size else {
            throw HTTP.Refusal.notFound
        }
        let bytes = try visit.office.bytes(
            of: content.file, under: file.petition.caseKey, size: size)
        return .response(
            .download(
                bytes, content.mediaType ?? "application/pdf", name: "\(row.document).pdf"))
    }
}
