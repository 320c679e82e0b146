import Entries
import EventLog
import Events
import Rules
import Testing
import Workflow

/// An administrator words a message, sees it as people will, and has it sent to himself.
@Suite struct TemplatePagesTests {
    private let site: WebSite
    private let admin: Browser
    private let action = "desk/settings/parts/templates/item"

    init() throws {
        site = try WebSite()
        try site.appoint(
            "admin", [.administrator], givenName: "วิชัย", email: "wichai@example.org")
        admin = try site.officer("admin", .administrator)
    }

    private func open(_ place: String) throws {
        try admin.open("\(action)?item=\(place.replacing(" ", with: "%20"))")
        #expect(admin.status == 200)
    }

    @Test func `a mistake in braces is refused with its line, and what was typed stays`() throws {
        try open("received email")
        #expect(admin.text.contains("<code>{number}</code>"))
        try admin.send(action, ["body.th": "รับแล้ว\nเลข {nummer}", "act": "preview"])
        #expect(admin.status == 422)
        #expect(admin.text.contains("บรรทัด 2: ไม่รู้จัก {nummer}"))
        #expect(admin.text.contains("เลข {nummer}</textarea>"))
        try admin.send(action, ["body.th": "เลข {number", "act": "preview"])
        #expect(admin.status == 422 && admin.text.contains("{number ไม่มี } ปิด"))
    }

    @Test func `an SMS is seen on a telephone, with how many letters and messages it takes`()
        throws
    {
        try open("received sms")
        try admin.send(action, ["body.th": "{office} รับ {number}", "act": "preview"])
        #expect(admin.text.contains("class=\"telephone\""))
        #expect(admin.text.contains("ทต.ทดสอบ รับ TS1080767000011"))
        #expect(admin.text.contains("28 จาก 70 ตัวอักษร · 1 ข้อความ"))
    }

    @Test func `a letter is seen in both languages, a chat as a chat`() throws {
        try open("returned email")
        try admin.send(action, ["body.en": "By {due}:\n{defects}", "act": "preview"])
        #expect(admin.text.contains("<p>By 15 July 2027:</p><p>1. Title deed</p>"))
        try admin.send(action, ["body.th": "ก\r\n{number}", "act": "preview"])
        #expect(admin.text.contains("<p>ก</p><p>TS1080767000011</p>"))
        try admin.send(action, ["act": "confirm"])
        #expect(
            try site.office.settings().value.emailWording(of: .returned).body.thai == "ก\n{number}")
        try open("received line")
        try admin.send(action, ["body.th": "คุณ {number}", "act": "preview"])
        #expect(admin.text.contains("<p class=\"said office\">"))
        #expect(admin.text.contains("✓ ยื่นเรื่อง") || admin.text.contains("● "))
    }

    @Test func `a wording from before is taken over by one button, and confirmed`() throws {
        try site.set(
            .templateSet(
                .init(template: "submitted", channel: .email, body: LocalText("รับ {number}"))))
        try admin.open("desk/settings/parts/templates")
        #expect(admin.text.contains("มีข้อความมาตรฐานที่ใหม่กว่า"))
        try open("submitted email")
        #expect(admin.text.contains("ใช้ข้อความมาตรฐาน"))
        try admin.send(action, ["act": "standard"])
        #expect(admin.text.contains("ยืนยันและบันทึก"))
        try admin.send(action, ["act": "confirm"])
        #expect(admin.path.hasSuffix("?done=yes"))
        #expect(
            try site.office.settings().value.emailWording(of: .submitted)
                == .standard(.submitted))
        #expect(!admin.text.contains("มีข้อความมาตรฐานที่ใหม่กว่า"))
    }

    @Test func `a test is sent to the officer who asks, and nothing is recorded by it`() throws {
        try site.office.beginPost(.shown)
        let before = try site.office.office.log.head
        try open("received email")
        try admin.send(action, ["body.th": "ลอง {number}", "act": "preview"])
        try admin.send(action, ["act": "test"])
        #expect(admin.text.contains("ไม่ส่งข้อความออกจริง"))
        #expect(admin.text.contains("ยืนยันและบันทึก"))
        #expect(try site.office.office.log.head == before)
        try open("received sms")
        try admin.send(action, ["body.th": "ลอง {number}", "act": "preview"])
        try admin.send(action, ["act": "test"])
        #expect(admin.text.contains("ไม่มีที่อยู่ของท่านในช่องทางนี้"))
        for _ in 0..<4 { try admin.send(action, ["act": "test"]) }
        #expect(admin.text.contains("ส่งทดสอบหลายครั้งแล้ว"))
    }
}
