internal import Entries
internal import Events
internal import HTTP
internal import Markup
internal import Rules
internal import Workflow

/// A new password for a guest's case: it goes to the address that the filing named, to no other.
enum NewPasswordPage {
    static func add(to routes: inout PageRoutes) {
        routes.page("/track/code/forgot") { page($0) }
        // A password that is set anew takes a commit: nobody learns from the clock that it was.
        routes.post("/track/code/forgot") { visit in try Evenly.answer { try answer(visit) } }
    }

    private static func page(_ visit: Visit, issues: Issues = Issues()) -> Page {
        let title = visit.say("ขอรหัสผ่านใหม่", "Get a new password")
        var page = Page(title) {
            issues.summary(visit.language)
            h1 { title }
            p {
                visit.say(
                    "รหัสผ่านเดิมจะใช้ไม่ได้ รหัสใหม่ส่งไปยังอีเมลที่แจ้งไว้ตอนยื่นเรื่อง",
                    "The old one will no longer work. The new one goes to the e-mail address that "
                        + "was given when filing.")
            }
            visit.form(to: visit.path("track", "code", "forgot")) {
                Once.input
                CodePage.code(visit, issues)
                Controls(visit, issues).text(
                    "email", visit.say("อีเมล", "E-mail"), value: visit.request.form["email"],
                    type: "email", autocomplete: "email")
                Parts.actions {
                    Controls(visit).submit(visit.say("ส่งรหัสผ่านใหม่", "Send a new password"))
                }
            }
        }
        page.back = visit.path("track", "code")
        page.mark(issues)
        return page
    }

    private static func answer(_ visit: Visit) throws -> Answer {
        var issues = Issues()
        let typed = CodePage.key(visit)
        if typed.isEmpty { issues.add("code", "กรอกรหัสติดตาม", "Enter the code") }
        var email: EmailAddress?
        do throws(EmailRefusal) {
            email = try EmailAddress(ThaiText.trimmed(visit.request.form["email"] ?? ""))
        } catch {
            issues.add("email", error.wording)
        }
        guard issues.isEmpty, let email else { return .page(page(visit, issues: issues)) }
        let waits = [
            visit.memory.resetNetworks.take(visit.network, at: visit.now),
            visit.memory.newPasswords.take(typed, at: visit.now),
        ]
        if let seconds = waits.compactMap({ $0 }).max() {
            return .page(TrackingPages.tooMany(visit, seconds))
        }
        if let file = try guestCase(typed, email, visit) {
            var draft = visit.draft(
                .resetTracking(.init(tracking: .code, via: .recovery)), in: file)
            draft.idempotencyKey = Once.key("tracking", visit.request.form)
            if let objection = visit.objection(to: visit.office.perform(draft)) {
                issues.add("main", objection)
                return .page(page(visit, issues: issues))
            }
        }
        return .page(sent(visit))
    }

    private static func guestCase(
        _ typed: String, _ email: EmailAddress, _ visit: Visit
    ) throws -> CaseFile? {
        guard let number = try visit.number(trackedBy: typed),
            let file = try visit.office.office.file(of: number), !file.petition.isErased,
            file.petition.tracking == .code,
            let kept = file.petitioner?.email.flatMap({ try? EmailAddress($0) }),
            kept.key == email.key
        else { return nil }
        return file
    }

    /// The same whether there is such a case or not.
    private static func sent(_ visit: Visit) -> Page {
        let title = visit.say("ส่งรหัสผ่านใหม่แล้ว", "A new password is on its way")
        var page = Page(title) {
            h1 { title }
            p {
                visit.say(
                    "หากรหัสติดตามและอีเมลตรงกับที่แจ้งไว้ รหัสผ่านใหม่จะถึงอีเมลนั้นในไม่กี่นาที",
                    "If the code and the address are those of a case, the new password will be "
                        + "there in a few minutes.")
            }
            Parts.actions {
                Parts.link(
                    visit.path("track", "code"), visit.say("ติดตามด้วยรหัส", "Follow by code"),
                    class: "button")
            }
        }
        page.back = visit.path("track", "code")
        return page
    }
}
