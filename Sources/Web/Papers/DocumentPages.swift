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
        let cases = try visit.office.views.read(.citizenDashboard) { database in
            try CitizenDashboard.cases(of: account, in: database)
        }
        let cards = try cases.flatMap { row in
            let documents = try IssuedDocuments(of: row.number, visit)
            return try documents.rows.enumerated().map { index, document in
                (
                    at: document.issuedAt,
                    html: card(document, index, try documents.content(of: document), visit)
                )
            }
        }.sorted { $0.at > $1.at }
        let title = visit.say("ใบเสร็จและใบอนุญาต", "Receipts and licences")
        var page = Page(title) {
            h1 { title }
            if cards.isEmpty {
                p { visit.say("ยังไม่มีเอกสาร", "There are no documents yet.") }
            }
            ul(.class("cards")) { for card in cards { li(.class("card lift")) { card.html } } }
        }
        page.isNarrow = false
        page.back = visit.path("account")
        return page
    }

    private static func card(
        _ document: MyDocumentRow, _ index: Int, _ content: IssuedDocument?, _ visit: Visit
    ) -> HTML {
        var card = h2 {
            a(.href(IssuedDocuments.path(document.number, index, visit))) {
                IssuedDocuments.title(document, content, visit)
            }
        }
        card.append(p { "\(visit.language(document.kind.label)) \(document.document)" })
        card.append(p(.class("small soft")) { Parts.moment(document.issuedAt, visit) })
        card.append(p { DocumentStanding.badge(document, visit) })
        return card
    }

    /// Large and plain, to be held out to an inspector.
    private static func show(_ visit: Visit) throws -> Page {
        let file = try visit.ownCase()
        let documents = try IssuedDocuments(of: file.petition.number, visit)
        let index = try IssuedDocuments.index(visit)
        guard documents.rows.indices.contains(index) else { throw HTTP.Refusal.notFound }
        let row = documents.rows[index]
        let content = try documents.content(of: row)
        let code = check(row.verificationCode, visit)
        var page = Page(visit.language(row.kind.label)) {
            h1 { IssuedDocuments.title(row, content, visit) }
            DocumentStanding.note(row, visit)
            Parts.rows(facts(row, content, of: file, visit))
            code
            if content?.size != nil {
                Parts.actions {
                    Parts.link(
                        IssuedDocuments.path(row.number, index, visit) + "/file",
                        visit.say("เปิดเอกสาร", "Open the document"), class: "button")
                }
            }
        }
        page.back = visit.session == nil ? visit.path("cases", row.number) : visit.path("documents")
        return page
    }

    private static func facts(
        _ row: MyDocumentRow, _ content: IssuedDocument?, of file: CaseFile, _ visit: Visit
    ) -> [(label: String, value: HTML, change: HTML?)] {
        let holder = content?.holder ?? file.petitioner.map { PersonName($0).thai } ?? ""
        return [
            (
                visit.say("เรื่อง", "For"),
                .text(CaseWords.service(file.petition.service, file.petition.definition, visit)),
                nil
            ),
            (visit.say("เลขที่", "Number"), .text(row.document), nil),
            (visit.say("ผู้ได้รับ", "Holder"), .text(holder), nil),
            (visit.say("ออกเมื่อ", "Issued"), Parts.moment(row.issuedAt, visit), nil),
        ]
            + (content?.particulars ?? []).map {
                ($0.field, .text($0.values.joined(separator: ", ")), nil)
            }
    }

    /// What an inspector scans or types to see on a telephone of his own that the document holds.
    private static func check(_ code: String?, _ visit: Visit) -> HTML? {
        guard let code = code.flatMap({ AccessCode($0, length: AccessCode.verificationLength) })
        else { return nil }
        let address = visit.address(of: "\(visit.path("check"))?code=\(code.text)")
        return figure {
            address.flatMap { QRPicture.html(of: $0, visit) }
            figcaption {
                visit.say(
                    "สแกนเพื่อตรวจสอบว่าเป็นของจริง หรือใช้รหัส ", "Scan to check it, or use the code ")
                strong { code.display }
            }
        }
    }

    private static func file(_ visit: Visit) throws -> Answer {
        let file = try visit.ownCase()
        guard
            let answer = try IssuedDocuments.download(
                try IssuedDocuments.index(visit), of: file, visit)
        else { throw HTTP.Refusal.notFound }
        return answer
    }
}
