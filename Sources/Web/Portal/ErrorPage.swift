internal import Events
internal import HTTP
internal import Markup
internal import Rules
internal import Workflow

/// What is said when a page cannot be shown: what happened and what to do, never more.
enum ErrorPage {
    static func page(_ refusal: HTTP.Refusal, _ visit: Visit) -> Page {
        if refusal == .notFound, visit.isStrangerAtCase {
            return ExpiredForm.kept(visit) ?? closedCase(visit)
        }
        let isShutOut = refusal == .refused(.forbidden) && visit.isAtDesk
        let officer = isShutOut ? visit.officer : nil
        let words = officer == nil ? words(refusal) : shutOut(visit)
        var page = Page(visit.language(words.title)) {
            h1 { visit.language(words.title) }
            p { visit.language(words.advice) }
            // A case that has gone to another unit takes nothing along that was typed meanwhile.
            if visit.request.method == .post, visit.isAtDesk, visit.officer != nil {
                UnsentPages.typed(visit.request.form, visit)
            }
            p {
                if let officer {
                    Parts.link(
                        visit.deskHome(of: officer),
                        visit.say("กลับไปที่งานของท่าน", "Back to your work"))
                } else {
                    wayOn(refusal, visit.request, home: visit.path(), visit.language)
                }
            }
        }
        page.status = refusal.status
        if case .busy(let seconds) = refusal { page.retryAfterSeconds = seconds }
        return page
    }

    /// What an officer hears who may not open a page of the desk: whose the case is, or that it is
    /// no page for his roles. A confidential case out of sight is not refused but not found.
    private static func shutOut(_ visit: Visit) -> (title: Wording, advice: Wording) {
        let title = Wording(thai: "เปิดหน้านี้ไม่ได้", english: "You cannot open this page")
        guard let number = visit.request.parameters["number"],
            let petition = try? visit.office.office.file(of: number)?.petition,
            !petition.isConfidential
        else {
            return (
                title,
                Wording(
                    thai: "หน้าที่ของท่านไม่มีสิทธิ์เปิดหน้านี้ หากต้องใช้ ติดต่อผู้ดูแลระบบ",
                    english: "Your roles do not open it. Ask the administrator if you need it.")
            )
        }
        let unit = CaseWords.department(petition.department, visit) ?? ""
        return (
            title,
            Wording(
                thai: "คำร้อง \(number) อยู่กับหน่วยงาน\(unit) ท่านเห็นเฉพาะเรื่องของหน่วยงานท่าน "
                    + "หากเป็นงานของท่าน ขอให้หน่วยงานนั้นส่งต่อ",
                english: "\(number) is with \(unit). You see the cases of your own unit: ask that "
                    + "one to forward it if it is yours.")
        )
    }

    /// Whoever is not logged in cannot open a case by its number, whether there is such a case or
    /// not: the page says how its petitioner comes to it, and nothing of the case.
    private static func closedCase(_ visit: Visit) -> Page {
        let title = visit.say("ต้องแสดงตัวก่อนดูเรื่องนี้", "Show who you are to see this case")
        var page = Page(title) {
            h1 { title }
            p {
                visit.say(
                    "หากเป็นเรื่องของท่าน เข้าสู่ระบบด้วยบัญชีที่ใช้ยื่น หรือติดตามด้วยเลขที่คำร้อง",
                    "If it is yours, log in with the account that filed it, or follow it by its number."
                )
            }
            Parts.actions {
                Parts.link(
                    visit.login(thenTo: visit.request.path.text),
                    visit.say("เข้าสู่ระบบ", "Log in"), class: "button")
                Parts.link(
                    visit.path("track"), visit.say("ติดตามเรื่อง", "Follow a case"),
                    class: "button second")
            }
        }
        page.status = .notFound
        return page
    }

    /// The log names a file that does not lie in the office's directory.
    static func missingFile(_ visit: Visit) -> Page {
        let title = visit.say("ไม่พบไฟล์นี้ในระบบ", "The file is not there")
        var page = Page(title) {
            h1 { title }
            p {
                visit.say(
                    "ระบบมีบันทึกว่าเคยรับไฟล์นี้ แต่ไม่พบตัวไฟล์ ข้อมูลส่วนอื่นยังอยู่ครบ "
                        + "ย้อนกลับเพื่อดูส่วนอื่น หรือแจ้งสำนักงาน",
                    "It is recorded that the file came, but the file itself is not found. "
                        + "Everything else is there. Go back, or tell the office.")
            }
            p { Parts.link(visit.path(), visit.say("ไปหน้าแรก", "Go to the first page")) }
        }
        page.status = .notFound
        return page
    }

    /// Without any office around it.
    static func plain(
        _ refusal: HTTP.Refusal, _ request: HTTP.Request?, _ language: Language
    ) -> Response {
        let words = words(refusal)
        var response = PlainDocument.response(language(words.title), language) {
            h1 { language(words.title) }
            p { language(words.advice) }
            p { wayOn(refusal, request, home: "/", language) }
        }
        response.status = refusal.status
        return response
    }

    private static func tooLargeTitle(_ refusal: HTTP.Refusal) -> Wording {
        switch refusal {
        case .tooLarge(.file, limit: _) where mostFiles(refusal) != nil:
            Wording(thai: "เลือกไฟล์มากเกินไป", english: "Too many files at a time")
        case .tooLarge(.file, limit: _):
            Wording(thai: "ไฟล์ใหญ่เกินไป", english: "The file is too large")
        case .tooLarge(.form, limit: _):
            Wording(thai: "ข้อความยาวเกินไป", english: "The text is too long")
        default:
            Wording(thai: "ส่งมามากเกินไป", english: "Too much was sent")
        }
    }

    /// A form that was too large to be read is led back to; all else to the first page.
    private static func wayOn(
        _ refusal: HTTP.Refusal, _ request: HTTP.Request?, home: String, _ language: Language
    ) -> HTML {
        if refusal.status == .contentTooLarge, let form = request?.path.text {
            return Parts.link(form, language("กลับไปที่แบบฟอร์ม", "Back to the form"))
        }
        return Parts.link(home, language("ไปหน้าแรก", "Go to the first page"))
    }

    /// How many files were too many in one go; nil where they were not.
    private static func mostFiles(_ refusal: HTTP.Refusal) -> Int? {
        // Of a file, a limit below a megabyte counts files.
        guard case .tooLarge(.file, let limit) = refusal, limit < 1 << 20 else { return nil }
        return limit
    }

    private static func tooLarge(_ refusal: HTTP.Refusal) -> Wording {
        if let most = mostFiles(refusal) {
            return Wording(
                thai: "เลือกได้ครั้งละไม่เกิน \(most) ไฟล์ ยังไม่มีการบันทึก แบ่งส่งเป็นหลายครั้ง",
                english: "Choose \(most) files or fewer at a time. Nothing was saved: send them "
                    + "in several goes.")
        }
        if case .tooLarge(.form, limit: _) = refusal {
            return Wording(
                thai: "ยังไม่มีการบันทึก ย้อนกลับแล้วตัดข้อความให้สั้นลง หรือแนบเป็นไฟล์",
                english: "Nothing was saved. Go back and shorten the text, or attach it as a file.")
        }
        guard case .tooLarge(let part, let limit) = refusal, limit >= 1 << 20 else {
            return Wording(
                thai: "ยังไม่มีการบันทึก ย้อนกลับ ส่งให้น้อยลง แล้วลองอีกครั้ง",
                english: "Nothing was saved. Go back, send less and try again.")
        }
        let size = "\(limit >> 20) MB"
        return part == .file
            ? Wording(
                thai: "ไฟล์ละไม่เกิน \(size) ยังไม่มีการบันทึก เลือกไฟล์ที่เล็กลงแล้วส่งอีกครั้ง",
                english: "A file may have \(size). Nothing was saved: choose a smaller one.")
            : Wording(
                thai: "ข้อความและไฟล์รวมกันได้ไม่เกิน \(size) ยังไม่มีการบันทึก "
                    + "ตัดข้อความให้สั้นลง เลือกไฟล์ที่เล็กลง หรือส่งทีละไฟล์",
                english: "Text and files together may have \(size). Nothing was saved: "
                    + "shorten the text, choose smaller files, or send them one by one.")
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
        case .contentTooLarge: (tooLargeTitle(refusal), tooLarge(refusal))
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
        case .badRequest:
            (
                Wording(thai: "เปิดที่อยู่นี้ไม่ได้", english: "This address cannot be opened"),
                Wording(
                    thai: "ที่อยู่เว็บหรือแบบฟอร์มที่ส่งมาไม่ครบหรือมีตัวอักษรที่อ่านไม่ได้ ยังไม่มีการบันทึก "
                        + "เริ่มจากหน้าแรกแล้วลองอีกครั้ง",
                    english: "The address or the form that came is broken or cannot be read. "
                        + "Nothing was saved. Start from the first page and try again.")
            )
        case .methodNotAllowed:
            (
                Wording(thai: "เปิดหน้านี้โดยตรงไม่ได้", english: "This page cannot be opened by itself"),
                Wording(
                    thai: "หน้านี้เปิดได้จากแบบฟอร์มเท่านั้น ยังไม่มีการบันทึก เริ่มจากหน้าแรกแล้วทำตามขั้นตอน",
                    english: "It is reached by sending a form. Nothing was saved. Start from the "
                        + "first page and follow the steps.")
            )
        default:
            (
                Wording(thai: "คำขอไม่ถูกต้อง", english: "The request is not valid"),
                Wording(
                    thai: "ยังไม่มีการบันทึก ย้อนกลับแล้วลองอีกครั้ง",
                    english: "Nothing was saved. Go back and try again.")
            )
        }
    }
}

extension Visit {
    /// Whether a page of some case was asked for by somebody who is not logged in.
    fileprivate var isStrangerAtCase: Bool {
        session == nil && request.parameters["number"] != nil
            && request.path.text.hasPrefix(path("cases") + "/")
    }
}
