internal import Entries
internal import Events
internal import HTTP
internal import Markup
internal import Projections
internal import Rules
internal import Workflow

/// The office's first page: what can be done here, how the office does, what is new.
enum HomePages {
    static func add(to routes: inout PageRoutes) {
        routes.page("") { try home($0) }
        routes.page("/news/{news}") { try news($0) }
    }

    private static func home(_ visit: Visit) throws -> Page {
        let figures = try visit.office.figures.now()
        let isDemo = visit.settings.office?.isSimulated ?? false
        let demo = isDemo ? try demo(visit) : nil
        let unfinished = try UnfinishedList.reminder(visit)
        var page = Page(visit.say("หน้าแรก", "Home")) {
            h1 { visit.name }
            if let demo { demo }
            unfinished
            doors(visit)
            OfficeFigures.section(figures, visit)
            newsList(visit)
            soon(visit)
        }
        page.isNarrow = false
        return page
    }

    private static func demo(_ visit: Visit) throws -> HTML {
        let showsMessages = try visit.office.showsMessages
        return Parts.note {
            p {
                visit.say(
                    "นี่คือหน่วยงานสาธิต ทุกคนและทุกเรื่องในนี้เป็นเรื่องสมมติ",
                    "This is a demonstration. Everybody and everything here is made up.")
                if showsMessages {
                    " "
                    a(.href(visit.path("messages"))) {
                        visit.say("ดูอีเมลที่ระบบส่ง", "See the e-mails that it sends")
                    }
                }
            }
        }
    }

    /// The three things that people come for.
    private static func doors(_ visit: Visit) -> HTML {
        ul(.class("cards")) {
            door(
                visit.path("services"), visit.say("แจ้งคำร้อง/ร้องเรียน", "File a petition"),
                visit.say(
                    "ขอรับบริการ ร้องเรียน ร้องทุกข์ หรือเสนอแนะ",
                    "Request a service, complain, ask for relief or suggest"))
            door(
                visit.path("track"), visit.say("ตรวจสอบผลดำเนินการ", "Follow a case"),
                visit.say(
                    "ใช้เลขคำร้อง หรือรหัสที่ได้รับ", "With its number, or the code you were given"))
            door(
                visit.path("survey"), visit.say("ประเมินความพึงพอใจ", "Rate us"),
                visit.say("บอกเราว่าบริการเป็นอย่างไร", "Tell us how we did"))
        }
    }

    private static func door(_ target: String, _ title: String, _ text: String) -> HTML {
        li(.class("card lift")) {
            h2 { a(.href(target)) { title } }
            p { text }
        }
    }

    private static func newsList(_ visit: Visit) -> HTML? {
        let today = visit.now.local.date
        let current = visit.settings.news.values
            .filter { $0.until.map { $0 >= today } ?? true }
            .sorted { $0.news > $1.news }
        guard !current.isEmpty else { return nil }
        return section {
            h2 { visit.say("ข่าวประชาสัมพันธ์", "News") }
            ul {
                for item in current.prefix(5) {
                    li { a(.href(visit.path("news", item.news))) { visit.language(item.title) } }
                }
            }
        }
    }

    private static func news(_ visit: Visit) throws -> Page {
        let item = try visit.request.parameter("news") { visit.settings.news[$0] }
        var page = Page(visit.language(item.title)) {
            h1 { visit.language(item.title) }
            for paragraph in visit.language(item.body).split(separator: "\n") {
                p { String(paragraph) }
            }
        }
        page.back = visit.path()
        return page
    }

    /// Services that are announced and not open yet: “เร็ว ๆ นี้”.
    private static func soon(_ visit: Visit) -> HTML? {
        let today = visit.now.local.date
        let coming = visit.settings.services.values.filter { service in
            guard !service.isWithdrawn, let announced = service.announced else { return false }
            return announced.opens.map { $0 > today } ?? announced.isSoon
        }.compactMap(\.newest).sorted { $0.code < $1.code }
        guard !coming.isEmpty else { return nil }
        return section {
            h2 { visit.say("เร็ว ๆ นี้", "Coming soon") }
            ul {
                for service in coming { li { visit.language(service.name) } }
            }
        }
    }
}
