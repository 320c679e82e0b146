internal import Entries
internal import Events
internal import HTTP
internal import Markup
internal import Rules
internal import Workflow

/// All that the office settles about itself: what there is, each part with its pages.
enum SettingsPages {
    static func add(to routes: inout PageRoutes) {
        routes.page("/desk/settings", .desk(.settings)) { index($0) }
        routes.get("/desk/settings/file", .desk(.settings)) { .response(file($0)) }
        SettingsHistoryPage.add(to: &routes)
        ServiceSettingsPages.add(to: &routes)
        PartPages.add(to: &routes)
    }

    /// What administrators change most stands first.
    private static let groups: [(title: Wording, parts: [SettingsPart])] = [
        (
            Wording(thai: "บริการและเรื่อง", english: "Services and categories"),
            [.services, .categories, .departments, .agencies]
        ),
        (
            Wording(thai: "วันและเวลา", english: "Days and hours"),
            [.holidays, .openDays, .hours, .calendarYears]
        ),
        (
            Wording(thai: "หน้าเว็บและข้อความ", english: "Pages and messages"),
            [.news, .menu, .templates, .texts, .terms, .notice, .channels, .messaging]
        ),
        (
            Wording(thai: "บัญชีประชาชน", english: "Citizens’ accounts"),
            [.photos, .passwords, .registration, .consents, .loginProviders]
        ),
        (
            Wording(thai: "สำนักงาน", english: "The office"),
            [.office, .signIn, .numbering, .uploads, .retention, .disclosure, .subscribers]
        ),
    ]

    private static func index(_ visit: Visit) -> Page {
        let title = visit.say("การตั้งค่า", "Settings")
        var page = Page(title) {
            SettingsDone.note(visit)
            h1 { title }
            held(visit)
            p(.class("actions")) {
                a(.href(visit.deskPath("settings", "history"))) {
                    visit.say("ประวัติการตั้งค่า", "History of the settings")
                }
                a(.href(SystemsPages.path(visit))) {
                    visit.say("สถานะระบบเชื่อมต่อ", "How connected systems stand")
                }
                a(.href(visit.deskPath("settings", "file"))) {
                    visit.say("ดาวน์โหลดทั้งหมดเป็นแฟ้ม (JSON)", "Download all as a file (JSON)")
                }
            }
            for group in groups {
                h2 { visit.language(group.title) }
                ul(.class("cards")) {
                    for part in group.parts { card(part, visit) }
                }
            }
        }
        page.isNarrow = false
        return page
    }

    /// What the house could not do by itself: whoever looks after the office must know.
    private static func held(_ visit: Visit) -> HTML? {
        guard let held = try? HeldWork.items(of: visit.office.office.paths), !held.isEmpty else {
            return nil
        }
        return Parts.note("bad") {
            h2 { visit.say("งานของระบบที่ค้างอยู่", "Held back") }
            p {
                visit.say(
                    "ระบบทำรายการเหล่านี้ไม่สำเร็จ และจะลองใหม่ทุก 10 นาที งานอื่นดำเนินต่อตามปกติ",
                    "The system could not do these and tries again every ten minutes. Everything "
                        + "else goes on.")
            }
            ul {
                for (worker, item) in held {
                    li {
                        worker == .post
                            ? visit.say("การแจ้งเตือน: ", "Notices: ")
                            : visit.say("กำหนดเวลาของคำร้อง: ", "Deadlines: ")
                        item.subject
                        " "
                        Parts.moment(item.since, visit)
                        " "
                        element("code", [], .text(item.reason))
                    }
                }
            }
        }
    }

    private static func card(_ part: SettingsPart, _ visit: Visit) -> HTML {
        li(.class("card lift")) {
            h3 { a(.href(path(of: part, visit))) { visit.language(part.label) } }
            if let count = count(part, visit.settings) {
                p(.class("small soft")) { visit.say("\(count) รายการ", "\(count) entries") }
            }
        }
    }

    static func path(of part: SettingsPart, _ visit: Visit) -> String {
        part == .services
            ? visit.deskPath("settings", "services")
            : visit.deskPath("settings", "parts", part.rawValue)
    }

    private static func count(_ part: SettingsPart, _ settings: OfficeSettings) -> Int? {
        switch part {
        case .services: settings.services.values.count { !$0.isWithdrawn }
        case .categories: settings.categories.values.count { !$0.isWithdrawn }
        case .departments: settings.departments.values.count { !$0.isWithdrawn }
        case .agencies: settings.agencies.count
        case .news: settings.news.count
        case .photos: settings.photos.count
        case .channels: settings.channels.count
        case .holidays: settings.declared.holidays.count
        default: nil
        }
    }

    /// The same that `khamrong settings export` writes.
    private static func file(_ visit: Visit) -> Response {
        let document = SettingsDocument(visit.settings, on: visit.now.local.date)
        var response = Response.bytes(Array(document.text.utf8), .json)
        response.setDisposition(fileName: "\(visit.office.code)-settings.json")
        return response
    }
}
