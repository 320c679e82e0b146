internal import Channels
internal import Events
internal import HTTP
internal import Markup
internal import Rules
internal import Workflow

/// What the office would have sent: stands for the mail server where there is none, in an office
/// of made-up people only.
enum MessagesPage {
    static func add(to routes: inout PageRoutes) {
        routes.page("/messages") { try page($0) }
    }

    private static func page(_ visit: Visit) throws -> Page {
        guard try visit.office.showsMessages, let post = visit.office.post else {
            throw HTTP.Refusal.notFound
        }
        let messages = try post.messages(limit: 30)
        let title = visit.say("ข้อความที่ระบบส่ง", "Messages that were sent")
        var page = Page(title) {
            h1 { title }
            Parts.note {
                p {
                    visit.say(
                        "หน่วยงานสาธิตไม่ส่งอีเมลและ SMS จริง ข้อความจึงแสดงที่นี่แทน",
                        "This demonstration sends no e-mail and no SMS: they are shown here instead."
                    )
                }
            }
            p {
                Parts.link(
                    visit.path("messages"), visit.say("ดูข้อความล่าสุด", "Look for new ones"))
            }
            if messages.isEmpty {
                p { visit.say("ยังไม่มีข้อความ", "There are none yet.") }
            }
            for message in messages { card(message, visit) }
        }
        page.back = visit.path()
        return page
    }

    private static func card(_ message: PostMessage, _ visit: Visit) -> HTML {
        section {
            h2 { Parts.written(subject(message, visit), visit) }
            p(.class("soft small")) {
                visit.say("ถึง ", "To ") + recipient(message)
            }
            div(.class("said")) { message.text }
        }
    }

    private static func subject(_ message: PostMessage, _ visit: Visit) -> String {
        switch message.content {
        case .letter(let letter): letter.subject
        case .short(let text):
            visit.say(
                "SMS (\(MessageLength.units(of: text)) ตัวอักษร)",
                "SMS (\(MessageLength.units(of: text)) letters)")
        case .chat: "LINE"
        }
    }

    private static func recipient(_ message: PostMessage) -> String {
        switch message.content {
        case .letter: message.recipient
        case .short: PhoneNumber.shown(message.recipient)
        case .chat: message.recipient
        }
    }
}
