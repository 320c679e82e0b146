internal import HTTP
internal import Markup
internal import Vault
internal import Workflow

/// Throwing away what was begun: asked first, since text and photos cannot be had back.
enum RemovalPage {
    static func question(_ visit: FilingVisit) -> Answer {
        let caller = visit.visit
        let filing = visit.filing
        let title = caller.say("ลบเรื่องที่ยังไม่ได้ส่ง", "Remove what is not sent yet")
        var page = Page(title) {
            h1 { title }
            p { strong { Parts.written(UnfinishedList.name(of: filing, caller), caller) } }
            p {
                filing.files.isEmpty
                    ? caller.say(
                        "ข้อความที่กรอกไว้จะถูกลบและเรียกคืนไม่ได้",
                        "What was entered is deleted and cannot be had back.")
                    : caller.say(
                        "ข้อความที่กรอกไว้และไฟล์ที่แนบ \(filing.files.count) ไฟล์จะถูกลบและเรียกคืนไม่ได้",
                        "What was entered and the \(filing.files.count) files are deleted and "
                            + "cannot be had back.")
            }
            caller.form(to: caller.path("filings", filing.id.text, "remove")) {
                Parts.actions {
                    Controls(caller).submit(
                        caller.say("ลบเรื่องนี้", "Remove it"), class: "button danger")
                    Parts.link(back(caller), caller.say("ไม่ลบ กลับไป", "No, go back"))
                }
            }
        }
        page.back = back(caller)
        return .page(page)
    }

    static func remove(_ visit: FilingVisit) throws -> Answer {
        try visit.visit.office.filings.finish(visit.filing.id, for: visit.visit.account)
        return .go(back(visit.visit) + "?done=removed")
    }

    private static func back(_ visit: Visit) -> String {
        visit.path(visit.session == nil ? "services" : "cases")
    }

    /// On the page that it led to.
    static func note(_ visit: Visit) -> HTML? {
        guard visit.request.query["done"] == "removed" else { return nil }
        return div(.class("note good"), .role("status")) {
            p { visit.say("ลบเรื่องที่ยังไม่ได้ส่งแล้ว", "What was not sent is removed.") }
        }
    }
}
