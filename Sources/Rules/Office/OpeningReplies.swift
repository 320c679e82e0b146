internal import Events

/// The ready texts for answers that an office begins with, and changes as it likes.
enum OpeningReplies {
    static var events: [OfficeEvent] {
        [
            reply(
                "any.received", "รับเรื่องแล้ว กำลังตรวจสอบ", "Received, being looked into",
                "เรียน ผู้ยื่นคำร้องเลขที่ {number}\n{office}ได้รับเรื่อง “{subject}” แล้ว "
                    + "{department}กำลังตรวจสอบข้อเท็จจริง และจะแจ้งผลให้ท่านทราบ",
                "About petition {number}: we have received “{subject}”. {department} is looking "
                    + "into it and will tell you the result."),
            reply(
                "in-progress.visit", "นัดลงพื้นที่ตรวจสอบ", "A visit to the place",
                "เรียน ผู้ยื่นคำร้องเลขที่ {number}\nเจ้าหน้าที่{department}จะลงพื้นที่ตรวจสอบ"
                    + "ในวันที่ … เวลา … น. หากไม่สะดวก โปรดแจ้งกลับทางหน้าคำร้องนี้",
                "About petition {number}: officers of {department} will come and look on … at …. "
                    + "If that does not suit you, please tell us on this page."),
            reply(
                "in-progress.scheduled", "อยู่ในแผนดำเนินการ", "Planned",
                "เรียน ผู้ยื่นคำร้องเลขที่ {number}\n{department}ตรวจสอบแล้ว "
                    + "และบรรจุเรื่องนี้ในแผนดำเนินการ คาดว่าจะแล้วเสร็จภายในวันที่ …",
                "About petition {number}: {department} has looked into it and planned the work. "
                    + "We expect it to be done by …."),
            reply(
                "in-progress.done", "ดำเนินการแล้ว", "Done",
                "เรียน ผู้ยื่นคำร้องเลขที่ {number}\n{department}ได้ดำเนินการเรียบร้อยแล้ว ดังนี้ … "
                    + "หากยังพบปัญหา ท่านขอให้เปิดเรื่องใหม่ได้",
                "About petition {number}: {department} has done the following: …. If the trouble "
                    + "goes on, you may ask to reopen the case."),
        ]
    }

    /// `place` is the state, or `any`, and the name.
    private static func reply(
        _ place: String, _ name: String, _ englishName: String, _ text: String,
        _ englishText: String
    ) -> OfficeEvent {
        .templateSet(
            OfficeEvent.TemplateSet(
                template: "reply.any.\(place)", channel: .web,
                body: LocalText(text, english: englishText),
                subject: LocalText(name, english: englishName)))
    }
}
