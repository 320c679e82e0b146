internal import Entries
internal import Events
internal import HTTP
internal import Markup
internal import Rules
internal import Workflow

/// Following a case without logging in: by its number and the last four digits of the phone.
enum TrackingPages {
    /// Ten thousand combinations: few tries an hour for a case, more for an address.
    private static let cases = Throttle(most: 5, windowMilliseconds: 3_600_000)
    private static let addresses = Throttle(most: 30, windowMilliseconds: 3_600_000)

    static func add(to routes: inout PageRoutes) {
        routes.page("/track") { page($0) }
        routes.post("/track") { try answer($0) }
    }

    private static func page(_ visit: Visit, issues: Issues = Issues()) -> Page {
        let title = visit.say("ตรวจสอบผลดำเนินการ", "Follow a case")
        var page = Page(title) {
            issues.summary(visit.language)
            h1 { title }
            if visit.session != nil {
                p {
                    a(.href(visit.path("cases"))) {
                        visit.say("ดูคำร้องทั้งหมดของฉัน", "See all my cases")
                    }
                }
            }
            visit.form(to: visit.path("track")) {
                Controls(visit, issues).text(
                    "number", visit.say("เลขที่คำร้อง", "Petition number"),
                    value: visit.request.form["number"] ?? visit.request.query["number"],
                    hint: visit.say(
                        "อยู่ในใบรับคำร้อง เช่น KT1080767000011", "On your slip, like KT1080767000011"),
                    width: "w13", autocomplete: "off")
                Controls(visit, issues).text(
                    "digits", visit.say("เบอร์โทรศัพท์ 4 ตัวท้าย", "Last four digits of your phone"),
                    value: nil,
                    hint: visit.say("เบอร์ที่แจ้งไว้ตอนยื่นเรื่อง", "The number you gave when filing"),
                    width: "w4", autocomplete: "off", inputmode: "numeric")
                Controls(visit).submit(visit.say("ดูเรื่อง", "Show it"))
            }
        }
        page.back = visit.path()
        page.hasIssues = !issues.isEmpty
        if page.hasIssues { page.status = .unprocessableContent }
        return page
    }

    private static func answer(_ visit: Visit) throws -> Answer {
        var issues = Issues()
        let typed = ThaiText.key(visit.request.form["number"] ?? "").uppercased()
        let digits = Digits.typed(visit.request.form["digits"] ?? "") ?? ""
        if typed.isEmpty {
            issues.add("number", "กรอกเลขที่คำร้อง", "Enter the petition number")
        }
        if digits.utf8.count != 4 {
            issues.add("digits", "กรอกเลข 4 หลัก", "Enter four digits")
        }
        guard issues.isEmpty else { return .page(page(visit, issues: issues)) }
        // The throttles are of all offices: the names say which one it is.
        let names = ["\(visit.office.code) \(typed)"]
        let address = ["\(visit.request.client)"]
        guard cases.admits(names, at: visit.now), addresses.admits(address, at: visit.now) else {
            throw HTTP.Refusal.refused(.tooManyRequests)
        }
        if let number = try opened(typed, digits, visit) {
            var response = Response.redirect(to: visit.path("cases", number))
            visit.grant(number, with: &response)
            return .response(response)
        }
        cases.fail(names, at: visit.now)
        addresses.fail(address, at: visit.now)
        // The same whether there is no such case, or another phone.
        issues.add(
            "number", "ไม่พบเรื่องที่ตรงกับเลขและเบอร์นี้ ตรวจสอบทั้งสองอย่าง",
            "No case has this number and phone. Check both.")
        return .page(page(visit, issues: issues))
    }

    private static func opened(
        _ typed: String, _ digits: String, _ visit: Visit
    ) throws -> String? {
        guard let file = try visit.office.office.file(of: typed), !file.petition.isErased,
            let phone = file.petitioner?.phone.flatMap({ try? PhoneNumber($0) }),
            phone.lastFour.utf8.elementsEqual(digits.utf8)
        else { return nil }
        return file.petition.number
    }
}
