import Entries
import Events
import HTTP
import Rules
import Testing
import Threads
import Vault
import Workflow

/// What administrators do about officers.
@Suite struct OfficersTests {
    private let site: WebSite
    private let admin: Browser

    init() throws {
        site = try WebSite()
        try site.appoint("works-1", [.handler], givenName: "ใจดี", email: "works-1@example.org")
        admin = try site.officer("admin", .administrator)
    }

    private func officer(_ id: String) throws -> OfficeSettings.Officer {
        try #require(try site.office.settings().value.officers[id])
    }

    private let fields: FormFields = [
        "title": "นาง", "given-name": "สมศรี", "family-name": "ทดสอบดี", "email": "a@example.org",
        "phone": "076 000 000", "role": "handler", "role": "head", "department": "health",
    ]

    /// Sends a form of several fields of one name.
    private func send(_ action: String, _ fields: FormFields, _ more: [String: String] = [:]) throws
    {
        var all = fields
        all["form"] = try admin.formToken("track")
        for (name, value) in more.sorted(by: { $0.key < $1.key }) { all[name] = value }
        try admin.post(action, all)
    }

    @Test func `a case officer without a department is shown to see every one's cases`() throws {
        try admin.open("desk/officers/works-1")
        #expect(admin.text.contains("เห็นเรื่องของทุกหน่วยงาน"))
        var fields = fields
        fields["department"] = ""
        try send("desk/appoint", fields, ["officer": "works-7"])
        #expect(admin.text.contains("เห็นเรื่องของทุกหน่วยงาน"))
        try send("desk/appoint", self.fields, ["officer": "works-8"])
        #expect(!admin.text.contains("เห็นเรื่องของทุกหน่วยงาน"))
    }

    /// The password that the page shows.
    private func shownPassword() throws -> String {
        let code = #/<code class="secret">([0-9A-Z-]{17})<\/code>/#
        return String(try #require(admin.text.firstMatch(of: code)).output.1)
    }

    @Test func `the list names everybody, how they sign in, and the dismissed when asked`() throws {
        try site.set(.officerAppointed(.init(officer: "gone-1", roles: [.handler])))
        try site.set(.officerDismissed(.init(officer: "gone-1")))
        try admin.open("desk/officers")
        #expect(admin.text.contains("นายใจดี ทดสอบ"))
        #expect(admin.text.contains("ผู้ปฏิบัติ"))
        #expect(!admin.text.contains("gone-1"))
        try admin.open("desk/officers?all=yes")
        #expect(admin.text.contains("gone-1") && admin.text.contains("พ้นหน้าที่"))
    }

    @Test(arguments: ["officers", "settings/services", "settings/parts/categories"])
    func `each head of a table says what it heads`(page: String) throws {
        try admin.open("desk/\(page)")
        #expect(admin.status == 200 && admin.text.contains("<thead><tr><th scope=\"col\""))
        #expect(!admin.text.contains("<th>"))
    }

    @Test func `somebody is appointed, and the first password is shown once`() throws {
        let once = String(repeating: "ab", count: 16)
        try send("desk/appoint", fields, ["officer": "health-9", "once": once])
        #expect(admin.status == 200, "\(admin.text)")
        let password = try shownPassword()
        #expect(admin.header("Cache-Control") == "no-store")
        let appointed = try officer("health-9")
        #expect(appointed.roles == [.handler, .head] || appointed.roles == [.head, .handler])
        #expect(appointed.department == "health" && appointed.isPasswordInitial)
        #expect(appointed.key != nil)
        let person = try #require(try site.office.officers.person("health-9"))
        #expect(PersonName(person).thai == "นางสมศรี ทดสอบดี")
        #expect(person.email == "a@example.org" && person.phone == "+6676000000")
        try send("desk/appoint", fields, ["officer": "health-9", "once": once])
        #expect(admin.path == "/test/desk/officers/health-9", "sent twice it is taken once")
        #expect(!admin.text.contains(password))
        let visitor = site.browser()
        try visitor.signIn("health-9", password: password)
        #expect(visitor.path == "/test/desk/sign-in/password")
        let bytes = try site.bytesOnDisk().flatMap(\.bytes)
        #expect(bytes.firstRange(of: Array(password.utf8)) == nil)
        #expect(bytes.firstRange(of: Array("สมศรี".utf8)) == nil)
    }

    @Test func `an appointment that cannot be keeps what was typed`() throws {
        try send("desk/appoint", fields, ["officer": "works-1"])
        #expect(admin.status == 422)
        #expect(admin.text.contains("value=\"สมศรี\"") && admin.text.contains("works-1"))
        try send("desk/appoint", fields, ["officer": "ใจดี"])
        #expect(admin.status == 422)
        try send("desk/appoint", ["officer": "x-1", "email": "no", "phone": "1"])
        #expect(admin.status == 422)
        for field in ["given-name", "email", "phone"] {
            #expect(admin.text.contains("id=\"\(field)-issue\""), "\(field)")
        }
        try send(
            "desk/appoint",
            ["officer": "x-1", "given-name": "ก", "family-name": "ข"])
        #expect(admin.status == 422 && admin.text.contains("เลือกหน้าที่อย่างน้อย 1 อย่าง"))
        #expect(try site.office.settings().value.officers["x-1"] == nil)
    }

    @Test func `name, roles and department are changed`() throws {
        try admin.open("desk/officers/works-1/change")
        #expect(admin.text.contains("value=\"works-1@example.org\""))
        try send("desk/officers/works-1/change", fields)
        #expect(admin.path == "/test/desk/officers/works-1?done=changed")
        #expect(admin.text.contains("<h1>นางสมศรี ทดสอบดี</h1>"))
        #expect(try officer("works-1").department == "health")
        var none = fields
        none["role"] = nil
        try send("desk/officers/works-1/change", none)
        #expect(admin.status == 422)
        #expect(try officer("works-1").roles.count == 2)
    }

    @Test func `nobody gives himself roles`() throws {
        try site.set(.officerAppointed(.init(officer: "admin-2", roles: [.administrator])))
        try admin.open("desk/officers/admin/change")
        #expect(!admin.text.contains("type=\"checkbox\""))
        #expect(admin.text.contains("ผู้ดูแลระบบคนอื่นเป็นผู้เปลี่ยน"))
        var own = fields
        own["role"] = nil
        for role in ["administrator", "mayor", "dpo", "auditor"] { own.append("role", role) }
        own["department"] = nil
        try send("desk/officers/admin/change", own)
        #expect(admin.status == 422 && admin.text.contains("ของตนเองไม่ได้"))
        #expect(try officer("admin").roles == [.administrator])
        // The own name one may change.
        own["role"] = nil
        own.append("role", "administrator")
        try send("desk/officers/admin/change", own)
        #expect(admin.path == "/test/desk/officers/admin?done=changed")
        // Whoever oversees the work does not do it.
        var both = fields
        both.append("role", "auditor")
        try send("desk/officers/works-1/change", both)
        #expect(admin.status == 422 && admin.text.contains("ต้องเป็นคนละคนกับ"))
    }

    @Test func `the last administrator stays one`() throws {
        try send("desk/officers/admin/change", fields)
        #expect(admin.status == 422 && admin.text.contains("ต้องมีผู้ดูแลระบบอย่างน้อย 1 คน"))
        try send("desk/officers/admin/dismiss", ["reason": "เกษียณ"])
        #expect(admin.status == 422 && admin.text.contains("ต้องมีผู้ดูแลระบบอย่างน้อย 1 คน"))
        try admin.open("desk/officers")
        #expect(admin.status == 200)
    }

    @Test func `who is dismissed is out, and open cases are shown before`() throws {
        let works = try site.officer("works-1", .handler)
        try admin.open("desk/officers/works-1/dismiss")
        #expect(admin.text.contains("ไม่มีเรื่องที่ยังไม่เสร็จ"))
        let guest = site.browser()
        let number = try guest.file()
        try site.appoint()
        try site.take(number, .receive(.init()))
        try site.take(number, .assign(.init(officer: "works-1")))
        try admin.open("desk/officers/works-1/dismiss")
        #expect(admin.text.contains("1 เรื่อง") && admin.text.contains(number))
        try admin.submit("desk/officers/works-1/dismiss", ["reason": " "])
        #expect(admin.status == 422)
        try admin.submit("desk/officers/works-1/dismiss", ["reason": "โอนย้าย"])
        #expect(admin.path == "/test/desk/officers?done=dismissed")
        #expect(try officer("works-1").isDismissed)
        try works.open("desk")
        #expect(works.path.hasPrefix("/test/desk/sign-in"))
        try works.signIn("works-1")
        #expect(works.status == 422)
        let account = OfficerLogin.account(of: "works-1")
        #expect(try site.office.accounts.passwordHash(of: account) == nil)
        try admin.open("desk/officers/works-1/dismiss")
        #expect(admin.status == 404, "once is enough")
        let bytes = try site.bytesOnDisk().flatMap(\.bytes)
        #expect(bytes.firstRange(of: Array("โอนย้าย".utf8)) == nil)
    }

    @Test func `a password is set anew, shown once, and ends all sessions`() throws {
        let works = try site.officer("works-1", .handler)
        try admin.open("desk/officers/works-1")
        try admin.submit("desk/officers/works-1/password")
        let password = try shownPassword()
        #expect(try officer("works-1").isPasswordInitial)
        try works.open("desk/me")
        #expect(works.path.hasPrefix("/test/desk/sign-in"))
        try works.signIn("works-1", password: password)
        #expect(works.path == "/test/desk/sign-in/password")
    }

    @Test func `a lost second factor is removed with a reason, never one's own`() throws {
        for id in ["works-1", "admin"] {
            let account = OfficerLogin.account(of: id)
            let factor = try site.office.factors.offer(to: account, at: site.clock.now())
            try site.set(.secondFactorSet(.init(officer: id)))
            #expect(
                try site.office.factors.set(
                    account, by: factor.code(at: site.clock.now()), at: site.clock.now()))
        }
        try admin.open("desk/officers/works-1")
        try admin.submit("desk/officers/works-1/second-factor", ["reason": ""])
        #expect(admin.status == 422)
        try admin.submit("desk/officers/works-1/second-factor", ["reason": "โทรศัพท์หาย"])
        #expect(admin.path == "/test/desk/officers/works-1?done=removed")
        #expect(try !officer("works-1").hasSecondFactor)
        let account = OfficerLogin.account(of: "works-1")
        #expect(try site.office.factors.current(of: account) == nil)
        try admin.open("desk/officers/admin")
        try admin.submit("desk/officers/admin/second-factor", ["reason": "x"])
        #expect(admin.status == 422)
        #expect(try officer("admin").hasSecondFactor)
    }

    @Test func `an officer is signed out everywhere`() throws {
        let works = try site.officer("works-1", .handler)
        try admin.open("desk/officers/works-1")
        try admin.submit("desk/officers/works-1/sessions")
        #expect(admin.path == "/test/desk/officers/works-1?done=ended")
        try works.open("desk/me")
        #expect(works.path.hasPrefix("/test/desk/sign-in"))
        #expect(
            try site.signIns().last
                == .officerSessionsEnded(.init(officer: "works-1", why: .officer, sessions: 1)))
    }

    @Test func `the office says who needs a second factor and how long a sign-in holds`() throws {
        try admin.open("desk/officers")
        let action = "desk/settings/parts/sign_in"
        #expect(admin.text.contains("/test/\(action)"))
        func settle(_ hours: String, _ act: String) throws {
            try admin.open(action)
            var form = try FilledForm(admin.text, action: "/test/\(action)").fields
            form["second_factor"] = nil
            for role in ["dpo", "administrator"] { form.append("second_factor", role) }
            (form["session_hours"], form["act"]) = (hours, act)
            try admin.post(action, form)
        }
        for hours in ["48", "long"] {
            try settle(hours, "preview")
            #expect(admin.status == 422)
        }
        try settle("8", "preview")
        #expect(admin.text.contains("มีผลเมื่อเข้าสู่ระบบครั้งถัดไป"))
        try admin.send(action, ["act": "confirm"])
        let set = try site.office.settings().value.officerPolicy
        #expect(Set(set.secondFactor) == [.dpo, .administrator] && set.sessionHours == 8)
        try admin.open("desk/settings/history?part=sign_in")
        #expect(admin.text.contains("กำหนดวิธีเข้าสู่ระบบของเจ้าหน้าที่"))
        try admin.open("desk/settings/file")
        #expect(admin.text.contains(#""session_hours": 8"#))
    }
}
