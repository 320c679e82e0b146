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
                addUnknown(visit, &issues)
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
        let services = try rows.map { try licensed(by: $0, visit) }
        var page = Page(title) {
            problems.summary(visit.language)
            h1 { title }
            for (row, service) in zip(rows, services) { result(row, service, visit) }
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

    /// A number is looked for among what the public register shows: that one is not found there
    /// says nothing against the paper.
    private static func addUnknown(_ visit: Visit, _ issues: inout Issues) {
        if visit.settings.disclosure.isRegisterPublic {
            issues.add(
                "code",
                "ไม่พบเอกสารที่มีรหัสหรือเลขที่นี้ ด้วยเลขที่ค้นได้เฉพาะใบอนุญาตที่อยู่ในทะเบียนสาธารณะ "
                    + "เอกสารอื่นให้ใช้รหัสตรวจสอบ 12 ตัวบนเอกสาร",
                "No document has this code or number. By number only licences in the public "
                    + "register are found: for others use the code of twelve letters on the paper.")
        } else {
            issues.add(
                "code", "ไม่พบเอกสารที่มีรหัสนี้ ตรวจสอบตัวอักษรอีกครั้ง ค้นด้วยเลขที่เอกสารไม่ได้",
                "No document has this code. Check its letters. It cannot be found by its number.")
        }
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

    /// The name of the service that it was issued in; nil for what is confidential.
    private static func licensed(by row: MyDocumentRow, _ visit: Visit) throws -> String? {
        guard let petition = try visit.office.office.log.history(of: row.number)?.petition,
            !petition.isConfidential
        else { return nil }
        return CaseWords.service(petition.service, petition.definition, visit)
    }

    /// What the paper shows too, and no more: never whose it is.
    private static func result(
        _ row: MyDocumentRow, _ service: String?, _ visit: Visit
    ) -> HTML {
        var rows: [(label: String, value: HTML, change: HTML?)] = [
            (visit.say("เอกสาร", "Document"), .text(visit.language(row.kind.label)), nil)
        ]
        if let service { rows.append((visit.say("เรื่อง", "For"), .text(service), nil)) }
        rows.append((visit.say("เลขที่", "Number"), .text(row.document), nil))
        rows.append((visit.say("ออกเมื่อ", "Issued"), Parts.moment(row.issuedAt, visit), nil))
        rows.append((visit.say("ออกโดย", "Issued by"), .text(visit.name), nil))
        let facts = rows
        return div {
            DocumentStanding.note(row, visit)
            Parts.rows(facts)
        }
    }
}
