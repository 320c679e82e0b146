internal import Entries
internal import Events
internal import HTTP
internal import Markup
internal import Rules
internal import Workflow

/// Following a case without logging in: by its number and the last four digits of the phone.
enum TrackingPages {
    static func add(to routes: inout PageRoutes) {
        routes.page("/track") { page($0) }
        routes.post("/track") { try answer($0) }
        CodePage.add(to: &routes)
        NewPasswordPage.add(to: &routes)
        ReadingPage.add(to: &routes)
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
                Parts.actions { Controls(visit).submit(visit.say("ดูเรื่อง", "Show it")) }
            }
            p {
                Parts.link(
                    visit.path("track", "code"),
                    visit.say(
                        "มีรหัสติดตามและรหัสผ่าน", "I have a code and a password"))
            }
        }
        page.back = visit.path()
        page.mark(issues)
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
        if let seconds = visit.tryTracking(typed) {
            return .page(tooMany(visit, seconds))
        }
        if let number = try opened(typed, digits, visit) {
            visit.didTrack(typed)
            return visit.opened(number, .status)
        }
        // The same whether there is no such case, another phone, or a password to it.
        issues.add(
            "number", "ไม่พบเรื่องที่ตรงกับเลขและเบอร์นี้ ตรวจสอบทั้งสองอย่าง",
            "No case has this number and phone. Check both.")
        return .page(page(visit, issues: issues))
    }

    static func tooMany(_ visit: Visit, _ seconds: Int) -> Page {
        TooManyTries.page(visit, seconds, isLogin: false, back: visit.path("track"))
    }

    private static func opened(
        _ typed: String, _ digits: String, _ visit: Visit
    ) throws -> String? {
        guard let file = try visit.office.office.file(of: typed), !file.petition.isErased,
            file.petition.tracking != .code,
            let phone = file.petitioner?.phone.flatMap({ try? PhoneNumber($0) }),
            phone.lastFour.utf8.elementsEqual(digits.utf8)
        else { return nil }
        return file.petition.number
    }
}

extension Visit {
    /// Counts a try to open a case by what was typed; nil if it may be made, otherwise after how
    /// many seconds.
    func tryTracking(_ typed: String) -> Int? {
        if let seconds = memory.trackingNetworks.take(network, at: now) { return seconds }
        return memory.tracking.take("\(typed)\n\(network)", at: now)
            ?? memory.trackingNumbers.take(typed, at: now)
    }

    /// The try turned out well.
    func didTrack(_ typed: String) {
        memory.trackingNetworks.giveBack(network)
        memory.tracking.forget("\(typed)\n\(network)")
        memory.trackingNumbers.giveBack(typed)
    }

    /// Leads to a case that this visitor may see from now on for a while.
    func opened(_ number: String, _ sight: CaseSight = .whole) -> Answer {
        var response = Response.redirect(to: path("cases", number))
        grant(number, sight, with: &response)
        return .response(response)
    }
}
