internal import Events
internal import HTTP
internal import Markup

/// What is said when a page cannot be shown: what happened and what to do, never more.
enum ErrorPage {
    static func page(_ refusal: HTTP.Refusal, _ visit: Visit) -> Page {
        let words = words(refusal)
        var page = Page(visit.language(words.title)) {
            h1 { visit.language(words.title) }
            p { visit.language(words.advice) }
            // A case that has gone to another unit takes nothing along that was typed meanwhile.
            if visit.request.method == .post, visit.isAtDesk, visit.officer != nil {
                UnsentPages.typed(visit.request.form, visit)
            }
            p { Parts.link(visit.path(), visit.say("ไปหน้าแรก", "Go to the first page")) }
        }
        page.status = refusal.status
        return page
    }

    /// A form that was shown too long ago, or not by us.
    static func staleForm(_ visit: Visit) -> Page {
        let title = visit.say("หน้านี้หมดอายุแล้ว", "This page has expired")
        var page = Page(title) {
            h1 { title }
            p {
                visit.say(
                    "ยังไม่มีการบันทึก ย้อนกลับ โหลดหน้าใหม่ แล้วส่งอีกครั้ง",
                    "Nothing was saved. Go back, reload the page and send it again.")
            }
            p { Parts.link(visit.path(), visit.say("ไปหน้าแรก", "Go to the first page")) }
        }
        page.status = .forbidden
        return page
    }

    /// Without any office around it.
    static func plain(_ refusal: HTTP.Refusal, _ language: Language) -> Response {
        let words = words(refusal)
        var response = PlainDocument.response(language(words.title), language) {
            h1 { language(words.title) }
            p { language(words.advice) }
            p { Parts.link("/", language("ไปหน้าแรก", "Go to the first page")) }
        }
        response.status = refusal.status
        return response
    }

    private static func words(_ refusal: HTTP.Refusal) -> (title: Wording, advice: Wording) {
        switch refusal.status {
        case .notFound:
            (
                Wording(thai: "ไม่พบหน้านี้", english: "Page not found"),
                Wording(
                    thai: "ตรวจสอบที่อยู่เว็บอีกครั้ง หรือเริ่มจากหน้าแรก",
                    english: "Check the address, or start from the first page.")
            )
        case .contentTooLarge:
            (
                Wording(thai: "ไฟล์ใหญ่เกินไป", english: "The file is too large"),
                Wording(
                    thai: "ย้อนกลับ เลือกไฟล์ที่เล็กลง แล้วส่งอีกครั้ง",
                    english: "Go back, choose a smaller file and send it again.")
            )
        case .tooManyRequests:
            (
                Wording(thai: "ลองหลายครั้งเกินไป", english: "Too many tries"),
                Wording(
                    thai: "รอสักครู่แล้วลองใหม่", english: "Wait a while, then try again.")
            )
        case .serviceUnavailable, .requestTimeout:
            (
                Wording(thai: "ระบบมีผู้ใช้มากในขณะนี้", english: "The service is busy"),
                Wording(
                    thai: "ยังไม่มีการบันทึก ลองใหม่ในอีกสักครู่",
                    english: "Nothing was saved. Try again in a moment.")
            )
        case .internalServerError:
            (
                Wording(thai: "ระบบขัดข้อง", english: "Something went wrong"),
                Wording(
                    thai: "ลองใหม่ในอีกสักครู่ หากยังพบปัญหา โทรหาสำนักงาน",
                    english: "Try again in a moment. If it stays, call the office.")
            )
        case .forbidden:
            (
                Wording(thai: "เปิดหน้านี้ไม่ได้", english: "You cannot open this page"),
                Wording(
                    thai: "หน้านี้เป็นของผู้อื่น หรือต้องเข้าสู่ระบบก่อน",
                    english: "It belongs to somebody else, or you must log in first.")
            )
        default:
            (
                Wording(thai: "คำขอไม่ถูกต้อง", english: "The request is not valid"),
                Wording(
                    thai: "ย้อนกลับแล้วลองอีกครั้ง", english: "Go back and try again.")
            )
        }
    }
}
