import Events
import HTTP
import Rules
import Testing
import Workflow

/// What an officer has typed is not lost when the session ends before it is sent, nor when the
/// case goes elsewhere.
@Suite struct UnsentTests {
    private let desk: Desk
    private let note = "โทรกลับผู้ยื่นแล้ว จะมาพบวันพุธ"

    init() throws { desk = try Desk() }

    /// Sends a note after the session has ended.
    private func sendTooLate() throws {
        try desk.officer.open(desk.form(.note))
        desk.site.clock.advance(seconds: 10 * 3600)
        try desk.officer.submit(desk.form(.note), ["note": note])
    }

    @Test func `what was typed comes back after signing in again, and is taken once`() throws {
        try sendTooLate()
        #expect(desk.officer.path.hasPrefix("/test/desk/sign-in?next="))
        #expect(desk.officer.text.contains("ข้อความที่พิมพ์ไว้ยังอยู่"))
        #expect(try !desk.names().contains("noted"))
        try desk.officer.signIn(Desk.id)
        #expect(desk.officer.path == "/test/desk/unsent")
        #expect(desk.officer.text.contains(note))
        let again = desk.officer.copy()
        try desk.officer.submit(desk.form(.note))
        #expect(desk.officer.status == 200)
        try again.submit(desk.form(.note))
        #expect(try desk.names().filter { $0 == "noted" }.count == 1)
        try desk.officer.open("desk/unsent")
        #expect(desk.officer.text.contains("ไม่มีข้อความค้างอยู่"))
    }

    @Test func `nothing of it stands in an address, a cookie or on the disk`() throws {
        try sendTooLate()
        let seen = desk.officer.locations + desk.officer.setCookies
        #expect(
            !seen.contains { $0.contains("note=") || $0.contains("%E0%B9%82%E0%B8%97%E0%B8%A3") })
        #expect(!seen.contains { $0.contains(note) })
        let bytes = try desk.site.bytesOnDisk().flatMap(\.bytes)
        #expect(bytes.firstRange(of: Array(note.utf8)) == nil)
    }

    @Test func `a colleague who signs in at the same computer does not see it`() throws {
        try sendTooLate()
        let colleague = try desk.site.officer("officer-2", .receiver)
        try colleague.open("desk/unsent")
        #expect(!colleague.text.contains(note))
        try desk.officer.signIn("officer-2")
        #expect(desk.officer.path == "/test/desk/unsent")
        #expect(!desk.officer.text.contains(note))
        try desk.officer.submit("desk/sign-out")
        try desk.officer.signIn(Desk.id)
        #expect(desk.officer.text.contains("ยังไม่ได้ส่ง"))
        try desk.officer.open("desk/unsent")
        #expect(desk.officer.text.contains(note))
        try desk.officer.submit("desk/unsent")
        try desk.officer.open("desk/unsent")
        #expect(!desk.officer.text.contains(note))
    }

    @Test func `a form that no officer was shown is not kept`() throws {
        let stranger = desk.site.browser()
        let token = try stranger.formToken("desk/sign-in")
        try stranger.post(
            desk.form(.note), ["form": token, "note": note, "typist": "officer-1 00"])
        #expect(stranger.path.hasPrefix("/test/desk/sign-in"))
        #expect(!stranger.text.contains("ข้อความที่พิมพ์ไว้ยังอยู่"))
    }

    @Test(arguments: [
        (DeskAct.setConfidentiality, ["reason": "ผู้ยื่นขอ"], 422),
        (.forward, ["choice": "health", "reason": "เป็นเรื่องกลิ่น"], 403),
    ]) func `a case that has left one's sight gives back what was typed`(
        act: DeskAct, fields: [String: String], status: Int
    ) throws {
        let handler = try desk.site.officer("handler-1", .handler, department: "works")
        try handler.open(desk.form(.note))
        try desk.act(act, fields)
        try handler.submit(desk.form(.note), ["note": note])
        #expect(handler.status == status)
        #expect(handler.text.contains(note))
    }
}
