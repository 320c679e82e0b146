internal import Entries
internal import Events
internal import HTTP
internal import Markup
internal import Projections
internal import Rules
internal import Workflow

/// Anybody may ask whether a licence is real: by its code, from the paper or its QR.
enum CheckPages {
    static func add(to routes: inout PageRoutes) {
        routes.page("/check") { try page($0) }
    }

    private static func page(_ visit: Visit) throws -> Page {
        let typed = visit.request.query["code"] ?? ""
        var issues = Issues()
        var found: MyDocumentRow?
        if !typed.isEmpty {
            if let seconds = visit.memory.checks.take(visit.network, at: visit.now) {
                return TooManyTries.page(
                    visit, seconds, isLogin: false, back: visit.path("check"))
            }
            found = try document(typed, visit)
            if found != nil { visit.memory.checks.giveBack(visit.network) }
            if found == nil {
                issues.add(
                    "code", "ไม่พบเอกสารที่มีรหัสนี้ ตรวจสอบตัวอักษรอีกครั้ง",
                    "No document has this code. Check its letters.")
            }
        }
        let title = visit.say("ตรวจสอบใบอนุญาต", "Check a licence")
        let (row, problems) = (found, issues)
        var page = Page(title) {
            problems.summary(visit.language)
            h1 { title }
            if let row { result(row, visit) }
            // A question that changes nothing: asked by GET, so that a QR can ask it.
            form(.method("get"), .action(visit.path("check"))) {
                Controls(visit, problems).text(
                    "code", visit.say("รหัสตรวจสอบ 12 ตัว", "The code of twelve letters"),
                    value: typed, hint: visit.say("เช่น 7K3M-9QXT-2F4H", "Like 7K3M-9QXT-2F4H"),
                    width: "w13", autocomplete: "off")
                Parts.actions { Controls(visit).submit(visit.say("ตรวจสอบ", "Check")) }
            }
        }
        page.back = visit.path()
        page.mark(issues)
        return page
    }

    private static func document(_ typed: String, _ visit: Visit) throws -> MyDocumentRow? {
        guard let code = AccessCode(typed, length: AccessCode.verificationLength) else {
            return nil
        }
        return try visit.office.views.read(.citizenDashboard) { database in
            try CitizenDashboard.document(verifiedBy: code.text, in: database)
        }
    }

    /// What the paper shows too, and no more: never whose it is.
    private static func result(_ row: MyDocumentRow, _ visit: Visit) -> HTML {
        div {
            DocumentStanding.note(row, visit)
            Parts.rows([
                (visit.say("เอกสาร", "Document"), .text(visit.language(row.kind.label)), nil),
                (visit.say("เลขที่", "Number"), .text(row.document), nil),
                (visit.say("ออกเมื่อ", "Issued"), Parts.moment(row.issuedAt, visit), nil),
                (visit.say("ออกโดย", "Issued by"), .text(visit.name), nil),
            ])
        }
    }
}
