import Entries
import Events
import Rules
import Testing
import Threads
import Workflow

@Suite struct RegistrationTests {
    let site: WebSite
    let browser: Browser

    init() throws {
        site = try WebSite()
        browser = site.browser()
    }

    @Test func `a person registers, is logged in, and the log says so`() throws {
        try browser.register(.somchai)
        #expect(browser.path == "/test/account")
        #expect(browser.text.contains("นายสมชาย ทดสอบดี"))
        #expect(browser.text.contains("x-xxxx-xxxxx-01-0"))
        #expect(!browser.text.contains("1999900001010"))
        let events = try site.accountEvents()
        #expect(events.map { type(of: $0.event.data).name } == ["registered", "password-set"])
        guard case .account(.registered(let data)) = try #require(events.first).event else {
            Issue.record("no registration")
            return
        }
        #expect(data.terms == 1 && data.notice == 1 && data.channel == .web)
        let person = try #require(try site.office.office.person(events[0].stream.name))
        #expect(person.identity?.nationalID == "1999900001010")
        #expect(person.contact.phone == "+66810000001")
        #expect(person.contact.address?.subdistrict == "เนินกุ่ม")
        #expect(site.failures.with { $0 } == [])
    }

    @Test func `nobody comes past the terms without a tick`() throws {
        try browser.open("register/details")
        #expect(browser.path == "/test/register")
        try browser.submit("register")
        #expect(browser.status == 422)
        #expect(browser.text.contains("<title>ข้อผิดพลาด: "))
        #expect(browser.text.contains("ทำเครื่องหมายว่ายอมรับเงื่อนไขก่อนลงทะเบียน"))
    }

    @Test(arguments: [
        ("title", "", "เลือกคำนำหน้า"), ("title", "other", "กรอกคำนำหน้า"),
        ("given-name", " ", "กรอกชื่อ"), ("family-name", "", "กรอกนามสกุล"),
        ("national-id", "", "กรอกเลขประจำตัวประชาชน 13 หลัก"),
        ("national-id", "1999900001011", "เลขประจำตัวประชาชนไม่ถูกต้อง"),
        ("birth-day", "31", "วันเกิด: วันที่ต้องเป็นวันที่จริง"), ("phone", "12", "กรอกเบอร์โทรศัพท์"),
        ("phone", "123", "กรอกเบอร์ที่ติดต่อท่านได้"),
        ("email", "somchai@", "กรอกอีเมลให้ครบ"), ("address-postcode", "6521", "กรอกรหัสไปรษณีย์ 5 หลัก"),
        ("password", "", "กรอกรหัสผ่านใหม่"), ("password", "short", "รหัสผ่านต้องมีอย่างน้อย 8 ตัว"),
        ("password", "Aa#1999900001010", "รหัสผ่านต้องไม่มีเลขประจำตัว"),
        ("password-again", "Other#1234", "กรอกรหัสผ่านใหม่อีกครั้งให้เหมือนกัน"),
    ])
    func `what is wrong is said and what was typed is kept`(
        field: String, value: String, message: String
    ) throws {
        try browser.open("register")
        try browser.submit("register", ["agree": "yes"])
        var details = Citizen.somchai.details
        details[field] = value
        try browser.submit("register/details", details)
        #expect(browser.status == 422)
        #expect(browser.text.contains(message))
        #expect(browser.text.contains("<title>ข้อผิดพลาด: "))
        #expect(browser.text.contains("value=\"99/1\""))
        #expect(!browser.text.contains(Citizen.somchai.password))
        #expect(try site.accountEvents().isEmpty)
    }

    @Test func `a wrong date is told along with all else that is wrong`() throws {
        try browser.open("register")
        try browser.submit("register", ["agree": "yes"])
        var details = Citizen.somchai.details
        for (name, value) in [
            "birth-day": "31", "birth-month": "2", "birth-year": "2530", "phone": "12",
            "given-name": "",
        ] { details[name] = value }
        try browser.submit("register/details", details)
        for message in ["วันเกิด: วันที่ต้องเป็นวันที่จริง", "กรอกเบอร์โทรศัพท์", "กรอกชื่อ"] {
            #expect(browser.text.contains(">\(message)"), "\(message)")
        }
    }

    @Test func `a browser that is closed at the photos leads back to what was typed`() throws {
        try browser.open("register")
        try browser.submit("register", ["agree": "yes"])
        try browser.submit("register/details", Citizen.somchai.details)
        #expect(browser.path == "/test/register/photos")
        #expect(browser.text.contains("ภายใน 6 ชั่วโมง"))
        let cookie = browser.setCookies.last { $0.hasPrefix("registration-test=") }
        #expect(cookie?.contains("Max-Age=21600; HttpOnly") == true)
        browser.restart()
        try browser.open("register")
        #expect(browser.text.contains("มีการลงทะเบียนที่กรอกค้างไว้"))
        #expect(browser.text.contains("href=\"/test/register/photos\""))
        for (path, bytes) in try site.bytesOnDisk() {
            #expect(bytes.firstRange(of: Array(Citizen.somchai.password.utf8)) == nil, "\(path)")
            #expect(bytes.firstRange(of: Array(Citizen.somchai.number.utf8)) == nil, "\(path)")
        }
        try browser.open("register/photos")
        try browser.submit("register/photos", ["act": "skip"])
        #expect(browser.path == "/test/account" && browser.text.contains("นายสมชาย ทดสอบดี"))
    }

    @Test func `a registration that was begun is thrown away`() throws {
        try browser.open("register")
        try browser.submit("register", ["agree": "yes"])
        try browser.submit("register/details", Citizen.somchai.details)
        try browser.open("register")
        try browser.submit("register/discard")
        #expect(browser.path == "/test/register" && !browser.text.contains("ที่กรอกค้างไว้"))
        try browser.open("register/photos")
        #expect(browser.path == "/test/register")
    }

    @Test func `a registration leads back to the page that it was begun from`() throws {
        try browser.open("services/complaint")
        #expect(browser.text.contains("/test/register?next=%2Ftest%2Fservices%2Fcomplaint"))
        try browser.open("register?next=%2Ftest%2Fservices%2Fcomplaint")
        try browser.submit("register", ["agree": "yes"])
        try browser.submit("register/details", Citizen.somchai.details)
        try browser.submit("register/photos", ["act": "skip"])
        #expect(browser.path == "/test/services/complaint")
        // To nowhere else.
        let other = site.browser()
        try other.open("register?next=https%3A%2F%2Fevil.example%2F")
        #expect(!other.text.contains("evil.example\" name=\"next\""))
        #expect(!other.text.contains("value=\"https://evil.example/\""))
    }

    @Test func `an address begins with what most people fill in, and folds the rest`() throws {
        try browser.open("register")
        try browser.submit("register", ["agree": "yes"])
        func parts(_ text: String) -> (shown: [String], folded: [String], isOpen: Bool) {
            // Who has no number finds another box folded above.
            let halves =
                text.split(separator: "ที่อยู่ (ถ้ามี)").last?
                .split(separator: "<details class=\"more\"").map(String.init) ?? []
            func names(_ text: String?) -> [String] {
                (text ?? "").matches(of: #/name="address-([a-z]+)"/#).map { String($0.output.1) }
            }
            return (
                names(halves.first), names(halves.last), halves.last?.hasPrefix(" open") ?? false
            )
        }
        let fresh = parts(browser.text)
        #expect(
            fresh.shown == [
                "house", "moo", "road", "subdistrict", "district", "province", "postcode",
            ])
        #expect(fresh.folded == ["building", "soi"] && !fresh.isOpen)
        // What was typed there is seen at once when the page comes back.
        var details = Citizen.somchai.details
        details["address-soi"] = "ตลาดเก่า 3"
        details["password"] = ""
        try browser.submit("register/details", details)
        #expect(browser.status == 422 && parts(browser.text).isOpen)
        details["password"] = Citizen.somchai.password
        try browser.submit("register/details", details)
        try browser.submit("register/photos", ["act": "skip"])
        let account = try #require(try site.accountEvents().first).stream.name
        let address = try #require(try site.office.office.person(account)?.contact.address)
        #expect(address.soi == "ตลาดเก่า 3" && address.house == "99/1" && address.building == nil)
    }

    @Test func `a passport takes the place of a number, and logs in`() throws {
        var guest = Citizen.somchai
        guest.number = ""
        try browser.open("register")
        try browser.submit("register", ["agree": "yes"])
        var details = guest.details
        details["passport"] = "aa1234567"
        try browser.submit("register/details", details)
        try browser.submit("register/photos", ["act": "skip"])
        #expect(browser.path == "/test/account")
        #expect(browser.text.contains("xxxxxx567"))
        let other = site.browser()
        try other.logIn(guest, as: "AA 1234567")
        #expect(other.path == "/test/account")
    }

    @Test func `what the office asks for must be there`() throws {
        try site.set(
            .registrationPolicySet(
                .init(
                    reset: .code, resetMinutes: 10, isEmailRequired: true, isPhoneRequired: true)))
        try browser.open("register")
        try browser.submit("register", ["agree": "yes"])
        var details = Citizen.somchai.details
        details["email"] = ""
        details["phone"] = ""
        try browser.submit("register/details", details)
        #expect(browser.status == 422)
        #expect(browser.text.contains("href=\"#email\""))
        #expect(browser.text.contains("href=\"#phone\""))
    }

    @Test func `sent twice it registers once and lets the person in twice`() throws {
        try site.set(.evidencePhotosSet(.init(photos: [])))
        try browser.open("register")
        try browser.submit("register", ["agree": "yes"])
        let tab = browser.copy()
        try browser.submit("register/details", Citizen.somchai.details)
        try tab.submit("register/details", Citizen.somchai.details)
        #expect(browser.path == "/test/account")
        #expect(tab.path == "/test/account")
        #expect(try site.accountEvents().count == 2)
    }

    @Test func `what was said survives going back, a restart of the browser and new terms`() throws
    {
        try browser.open("register")
        try browser.submit("register", ["agree": "yes"])
        try browser.submit("register/details", Citizen.somchai.details)
        #expect(browser.path == "/test/register/photos")
        try site.set(
            .termsPublished(.init(version: 2, text: LocalText("ข้อตกลงใหม่", english: "New"))))
        try browser.open("register/photos")
        #expect(browser.path == "/test/register")
        #expect(browser.text.contains("ข้อตกลงใหม่"))
        try browser.submit("register", ["agree": "yes"])
        #expect(browser.path == "/test/register/details")
        #expect(browser.text.contains("value=\"99/1\""))
        #expect(browser.text.contains("ตั้งรหัสผ่านไว้แล้ว"))
        var details = Citizen.somchai.details
        details["password"] = ""
        details["password-again"] = ""
        try browser.submit("register/details", details)
        try browser.submit("register/photos", ["act": "skip"])
        guard case .account(.registered(let data)) = try site.accountEvents().first?.event else {
            Issue.record("no registration")
            return
        }
        #expect(data.terms == 2)
        let other = site.browser()
        try other.logIn(.somchai)
        #expect(other.path == "/test/account")
    }

    @Test func `a number and an address are had once`() throws {
        try browser.register(.somchai)
        let other = site.browser()
        try other.open("register")
        try other.submit("register", ["agree": "yes"])
        var details = Citizen.malee.details
        details["national-id"] = "1-9999-00001-01-0"
        details["email"] = "SOMCHAI@example.com"
        try other.submit("register/details", details)
        #expect(other.status == 422)
        #expect(other.text.contains("เลขประจำตัวประชาชนนี้ลงทะเบียนแล้ว"))
        #expect(other.text.contains("อีเมลนี้ใช้กับบัญชีอื่นแล้ว"))
        #expect(try site.accountEvents().count == 2)
    }

    @Test func `who asks for numbers again and again has to wait`() throws {
        try browser.register(.somchai)
        let other = site.browser()
        try other.open("register")
        try other.submit("register", ["agree": "yes"])
        var answers: Set<Int> = []
        for _ in 0..<31 {
            var details = Citizen.malee.details
            details["national-id"] = Citizen.somchai.number
            if other.path != "/test/register/details" || other.status == 429 {
                try other.open("register/details")
            }
            try other.submit("register/details", details)
            answers.insert(other.status)
        }
        #expect(answers == [422, 429])
        #expect(other.header("Retry-After") != nil)
    }

    @Test func `neither number nor password stands in an address, a log or a file`() throws {
        try browser.register(.somchai)
        try browser.open("account/profile")
        try browser.open("account/data")
        let addresses = browser.locations.joined(separator: "\n")
        #expect(!addresses.contains("1999900001010"))
        let records = site.records.with { $0 }.map { "\($0)" }.joined(separator: "\n")
        #expect(!records.isEmpty)
        for secret in [Citizen.somchai.number, Citizen.somchai.password, "somchai@example.com"] {
            #expect(!records.contains(secret))
            for file in try site.bytesOnDisk() {
                let isSearch = file.path.contains("/views/search")
                #expect(
                    isSearch || file.bytes.firstRange(of: Array(secret.utf8)) == nil,
                    "\(file.path)")
            }
        }
    }
}
