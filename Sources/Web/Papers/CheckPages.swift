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
        let asked = visit.request.query["code"]
        let typed = ThaiText.trimmed(asked ?? "")
        var issues = Issues()
        var found: [MyDocumentRow] = []
        if !typed.isEmpty {
            if let seconds = visit.memory.checks.take(visit.network, at: visit.now) {
                return TooManyTries.page(
                    visit, seconds, isLogin: false, back: visit.path("check"))
            }
            found = try documents(typed, visit)
            if found.isEmpty {
                issues.add(
                    "code", "ไม่พบเอกสารที่มีรหัสหรือเลขที่นี้ ตรวจสอบตัวอักษรอีกครั้ง",
                    "No document has this code or number. Check its letters.")
            } else {
                visit.memory.checks.giveBack(visit.network)
            }
        } else if asked != nil {
            issues.add(
                "code", "กรอกรหัสตรวจสอบหรือเลขที่เอกสาร", "Enter the code or the number")
        }
        let title = visit.say("ตรวจสอบใบอนุญาต", "Check a licence")
        let isNumberTaken = visit.settings.disclosure.isRegisterPublic
        let (rows, problems) = (found, issues)
        var page = Page(title) {
            problems.summary(visit.language)
            h1 { title }
            for row in rows { result(row, visit) }
            // A question that changes nothing: asked by GET, so that a QR can ask it.
            form(
                .method("get"), .action(visit.path("check")),
                Attribute("novalidate", isPresent: true)
            ) {
                Controls(visit, problems).text(
                    "code",
                    isNumberTaken
                        ? visit.say(
                            "รหัสตรวจสอบ 12 ตัว หรือเลขที่ใบอนุญาต",
                            "The code of twelve letters, or the licence’s number")
                        : visit.say("รหัสตรวจสอบ 12 ตัว", "The code of twelve letters"),
                    value: typed,
                    hint: isNumberTaken
                        ? visit.say(
                            "เช่น 7K3M-9QXT-2F4H หรือ 283-1/2569",
                            "Like 7K3M-9QXT-2F4H or 283-1/2569")
                        : visit.say("เช่น 7K3M-9QXT-2F4H", "Like 7K3M-9QXT-2F4H"),
                    width: "w13", autocomplete: "off")
                Parts.actions { Controls(visit).submit(visit.say("ตรวจสอบ", "Check")) }
            }
        }
        page.back = visit.path()
        // Nothing was asked yet: that is no wrong answer.
        if !typed.isEmpty { page.mark(issues) }
        return page
    }

    /// The document of that code; else those of the public register that bear what was typed as
    /// their number.
    private static func documents(_ typed: String, _ visit: Visit) throws -> [MyDocumentRow] {
        try visit.office.views.read(.citizenDashboard) { database in
            if let code = AccessCode(typed, length: AccessCode.verificationLength),
                let row = try CitizenDashboard.document(verifiedBy: code.text, in: database)
            {
                return [row]
            }
            guard visit.settings.disclosure.isRegisterPublic else { return [] }
            let found = try CitizenDashboard.register(numbered: typed, in: database)
            guard found.isEmpty else { return found }
            return try CitizenDashboard.register(
                numbered: Digits.arabic.written(typed), in: database)
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
