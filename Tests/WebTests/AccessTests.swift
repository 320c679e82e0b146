import Entries
import EventLog
import Events
import HTTP
import Projections
import Rules
import Testing
import Threads
import Vault
import Web
import Workflow

/// Who gets what, of every page and form there is for citizens; the desk has its own tests.
@Suite struct AccessTests {
    /// Whose an address is. What belongs to somebody does not exist for anybody else.
    private enum Of {
        case everybody
        /// Whoever is logged in; others are led to the login.
        case citizens
        /// Somebody's case, photo, unfinished filing: 404 for others, as if it were not there.
        case owner
        /// Somebody's, on an address for which one must be logged in first.
        case citizenOwner
    }

    /// A page or form that is not listed here fails the test.
    private static let table: [String: Of] = [
        "GET ": .everybody, "GET /check": .everybody, "GET /channels": .everybody,
        "POST /witness/add-checkpoint": .everybody, "GET /witness/vkey": .everybody,
        "GET /witness/{origin}/checkpoint": .everybody,
        "GET /check-receipt": .everybody, "POST /check-receipt": .everybody,
        "GET /log": .everybody, "GET /log/checkpoint": .everybody,
        "GET /log/checkpoint.witnessed": .everybody, "GET /log/vkey": .everybody,
        "GET /log/tile/{level}/{1}": .everybody, "GET /log/tile/{level}/{1}/{2}": .everybody,
        "GET /log/tile/{level}/{1}/{2}/{3}": .everybody,
        "GET /log/tile/{level}/{1}/{2}/{3}/{4}": .everybody,
        "GET /log/tile/{level}/{1}/{2}/{3}/{4}/{5}": .everybody,
        "GET /register-of-licences": .everybody, "GET /register-of-licences.json": .everybody,
        "GET /help": .everybody,
        "GET /help/{page}": .everybody, "GET /qr.svg": .everybody,
        "GET /messages": .everybody,
        "GET /news/{news}": .everybody, "GET /privacy": .everybody, "GET /terms": .everybody,
        "GET /login": .everybody, "POST /login": .everybody, "POST /logout": .everybody,
        "GET /login/with/{provider}": .everybody, "GET /login/with/{provider}/back": .everybody,
        "GET /login/confirm": .everybody, "POST /login/confirm": .everybody,
        "POST /line/webhook": .everybody,
        "GET /register": .everybody, "POST /register": .everybody,
        "GET /register/details": .everybody, "POST /register/details": .everybody,
        "GET /register/photos": .everybody, "POST /register/photos": .everybody,
        "GET /register/photos/{code}": .everybody, "POST /register/discard": .everybody,
        "GET /forgot": .everybody, "POST /forgot": .everybody, "GET /forgot/code": .everybody,
        "POST /forgot/code": .everybody, "POST /forgot/again": .everybody,
        "GET /forgot/password": .everybody, "POST /forgot/password": .everybody,
        "GET /reset/{token}": .everybody,
        "GET /services": .everybody, "GET /services/kind/{kind}": .everybody,
        "GET /services/{service}": .everybody, "GET /services/{service}/form.pdf": .everybody,
        "GET /survey": .everybody, "GET /track": .everybody, "POST /track": .everybody,
        "GET /track/code": .everybody, "POST /track/code": .everybody,
        "GET /track/code/forgot": .everybody, "POST /track/code/forgot": .everybody,
        "GET /account": .citizens, "GET /account/contact": .citizens,
        "POST /account/contact": .citizens,
        "GET /account/contact/confirm": .citizens, "POST /account/contact/confirm": .citizens,
        "POST /account/contact/again": .citizens,
        "GET /account/phone/confirm": .citizens, "POST /account/phone/confirm": .citizens,
        "POST /account/phone/again": .citizens, "GET /account/logins": .citizens,
        "POST /account/logins/link": .citizens, "POST /account/logins/unlink": .citizens,
        "GET /account/data": .citizens,
        "GET /account/data.json": .citizens, "GET /account/data.pdf": .citizens,
        "GET /account/data.zip": .citizens,
        "GET /account/access": .citizens, "POST /account/access": .citizens,
        "GET /account/access/answer.zip": .citizenOwner,
        "GET /account/erasure": .citizens, "POST /account/erasure": .citizens,
        "GET /account/identity": .citizens, "POST /account/identity": .citizens,
        "GET /account/identity/photos/{number}": .citizenOwner,
        "GET /account/password": .citizens, "POST /account/password": .citizens,
        "GET /account/picture": .citizens, "POST /account/picture": .citizens,
        "GET /account/picture/image": .citizenOwner,
        "GET /account/profile": .citizens, "GET /account/profile/correct": .citizens,
        "POST /account/profile/correct": .citizens, "GET /account/sessions": .citizens,
        "POST /account/sessions": .citizens, "GET /account/viewings": .citizens,
        "GET /cases": .citizens, "GET /documents": .citizens,
        "GET /filings": .everybody, "POST /filings": .everybody,
        "GET /filings/{id}": .owner, "GET /filings/{id}/{step}": .owner,
        "POST /filings/{id}/{step}": .owner, "GET /filings/{id}/files/{file}": .owner,
        "GET /filings/{id}/remove": .owner, "POST /filings/{id}/remove": .owner,
        "GET /cases/{number}": .owner, "GET /cases/{number}/filed": .owner,
        "GET /cases/{number}/sheet.pdf": .owner, "GET /cases/{number}/receipt.pdf": .owner,
        "GET /cases/{number}/receipt.tlog-proof": .owner,
        "GET /cases/{number}/events/{position}/{file}": .owner,
        "GET /cases/{number}/files/{file}": .owner, "POST /cases/{number}/messages": .owner,
        "GET /cases/{number}/correction": .owner, "POST /cases/{number}/correction": .owner,
        "GET /cases/{number}/withdraw": .owner, "POST /cases/{number}/withdraw": .owner,
        "GET /cases/{number}/reopen": .owner, "POST /cases/{number}/reopen": .owner,
        "GET /cases/{number}/read": .owner, "POST /cases/{number}/read": .owner,
        "POST /cases/{number}/read/code": .owner,
        "GET /cases/{number}/rate": .owner, "POST /cases/{number}/rate": .owner,
        "GET /documents/{number}/{document}": .owner,
        "GET /documents/{number}/{document}/file": .owner,
    ]

    private static let pages = Portal.pages.filter {
        if case .desk = $0.access { return false }
        return !$0.pattern.hasPrefix("/desk/")
    }

    /// Addresses that lead nowhere here even for their owner: nothing was uploaded or published, and
    /// only a demo office shows what it would have sent.
    private static let bare: Set<String> = [
        "GET /messages", "GET /login/with/{provider}", "GET /login/with/{provider}/back",
        "GET /account/identity/photos/{number}", "GET /account/access/answer.zip",
        "GET /account/picture/image", "GET /news/{news}", "GET /reset/{token}",
        "POST /witness/add-checkpoint", "GET /witness/vkey",
        "GET /witness/{origin}/checkpoint", "GET /log/checkpoint", "GET /log/checkpoint.witnessed",
        "GET /log/tile/{level}/{1}",
        "GET /log/tile/{level}/{1}/{2}", "GET /log/tile/{level}/{1}/{2}/{3}",
        "GET /log/tile/{level}/{1}/{2}/{3}/{4}", "GET /log/tile/{level}/{1}/{2}/{3}/{4}/{5}",
    ]

    private let site: WebSite
    private let owner: Browser
    private let number: String
    /// Where an answer with a file stands.
    private let answer: Position
    private let filing: String
    /// Everybody else: nobody, a guest who may see another case, another citizen, a citizen of
    /// another office with that office's cookie under this one's name.
    private let others: [(name: String, browser: Browser)]

    init() throws {
        site = try WebSite()
        try site.appoint()
        owner = site.browser()
        try owner.register(.somchai)
        number = try owner.file()
        answer = try Self.issue(number, at: site)
        try owner.begin("complaint")
        try owner.goOn(until: "documents")
        filing = owner.filing
        try owner.answer(
            ["act": "upload"], files: [.init(field: "other", name: "a.jpg", bytes: Browser.photo())]
        )
        let guest = site.browser()
        _ = try guest.file()
        let citizen = site.browser()
        try citizen.register(.malee)
        let elsewhere = try WebSite()
        let stranger = elsewhere.browser()
        try stranger.register(.somchai)
        let foreign = site.browser()
        for (name, value) in stranger.cookies { foreign.keep(name, value) }
        others = [
            ("nobody", site.browser()), ("guest", guest), ("citizen", citizen),
            ("foreigner", foreign),
        ]
    }

    /// A licence with a file in a case, and an answer with the same; where the answer stands.
    private static func issue(_ number: String, at site: WebSite) throws -> Position {
        let key = try #require(
            try site.office.key(of: StreamName(.petition, number)))
        let bytes = Array("%PDF-1.7".utf8)
        let sealed = try site.office.seal(under: key) { try $0(bytes.span) }
        var document = IssuedDocument()
        document.title = "ใบอนุญาต"
        (document.file, document.content) = (sealed.file, sealed.content)
        (document.size, document.mediaType) = (sealed.size, "application/pdf")
        try site.take(
            number,
            .issueDocument(
                .init(number: "L-1", kind: .certificate, verificationCode: "7K3M9QXT2F4H")),
            [PlainSection(document)])
        let attachment = Attachment(
            name: "a.pdf", mediaType: "application/pdf", size: sealed.size, file: sealed.file,
            content: sealed.content)
        let answer = try site.take(
            number, .answer(.init(attachments: 1)),
            [PlainSection(Message(text: "ตามแนบ")), PlainSection(attachment)])
        return try #require(answer.positions?.lowerBound)
    }

    private func address(_ pattern: String, of other: String? = nil) -> String {
        var values = [
            "number": other ?? number, "document": "0", "service": "venue", "kind": "complaint",
            "id": String(filing.dropFirst("filings/".count)), "step": "form-details",
            "page": "filing", "provider": "thaid", "news": "1", "token": "none", "code": "front",
            "position": "\(answer)",
        ]
        values["file"] = pattern.hasPrefix("/filings") ? "1" : "0"
        if pattern.hasPrefix("/account") { values["number"] = "1" }
        let parts = pattern.split(separator: "/").map { part in
            part.hasPrefix("{") ? values[String(part.dropFirst().dropLast())] ?? "" : String(part)
        }
        return parts.joined(separator: "/")
    }

    @Test func `every page and every form is listed with whose it is`() {
        let names = Self.pages.map { "\($0.method.rawValue) \($0.pattern)" }
        #expect(Set(names) == Set(Self.table.keys))
        for page in Self.pages where page.access == .citizen {
            let of = Self.table["\(page.method.rawValue) \(page.pattern)"]
            #expect(of == .citizens || of == .citizenOwner, "\(page.pattern)")
        }
    }

    @Test func `the address of no form is a dead end`() throws {
        for page in Self.pages where page.method == .post && !page.isForMachines {
            try owner.open(address(page.pattern))
            #expect(owner.status != 405, "\(page.pattern)")
        }
    }

    @Test func `what hashes a password or makes a paper waits in a lane of its own`() {
        let hashing: Set = [
            "/login", "/register/details", "/forgot/password", "/desk/forgot/password",
            "/account/password", "/account/contact", "/desk/sign-in", "/desk/sign-in/password",
            "/desk/me/password", "/desk/me/second-factor", "/desk/appoint",
            "/desk/officers/{officer}/password",
        ]
        // The last step of a filing writes the petition down.
        let filing: Set = ["/filings/{id}/{step}", "/desk/filing/{id}"]
        let posts = Portal.pages.filter {
            $0.method == .post && !hashing.union(filing).isDisjoint(with: [$0.pattern])
        }
        #expect(Set(posts.map(\.pattern)) == hashing.union(filing))
        let papers = Portal.pages.filter { $0.pattern.hasSuffix(".pdf") }
        #expect(papers.count >= 7)
        for page in posts + papers { #expect(page.lane == .slow, "\(page.pattern)") }
    }

    @Test func `nobody sees what is another's, and nobody learns that it is there`() throws {
        for page in Self.pages where page.method == .get {
            let name = "GET \(page.pattern)"
            let address = address(page.pattern)
            let of = try #require(Self.table[name])
            for (who, other) in others {
                let isLoggedIn = who == "citizen"
                try other.open(address)
                switch of {
                case .everybody:
                    #expect(!other.path.hasPrefix("/test/login?"), "\(name) for \(who)")
                    #expect(other.status < 500, "\(name) for \(who)")
                case .citizens:
                    #expect(other.path.hasPrefix("/test/login?next=") != isLoggedIn, "\(name)")
                    #expect(other.status == 200, "\(name) for \(who)")
                case .owner: #expect(other.status == 404, "\(name) for \(who)")
                case .citizenOwner:
                    #expect(
                        isLoggedIn ? other.status == 404 : other.path.hasPrefix("/test/login?"),
                        "\(name) for \(who)")
                }
                #expect(!other.text.contains("ถนนเป็นหลุม") || who == "guest", "\(name) for \(who)")
            }
            try owner.open(address)
            #expect(!owner.path.hasPrefix("/test/login?"), "\(name) for the owner")
            if !Self.bare.contains(name) { #expect(owner.status == 200, "\(name) for the owner") }
        }
        #expect(site.failures.with { $0 } == [])
    }

    @Test func `four digits of a telephone open how a case stands, and nothing beside`() throws {
        let number = try site.browser().file()
        _ = try Self.issue(number, at: site)
        let neighbour = site.browser()
        try neighbour.open("track")
        try neighbour.submit("track", ["number": number, "digits": "0042"])
        #expect(neighbour.path == "/test/cases/\(number)")
        // The proof comes without what was written; to rate is to write and not to read; where one
        // reads on, a code from elsewhere is asked for.
        let shown = [
            "/cases/{number}", "/cases/{number}/receipt.tlog-proof", "/cases/{number}/rate",
            "/cases/{number}/read",
        ]
        for page in Self.pages
        where page.method == .get && Self.table["GET \(page.pattern)"] == .owner {
            try neighbour.open(address(page.pattern, of: number))
            #expect(
                neighbour.status == (shown.contains(page.pattern) ? 200 : 404), "\(page.pattern)")
            for words in ["ถนนเป็นหลุม", "สมศรี", "ตามแนบ"] {
                #expect(!neighbour.text.contains(words), "\(page.pattern)")
            }
        }
    }

    @Test func `no form is taken without the token of its visitor`() throws {
        try owner.open("track")
        let head = try site.office.office.log.head
        let stolen = try others[0].browser.formToken("track")
        for page in Self.pages where page.method == .post && !page.isForMachines {
            let address = address(page.pattern)
            try owner.post(address, [:])
            #expect(owner.status == 403, "\(page.pattern) without a token")
            try owner.post(address, ["form": stolen])
            #expect(owner.status == 403, "\(page.pattern) with another's token")
        }
        #expect(try site.office.office.log.head == head)
        try owner.open("account")
        #expect(owner.path == "/test/account")
    }

    @Test func `nobody changes what is another's`() throws {
        let head = try site.office.office.log.head
        for page in Self.pages where page.method == .post {
            let name = "POST \(page.pattern)"
            let of = try #require(Self.table[name])
            guard of != .everybody else { continue }
            for (who, other) in others where who != "citizen" || of != .citizens {
                let fields: FormFields = [
                    "form": try other.formToken("track"), "message": "x", "reason": "x",
                    "score": "5", "details": "x", "subject": "x",
                ]
                try other.post(address(page.pattern), fields)
                let isLed = other.path.hasPrefix("/test/login")
                let isGone = name.hasSuffix("/remove") && other.path == "/test/cases"
                // Whoever is not logged in has back what was typed, whatever is there or not.
                let isKept =
                    who != "citizen" && other.status == 403
                    && other.text.contains("เข้าสู่ระบบก่อนส่ง")
                let isRefused = of == .owner ? other.status == 404 : isLed || isGone
                #expect(isKept || isRefused, "\(name) for \(who)")
            }
        }
        #expect(try site.office.office.log.head == head)
        try owner.open("\(filing)/form-details")
        #expect(owner.text.contains("value=\"ถนนเป็นหลุม\""))
    }
}
