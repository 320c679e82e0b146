internal import Entries
internal import Events
internal import HTTP
internal import Markup
internal import Rules

/// The ways to reach the office that it has announced (พ.ร.บ.การปฏิบัติราชการทางอิเล็กทรอนิกส์
/// พ.ศ. 2565, section 20).
enum ChannelsPage {
    static func add(to routes: inout PageRoutes) {
        routes.page("/channels") { page($0) }
    }

    private static func page(_ visit: Visit) -> Page {
        let title = visit.say("ช่องทางติดต่อที่ประกาศ", "Announced channels")
        let today = visit.now.local.date
        let channels = visit.settings.channels.sorted { $0.channel.rawValue < $1.channel.rawValue }
        var page = Page(title) {
            h1 { title }
            if channels.isEmpty {
                Parts.note {
                    p {
                        visit.say(
                            "หน่วยงานยังไม่ได้ประกาศช่องทาง ระหว่างนี้ยื่นได้ทุกช่องทางที่หน่วยงานใช้อยู่",
                            "The office has announced none yet. Until then whatever channel it "
                                + "uses will do.")
                    }
                }
            } else {
                Parts.rows(
                    channels.map { channel in
                        (visit.language(channel.channel.label), facts(channel, today, visit), nil)
                    })
            }
        }
        page.back = visit.path()
        return page
    }

    private static func facts(
        _ channel: OfficeEvent.ChannelAnnounced, _ today: CivilDate, _ visit: Visit
    ) -> HTML {
        var html = p { strong { channel.address } }
        let since =
            channel.from <= today
            ? visit.say("ใช้ตั้งแต่ \(visit.day(channel.from))", "Since \(visit.day(channel.from))")
            : visit.say(
                "เริ่มใช้ \(visit.day(channel.from))", "From \(visit.day(channel.from)) on")
        html.append(p(.class("soft")) { since })
        if let reference = channel.reference {
            html.append(p(.class("soft")) { visit.say("ตามประกาศ ", "By ") + reference })
        }
        return html
    }
}
