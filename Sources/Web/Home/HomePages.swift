internal import Entries
internal import Events
internal import Markup
internal import Projections
internal import Rules
internal import Workflow

/// The office's first page: what can be done here, how the office does, what is new.
enum HomePages {
    static func add(to routes: inout PageRoutes) {
        routes.page("") { try home($0) }
    }

    private static func home(_ visit: Visit) throws -> Page {
        var page = Page(visit.say("หน้าแรก", "Home")) {
            h1 { visit.name }
            doors(visit)
        }
        page.isNarrow = false
        return page
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
}
