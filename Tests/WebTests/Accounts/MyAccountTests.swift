import Entries
import EventLog
import Events
import Foundation
import HTTP
import Projections
import Rules
import TestSupport
import Testing
import Threads
import Vault
import Workflow

@Suite struct MyAccountTests {
    let site: WebSite
    let browser: Browser
    let account: String

    init() throws {
        site = try WebSite()
        browser = site.browser()
        try browser.register(.somchai)
        account = try #require(try site.accountEvents().first).stream.name
    }

    private func events() throws -> [String] {
        try site.accountEvents().map { type(of: $0.event.data).name }
    }

    @Test(arguments: [
        "account", "account/profile", "account/profile/correct", "account/contact",
        "account/password", "account/sessions", "account/viewings", "account/data",
        "account/data.json", "account/data.pdf", "account/data.zip", "account/erasure",
    ])
    func `every page is there for its holder and for nobody else`(path: String) throws {
        try browser.open(path)
        #expect(browser.status == 200 && browser.path == "/test/\(path)")
        let nobody = site.browser()
        try nobody.open(path)
        #expect(nobody.path.hasPrefix("/test/login?next="))
        #expect(site.failures.with { $0 } == [])
    }

    /// Somebody else's reader of archives.
    private var python: OutsideTool { OutsideTool("python3") }

    @Test(.enabled(if: OutsideTool.areInstalled(OutsideTool("python3"))))
    func `everything that is mine comes in one archive, with the texts and the files`() throws {
        try site.appoint()
        try browser.begin("complaint")
        try browser.goOn(until: "documents")
        try browser.answer(files: [.init(field: "other", name: "หลุม.jpg", bytes: Browser.photo())])
        try browser.goOn()
        let number = browser.filedNumber
        try site.complete(number)
        let other = site.browser()
        try other.register(.malee)
        let others = try other.file()
        try browser.open("account/data.zip")
        #expect(browser.header("Content-Type") == "application/zip")
        #expect(browser.header("Cache-Control") == "private, no-store")
        let path = "\(site.paths.data)/mine.zip"
        try Data(browser.page?.body ?? []).write(to: URL(filePath: path))
        _ = try python.run(["-m", "zipfile", "-t", path])
        let names = try python.run(["-m", "zipfile", "-l", path])
        for name in ["my-data.json", "my-data.pdf", "cases/\(number)/case.json", "หลุม.jpg"] {
            #expect(names.contains(name), "\(name)")
        }
        #expect(!names.contains(others))
        let text = try python.run([
            "-c",
            "import sys,zipfile; print(zipfile.ZipFile(sys.argv[1]).read(sys.argv[2]).decode())",
            path, "cases/\(number)/case.json",
        ])
        for words in ["หลุมใหญ่หน้าตลาด", "ช่างจะไปดูวันพรุ่งนี้", "ซ่อมถนนแล้ว", #""included":true"#] {
            #expect(text.contains(words), "\(words)")
        }
        // A file that is gone is named, and keeps nothing else back.
        let photo = try #require(
            try site.office.office.file(of: number)?.attachments.first?.content.content)
        let files = try FileManager.default.subpathsOfDirectory(atPath: site.paths.files)
        let lost = try #require(files.first { $0.hasSuffix("\(photo.file)") })
        try FileManager.default.removeItem(atPath: "\(site.paths.files)/\(lost)")
        try browser.open("account/data.zip")
        #expect(browser.status == 200 && site.failures.with { $0 } == [])
    }

    @Test func `how one is reached changes, and what did not change is not said again`() throws {
        try browser.open("account/contact")
        #expect(browser.text.contains("value=\"081-000-0001\""))
        try browser.submit(
            "account/contact",
            [
                "phone": "081 000 0009", "email": Citizen.somchai.email, "preference": "letter",
                "address-house": "99/1", "address-moo": "2", "address-subdistrict": "เนินกุ่ม",
                "address-district": "บางกระทุ่ม", "address-province": "พิษณุโลก",
                "address-postcode": "65210",
            ])
        #expect(browser.path == "/test/account/profile?done=contact")
        #expect(browser.text.contains("081-000-0009"))
        guard case .account(.contactChanged(let data)) = try site.accountEvents().last?.event
        else {
            Issue.record("nothing changed")
            return
        }
        #expect(data.kinds == [.phone] && data.contactPreference == .letter)
    }

    /// The code for the address that was given last.
    private func contactCode(_ purpose: OneTimeCode.Purpose = .contact) throws -> String {
        let event = try #require(
            try site.accountEvents().last { event in
                if case .account(.contactChanged) = event.event { true } else { false }
            })
        let codes = try OneTimeCodes(site.office.office.vault)
        return try #require(
            try codes.secret(purpose, to: account, for: event.id, at: site.clock.now()))
    }

    @Test func `a new address is confirmed by the code that went there`() throws {
        try browser.open("account/contact")
        var change = ["phone": "081 000 0001", "email": "new@example.com"]
        try browser.submit("account/contact", change)
        #expect(browser.status == 422 && browser.text.contains("กรอกรหัสผ่านปัจจุบันเพื่อเปลี่ยนอีเมล"))
        change["current-password"] = "Wrong#1234"
        try browser.submit("account/contact", change)
        #expect(browser.status == 422 && browser.text.contains("รหัสผ่านปัจจุบันไม่ถูกต้อง"))
        #expect(try !events().contains("contact-changed"))
        change["current-password"] = Citizen.somchai.password
        try browser.submit("account/contact", change)
        #expect(browser.path == "/test/account/contact/confirm")
        #expect(browser.text.contains("new@example.com"))
        try browser.submit("account/contact/confirm", ["code": ""])
        #expect(browser.status == 422)
        let code = try contactCode()
        let wrong = code == "111111" ? "222222" : "111111"
        try browser.submit("account/contact/confirm", ["code": wrong])
        #expect(browser.status == 422 && browser.text.contains("กรอกได้อีก 4 ครั้ง"))
        let tab = browser.copy()
        try browser.submit("account/contact/confirm", ["code": code])
        #expect(browser.path == "/test/account/profile?done=confirmed")
        #expect(browser.text.contains("ยืนยันอีเมลแล้ว") && browser.text.contains("ยืนยันแล้ว"))
        try tab.submit("account/contact/confirm", ["code": code])
        #expect(tab.path == "/test/account/profile")
        #expect(try events().filter { $0 == "contact-confirmed" }.count == 1)
    }

    @Test func `a telephone is confirmed on its page by the code of the SMS`() throws {
        try browser.open("account/profile")
        #expect(!browser.text.contains("ยืนยันเบอร์โทรศัพท์"))
        try browser.open("account/phone/confirm")
        #expect(browser.path == "/test/account/profile")
        try site.office.beginPost(.allShown)
        try browser.open("account/profile")
        #expect(browser.text.contains("ยืนยันเบอร์โทรศัพท์"))
        try browser.open("account/phone/confirm")
        #expect(browser.text.contains("081-000-0001") && browser.text.contains("ส่งรหัสทาง SMS"))
        try browser.submit("account/phone/again")
        #expect(browser.path == "/test/account/phone/confirm" && browser.text.contains("Ref: "))
        let code = try contactCode(.phone)
        let wrong = code == "111111" ? "222222" : "111111"
        try browser.submit("account/phone/confirm", ["code": wrong])
        #expect(browser.status == 422 && browser.text.contains("กรอกได้อีก 4 ครั้ง"))
        try browser.submit("account/phone/confirm", ["code": code])
        #expect(browser.path == "/test/account/profile?done=confirmed-phone")
        #expect(browser.text.contains("ยืนยันเบอร์โทรศัพท์แล้ว"))
        guard
            case .account(.contactConfirmed(let data))? = try site.accountEvents().last(where: {
                if case .account(.contactConfirmed) = $0.event { true } else { false }
            })?.event
        else {
            Issue.record("nothing confirmed")
            return
        }
        #expect(data.contact == .phone && data.method == .otp)
    }

    @Test func `a code for an address is asked for again after a minute, and runs out`() throws {
        try browser.open("account/contact/confirm")
        try browser.submit("account/contact/again")
        let first = try contactCode()
        #expect(browser.path == "/test/account/contact/confirm")
        try browser.post(
            "account/contact/again", ["form": try browser.formToken("account/contact/confirm")])
        #expect(try events().filter { $0 == "contact-changed" }.count == 1)
        site.clock.advance(seconds: 60)
        try browser.open("account/contact/confirm")
        try browser.submit("account/contact/again")
        let second = try contactCode()
        if first != second {
            try browser.submit("account/contact/confirm", ["code": first])
            #expect(browser.status == 422)
        }
        site.clock.advance(seconds: 1800)
        try browser.post(
            "account/contact/confirm",
            ["form": try browser.formToken("account/contact"), "code": second])
        #expect(browser.status == 422 && browser.text.contains("รหัสใช้ไม่ได้แล้ว"))
        #expect(try !events().contains("contact-confirmed"))
    }

    @Test(arguments: ["123", "1669"])
    func `a short number reaches nobody and is refused`(phone: String) throws {
        try browser.open("account/contact")
        try browser.submit(
            "account/contact", ["phone": phone, "email": Citizen.somchai.email])
        #expect(browser.status == 422 && browser.text.contains("กรอกเบอร์ที่ติดต่อท่านได้"))
        #expect(try !events().contains("contact-changed"))
    }

    @Test func `where I am logged in says with what, and no more of it`() throws {
        let phone = site.browser()
        phone.headers["User-Agent"] =
            "Mozilla/5.0 (Linux; Android 14; SM-A546E) AppleWebKit/537.36 Chrome/126.0.0.0 Mobile"
        try phone.logIn(.somchai)
        try browser.open("account/sessions")
        #expect(browser.text.contains("Chrome บน Android"))
        #expect(browser.text.contains("ไม่ทราบอุปกรณ์"))
        for (path, bytes) in try site.bytesOnDisk() {
            #expect(bytes.firstRange(of: Array("SM-A546E".utf8)) == nil, "\(path)")
        }
    }

    @Test func `a correction that corrects nothing asks for no check`() throws {
        try browser.open("account/profile/correct")
        #expect(!browser.text.contains(Citizen.somchai.number))
        var details = Citizen.somchai.details
        details["national-id"] = ""
        try browser.submit("account/profile/correct", details)
        #expect(browser.path == "/test/account/profile")
        #expect(try !events().contains("identity-corrected"))
    }

    @Test func `the address of another is not taken`() throws {
        let other = site.browser()
        try other.register(.malee)
        try other.open("account/contact")
        try other.submit(
            "account/contact",
            [
                "phone": "081 000 0002", "email": Citizen.somchai.email,
                "current-password": Citizen.malee.password,
            ])
        #expect(other.status == 422)
        #expect(other.text.contains("อีเมลนี้ใช้กับบัญชีอื่นแล้ว"))
    }

    @Test func `a form sent twice changes once`() throws {
        try browser.open("account/contact")
        let tab = browser.copy()
        let change = ["phone": "081 000 0009", "email": Citizen.somchai.email]
        try browser.submit("account/contact", change)
        try tab.submit("account/contact", change)
        #expect(tab.path == "/test/account/profile?done=contact")
        #expect(try events().filter { $0 == "contact-changed" }.count == 1)
    }

    @Test func `a correction asks for a new check`() throws {
        try browser.open("account/profile/correct")
        var details = Citizen.somchai.details
        details["family-name"] = "ทดสอบยิ่ง"
        details["birth-day"] = "27"
        details["birth-month"] = "มีนาคม"
        details["birth-year"] = "2530"
        try browser.submit("account/profile/correct", details)
        #expect(browser.path == "/test/account/profile?done=correction")
        #expect(browser.text.contains("ทดสอบยิ่ง"))
        #expect(browser.text.contains("27 มีนาคม 2530"))
        #expect(try events().last == "identity-corrected")
    }

    @Test func `a new password logs all other devices out and this one in anew`() throws {
        let other = site.browser()
        try other.logIn(.somchai)
        let before = browser.cookies["session-test"]
        try browser.open("account/password")
        try browser.submit(
            "account/password",
            [
                "current-password": Citizen.somchai.password, "password": "Mai#2569-abc",
                "password-again": "Mai#2569-abc",
            ])
        #expect(browser.path == "/test/account?done=password")
        #expect(browser.cookies["session-test"] != before)
        try other.open("account")
        #expect(other.path.hasPrefix("/test/login"))
        try other.logIn(.somchai)
        #expect(other.status == 422)
        try other.logIn(.somchai, password: "Mai#2569-abc")
        #expect(other.path == "/test/account")
        #expect(try events().suffix(2) == ["password-set", "sessions-ended"])
    }

    @Test(arguments: [
        ("current-password", "Wrong#1234", "รหัสผ่านปัจจุบันไม่ถูกต้อง"),
        ("current-password", "", "กรอกรหัสผ่านปัจจุบัน"),
        ("password", "alllowercase1#", "รหัสผ่านต้องมีตัวพิมพ์ใหญ่"),
        ("password-again", "Other#1234", "ให้เหมือนกัน"),
    ])
    func `a password is not changed by mistake`(
        field: String, value: String, message: String
    ) throws {
        var form = [
            "current-password": Citizen.somchai.password, "password": "Mai#2569-abc",
            "password-again": "Mai#2569-abc",
        ]
        form[field] = value
        try browser.open("account/password")
        try browser.submit("account/password", form)
        #expect(browser.status == 422)
        #expect(browser.text.contains(message))
        #expect(!browser.text.contains("Mai#2569-abc"))
        #expect(try events().count == 2)
    }

    @Test func `devices are seen and logged out, one or all`() throws {
        let (second, third) = (site.browser(), site.browser())
        try second.logIn(.somchai)
        site.clock.advance(seconds: 60)
        try third.logIn(.somchai)
        try browser.open("account/sessions")
        #expect(browser.count("ใช้ล่าสุด") == 3)
        #expect(browser.text.contains("อุปกรณ์นี้"))
        try browser.submit("account/sessions")
        #expect(browser.path == "/test/account/sessions?done=session")
        try browser.open("account/sessions")
        #expect(browser.count("ใช้ล่าสุด") == 2)
    }

    @Test func `who looked at my data is said in words`() throws {
        try site.set(
            .officerAppointed(.init(officer: "officer-7", roles: [.identityChecker])),
            [
                PlainSection(
                    Identity(givenName: "สมหญิง", familyName: "ทดสอบ", position: "นายทะเบียน"))
            ])
        try site.perform(
            Draft(
                .account(
                    id: account, .view(.init(parts: [.identity], purpose: "identity-check"))),
                by: .officer("officer-7", .identityChecker), at: site.clock.now()))
        site.office.views.wait(for: .citizenDashboard, at: try site.office.office.log.head)
        try browser.open("account/viewings")
        #expect(browser.text.contains("สมหญิง ทดสอบ · นายทะเบียน"))
        #expect(browser.text.contains("ข้อมูลประจำตัว"))
        #expect(browser.text.contains("เพื่อตรวจสอบการยืนยันตัวตน"))
    }

    @Test func `my data can be taken along`() throws {
        try browser.open("account/data.json")
        #expect(browser.header("Content-Type")?.hasPrefix("application/json") == true)
        #expect(browser.header("Content-Disposition")?.hasPrefix("attachment") == true)
        #expect(browser.text.contains("\"national_id\":\"1999900001010\""))
        #expect(browser.text.contains("\"event\":\"registered\""))
        let paper = try browser.open("account/data.pdf")
        #expect(paper["Content-Type"] == "application/pdf")
        #expect(paper.body.starts(with: Array("%PDF-".utf8)))
    }

    @Test func `my data holds what was written, begun, looked at and used to log in`() throws {
        try site.appoint()
        try site.set(
            .officerAppointed(.init(officer: "officer-7", roles: [.head])),
            [PlainSection(Identity(givenName: "สมหญิง", familyName: "ทดสอบ", position: "หัวหน้ากอง"))])
        let number = try browser.file()
        try browser.open("cases/\(number)")
        try browser.submit("cases/\(number)/messages", ["message": "มีความคืบหน้าไหม"])
        try site.perform(
            Draft(
                .petition(number: number, .view(.init(parts: [.petitioner]))),
                by: .officer("officer-7", .head), at: site.clock.now()))
        try browser.open("account/contact")
        try browser.submit(
            "account/contact",
            [
                "phone": "081 000 0001", "email": Citizen.somchai.email, "preference": "phone",
            ])
        try browser.begin("grievance")
        site.office.views.wait(for: .citizenDashboard, at: try site.office.office.log.head)
        try browser.open("account/data.json")
        for words in [
            "\"contact_preference\":\"phone\"", "\"text\":\"มีความคืบหน้าไหม\"", "\"drafts\":[{",
            "\"sessions\":[{", "\"viewer_name\":\"สมหญิง ทดสอบ · หัวหน้ากอง",
        ] { #expect(browser.text.contains(words), "\(words)") }
        let paper = try browser.open("account/data.pdf").body
        // A narrow column breaks lines between words.
        let text = try site.pdfText(paper).filter { !$0.isWhitespace }
        #expect(text.contains("หัวหน้ากอง") && !text.contains("officer-7"), "\(text)")
        #expect(text.contains(number))
    }

    @Test func `erasure is asked for once, with what follows said before`() throws {
        try browser.open("account/erasure")
        #expect(browser.text.contains("บัญชีนี้ใช้ไม่ได้อีก"))
        try browser.submit("account/erasure", ["reason": "ย้ายออกแล้ว"])
        #expect(browser.status == 422)
        #expect(browser.text.contains("ย้ายออกแล้ว"))
        try browser.submit("account/erasure", ["reason": "ย้ายออกแล้ว", "understood": "yes"])
        #expect(browser.path == "/test/account/data?done=erasure")
        #expect(try events().last == "erasure-requested")
        try browser.open("account/erasure")
        #expect(browser.text.contains("กำลังพิจารณา"))
    }

    @Test func `who is erased is nobody any more`() throws {
        try site.set(.officerAppointed(.init(officer: "officer-8", roles: [.dpo])))
        let now = site.clock.now()
        try site.perform(
            Draft(
                .account(id: account, .approveErasure(.init(ground: .mistake))),
                by: .officer("officer-8", .dpo), at: now,
                sections: [PlainSection(Reason(text: "ทดสอบ"))]))
        let key = try #require(try site.office.office.person(account)).account.key
        try site.perform(
            Draft(
                .account(id: account, .erase(.init(key: key, ground: .mistake))), by: .system,
                at: now))
        try browser.open("account")
        #expect(browser.path.hasPrefix("/test/login"))
        try browser.logIn(.somchai)
        #expect(browser.status == 422)
    }
}
