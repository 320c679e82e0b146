internal import Entries
internal import Events
internal import HTTP
internal import Markup
internal import Rules
internal import Vault
internal import Workflow

/// Reading the whole of a guest's case: four digits of a telephone show how it stands, a code that
/// is sent to what was given at filing opens the rest for a while.
enum ReadingPage {
    static func add(to routes: inout PageRoutes) {
        routes.get("/cases/{number}/read") { visit in
            try open(visit) { file in .page(try page(file, visit)) }
        }
        routes.post("/cases/{number}/read") { visit in
            try open(visit) { file in try take(file, visit) }
        }
        routes.post("/cases/{number}/read/code") { visit in
            try open(visit) { file in try send(file, visit) }
        }
    }

    static func path(_ number: String, _ visit: Visit) -> String {
        visit.path("cases", number, "read")
    }

    /// Whether a code can open the case: who has an account logs in, who has a password uses it.
    static func isOffered(_ file: CaseFile) -> Bool {
        file.account == nil && file.petition.tracking == .phone && !file.petition.isErased
    }

    private static func open(
        _ visit: Visit, _ answer: (CaseFile) throws -> Answer
    ) throws -> Answer {
        let (file, sight) = try visit.shownCase()
        guard sight == .status, isOffered(file) else {
            return .go(visit.path("cases", file.petition.number))
        }
        return try answer(file)
    }

    private static func send(_ file: CaseFile, _ visit: Visit) throws -> Answer {
        let number = file.petition.number
        // Each writes to somebody, and some of them cost the office money.
        if let seconds = visit.memory.registrations.take(visit.network, at: visit.now) {
            return .page(
                TooManyTries.page(visit, seconds, isLogin: false, back: path(number, visit)))
        }
        let codes = try visit.office.readingCodes()
        guard try codes.channel(of: number) != nil else { return .go(path(number, visit)) }
        switch try codes.ask(
            visit.draft(.resetTracking(.reading), in: file), of: number, at: visit.now)
        {
        case .sent, .notBefore: return .go(path(number, visit))
        case .failed(let outcome):
            var issues = Issues()
            issues.add(outcome, visit)
            return .page(try page(file, visit, issues))
        }
    }

    private static func take(_ file: CaseFile, _ visit: Visit) throws -> Answer {
        let number = file.petition.number
        var issues = Issues()
        let typed = Typed(visit.request.form)["code"]
        guard !typed.isEmpty else {
            issues.add("code", "กรอกรหัส 6 หลักที่ได้รับ", "Enter the six digits that you were sent")
            return .page(try page(file, visit, issues))
        }
        switch try visit.office.readingCodes().open(typed, of: number, at: visit.now) {
        case .right: return visit.opened(number)
        case .wrong(let left):
            issues.add(
                "code", "รหัสไม่ถูกต้อง กรอกได้อีก \(left) ครั้ง",
                "The code is not right. \(left) tries left")
        case .dead:
            issues.add("main", "รหัสใช้ไม่ได้แล้ว ขอรหัสใหม่", "The code is no good. Ask for another")
        }
        return .page(try page(file, visit, issues))
    }

    private static func page(
        _ file: CaseFile, _ visit: Visit, _ issues: Issues = Issues()
    ) throws -> Page {
        let number = file.petition.number
        let codes = try visit.office.readingCodes()
        let channel = try codes.channel(of: number)
        let code = try codes.state(of: number, at: visit.now)
        let next = try codes.nextAsk(of: number, at: visit.now)
        let title = visit.say("อ่านข้อความและเอกสาร", "Read texts and papers")
        var page = Page(title) {
            issues.summary(visit.language)
            h1 {
                span(.class("caption")) { visit.say("คำร้องเลขที่ ", "Petition ") + number }
                title
            }
            if let channel {
                p { destination(channel, visit) }
                if let code { question(code, number, visit, issues) }
                again(next, isFirst: code == nil, number, visit)
            } else {
                noWay(visit)
            }
        }
        page.back = visit.path("cases", number)
        page.mark(issues)
        return page
    }

    /// Not the address itself: whoever knows a number and four digits may be a neighbour.
    private static func destination(_ channel: NoticeChannel, _ visit: Visit) -> String {
        channel == .sms
            ? visit.say(
                "เราส่งรหัสทาง SMS ไปยังเบอร์โทรศัพท์ที่แจ้งไว้ตอนยื่นเรื่อง กรอกรหัสแล้วอ่านได้ทั้งเรื่อง",
                "A code goes by SMS to the telephone that was given when filing. With it you read "
                    + "the whole case.")
            : visit.say(
                "เราส่งรหัสไปยังอีเมลที่แจ้งไว้ตอนยื่นเรื่อง กรอกรหัสแล้วอ่านได้ทั้งเรื่อง",
                "A code goes to the e-mail address that was given when filing. With it you read "
                    + "the whole case.")
    }

    private static func question(
        _ code: OneTimeCode, _ number: String, _ visit: Visit, _ issues: Issues
    ) -> HTML {
        div {
            p {
                visit.say("เราส่งรหัสไปแล้ว ในข้อความมี Ref: ", "A code is on its way. It says Ref: ")
                strong { code.reference }
            }
            visit.form(to: path(number, visit)) {
                Controls(visit, issues).text(
                    "code", visit.say("รหัส 6 หลัก", "Six digits"), value: nil, width: "w5",
                    autocomplete: "one-time-code", inputmode: "numeric")
                Parts.actions { Controls(visit).submit(visit.say("เปิดอ่าน", "Read it")) }
            }
        }
    }

    private static func again(
        _ next: Instant?, isFirst: Bool, _ number: String, _ visit: Visit
    ) -> HTML {
        if let next {
            return p {
                visit.say("ขอรหัสใหม่ได้ตั้งแต่ ", "Another may be asked for from ")
                Parts.moment(next, visit)
            }
        }
        return visit.form(to: visit.path("cases", number, "read", "code")) {
            Parts.actions {
                button(.class(isFirst ? "button" : "button second"), .type("submit")) {
                    isFirst
                        ? visit.say("ส่งรหัส", "Send a code")
                        : visit.say("ส่งรหัสอีกครั้ง", "Send another code")
                }
            }
        }
    }

    private static func noWay(_ visit: Visit) -> HTML {
        Parts.note("warn") {
            p {
                visit.say(
                    "ตอนยื่นไม่ได้แจ้งอีเมลหรือเบอร์ที่หน่วยงานส่งรหัสได้ โทรหรือมาที่สำนักงานพร้อมเลขที่คำร้อง",
                    "No address was given that the office can send a code to. Call or come to the "
                        + "office with the number.")
                if let phone = visit.settings.office?.phone { " \(phone)" }
            }
        }
    }
}
