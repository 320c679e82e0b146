import Entries
import EventLog
import Events
import Rules
import TestSupport
import Testing
import Vault
import Workflow

/// Officers see on a case what was written to its petitioner, and how far each message has come.
@Suite struct DeskMessagesTests {
    @Test func `what waits for the morning says so, what is out is told`() throws {
        let desk = try Desk()
        try desk.site.office.beginPost(.allShown)
        try desk.site.set(.messagingPolicySet(.init(quietFrom: 9 * 60, quietUntil: 11 * 60)))
        var submit = PetitionCommand.Submit(service: "complaint")
        submit.terms = 1
        submit.notice = 1
        let receipt = try desk.site.perform(
            Draft(
                .petition(number: nil, .submit(submit)), by: .guest("g"), at: desk.site.clock.now(),
                sections: [
                    PlainSection(
                        Petitioner(
                            givenName: "สมศรี", familyName: "ทดสอบมาก", phone: "+66810000042",
                            email: "somsri@example.com")),
                    PlainSection(PetitionText(subject: "ไฟดับ")),
                ]))
        let number = try #require(StreamName(subject: receipt.stream)).name
        let page = try #require(
            try eventually {
                try desk.officer.open("desk/cases/\(number)")
                let text = desk.officer.text
                let isThere = text.contains("ช่วงงดส่ง") && text.contains("แสดงบนหน้าเว็บเท่านั้น")
                return isThere ? text : nil
            })
        #expect(page.contains("ข้อความที่ส่งถึงผู้ยื่น (2)"))
        #expect(page.contains("รอส่ง 1") && page.contains("ช่วงงดส่ง จะส่งเวลา"))
        #expect(page.contains("SMS · ยื่นคำร้องเรียบร้อยแล้ว"))
        #expect(page.contains("แสดงบนหน้าเว็บเท่านั้น"))
        #expect(!page.contains("somsri@example.com"))
    }
}
