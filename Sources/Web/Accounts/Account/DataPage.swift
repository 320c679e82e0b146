internal import Entries
internal import Events
internal import HTTP
internal import Markup
internal import Rules
internal import Workflow

/// One's own data: to see, to take along, to have put right, to have erased.
enum DataPage {
    static func add(to routes: inout PageRoutes) {
        routes.page("/account/data", .citizen) { try page($0) }
        routes.get("/account/data.json", .citizen) { .response(try json($0)) }
        routes.get("/account/data.zip", .citizen, lane: .slow) { .response(try zip($0)) }
        routes.get("/account/data.pdf", .citizen, lane: .slow) {
            .response(try DataPaper.response($0))
        }
    }

    private static func json(_ visit: Visit) throws -> Response {
        let mine = try visit.mine()
        let data = try MyData(of: mine.account, mine.person, visit)
        var response = Response.bytes(data.encoded(), .json)
        response.headers["Cache-Control"] = "no-store"
        response.setDisposition(fileName: "my-data.json")
        return response
    }

    /// The same data, each case with its texts, and the files.
    private static func zip(_ visit: Visit) throws -> Response {
        let mine = try visit.mine()
        let bytes = try MyData.zip(of: mine.account, mine.person, visit)
        var response = Response.bytes(bytes, MediaType(essence: "application/zip"))
        response.headers["Cache-Control"] = "private, no-store"
        response.setDisposition(fileName: "my-data.zip")
        return response
    }

    private static func page(_ visit: Visit) throws -> Page {
        let mine = try visit.mine()
        let data = try MyData(of: mine.account, mine.person, visit)
        let title = visit.say("สำเนาข้อมูลของฉัน", "A copy of my data")
        var page = Page(title) {
            Done.note(visit)
            h1 { title }
            p {
                visit.say(
                    "ทุกอย่างที่หน่วยงานเก็บไว้เกี่ยวกับท่าน",
                    "Everything that the office holds about you.")
            }
            Parts.actions {
                Parts.link(
                    visit.path("account", "data.zip"),
                    visit.say(
                        "ดาวน์โหลดทั้งหมดพร้อมไฟล์ (ZIP)", "Download everything with files (ZIP)"),
                    class: "button")
                Parts.link(
                    visit.path("account", "data.pdf"),
                    visit.say("ดาวน์โหลด (PDF)", "Download (PDF)"), class: "button second")
                Parts.link(
                    visit.path("account", "data.json"),
                    visit.say("ดาวน์โหลด (JSON)", "Download (JSON)"),
                    class: "button second")
            }
            h2 { visit.say("ตัวตนและการติดต่อ", "Who I am and how to reach me") }
            p {
                Parts.link(
                    visit.path("account", "profile"),
                    visit.say("ดูและขอแก้ไขข้อมูลของฉัน", "See and correct my details"))
            }
            h2 { visit.say("สิ่งที่ยอมรับไว้", "What I agreed to") }
            Parts.rows(agreements(data, visit))
            h2 { visit.say("คำร้อง", "Cases") }
            cases(data, visit)
            h2 { visit.say("ประวัติบัญชี", "History of the account") }
            ol(.class("timeline")) {
                for event in data.events {
                    li {
                        Parts.moment(event.at, visit)
                        event.meaning
                    }
                }
            }
            h2 { visit.say("สิทธิของฉัน", "My rights") }
            rights(visit)
        }
        page.back = visit.path("account")
        return page
    }

    private static func agreements(
        _ data: MyData, _ visit: Visit
    ) -> [(label: String, value: HTML, change: HTML?)] {
        let version = visit.say("ฉบับที่ ", "version ")
        var rows: [(label: String, value: HTML, change: HTML?)] = [
            (visit.say("ข้อตกลงและเงื่อนไข", "Terms"), .text("\(version)\(data.terms)"), nil),
            (
                visit.say("ประกาศความเป็นส่วนตัว", "Privacy notice"),
                .text("\(version)\(data.notice)"), nil
            ),
        ]
        for consent in data.consents {
            let text = visit.settings.consents[consent.purpose].map { visit.language($0.text) }
            rows.append((text ?? consent.purpose, .text("\(version)\(consent.version)"), nil))
        }
        return rows
    }

    private static func cases(_ data: MyData, _ visit: Visit) -> HTML {
        guard !data.cases.isEmpty else { return p { visit.say("ยังไม่มี", "None yet") } }
        return ul {
            for item in data.cases {
                li {
                    Parts.link(visit.path("cases", item.number), item.number)
                    " · "
                    Parts.moment(item.enteredAt, visit)
                }
            }
        }
    }

    private static func rights(_ visit: Visit) -> HTML {
        ul {
            li {
                Parts.link(
                    visit.path("account", "viewings"),
                    visit.say("ดูว่าใครเปิดดูข้อมูลของฉัน", "See who looked at my data"))
            }
            li {
                Parts.link(
                    visit.path("account", "access"),
                    visit.say(
                        "ขอให้หน่วยงานตอบว่าเก็บข้อมูลใดของฉันไว้",
                        "Have the office answer what it holds about me"))
            }
            li {
                Parts.link(
                    visit.path("account", "profile", "correct"),
                    visit.say("ขอแก้ไขข้อมูลที่ไม่ถูกต้อง", "Correct what is wrong"))
            }
            li {
                Parts.link(
                    visit.path("account", "erasure"),
                    visit.say("ขอให้ลบข้อมูลของฉัน", "Ask to erase my data"))
            }
        }
    }
}
