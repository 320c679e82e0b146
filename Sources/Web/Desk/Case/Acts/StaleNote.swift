internal import Entries
internal import Events
internal import Markup
internal import Rules

/// What happened in a case while somebody filled in a form, by whom, so that the two can be
/// brought together.
enum StaleNote {
    static let wording = Wording(
        thai: "มีผู้อื่นดำเนินการเรื่องนี้ระหว่างที่ท่านกรอก ยังไม่มีการบันทึก ตรวจดูสิ่งที่เกิดขึ้นแล้วส่งอีกครั้ง",
        english: "Somebody acted in this case while you were filling this in. Nothing was saved. "
            + "See what happened, then send it again.")

    static func news(in events: [RecordedEvent], since version: Int) -> [RecordedEvent] {
        events.filter { event in
            guard event.streamVersion > version, case .petition(let fact) = event.event else {
                return false
            }
            return fact.isNews
        }
    }

    static func section(_ news: [RecordedEvent], _ desk: DeskCase) -> HTML? {
        guard !news.isEmpty else { return nil }
        let visit = desk.visit
        return Parts.note("warn") {
            h2 { visit.say("สิ่งที่เกิดขึ้นหลังจากท่านเปิดหน้านี้", "Since you opened this page") }
            ul {
                for event in news {
                    if case .petition(let fact) = event.event {
                        li {
                            Parts.moment(event.occurredAt, visit)
                            " "
                            strong { DeskWords.event(fact, desk) }
                            " · " + DeskWords.actor(event, visit)
                            if let remark = EventRemark.text(fact, desk) { " · " + remark }
                        }
                    }
                }
            }
            p {
                visit.say(
                    "ข้อความที่พิมพ์ยังอยู่ด้านล่าง หากแนบไฟล์ไว้ โปรดแนบอีกครั้ง",
                    "What you typed is still below. Files have to be attached again.")
            }
            p {
                Parts.link(
                    visit.deskPath("cases", desk.number),
                    visit.say("เปิดเรื่องล่าสุด", "Open the case as it is now"))
            }
        }
    }
}
