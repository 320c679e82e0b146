internal import Entries
internal import HTTP
internal import Markup
internal import Vault
internal import Workflow

/// The code that came by e-mail is typed; a link leads past this step.
enum CodeStep {
    static func add(to routes: inout PageRoutes) {
        for prefix in ResetDoor.prefixes {
            routes.get("\(prefix)/forgot/code") { visit in
                try step(visit) { _, code in .page(page(visit, code)) }
            }
            routes.post("\(prefix)/forgot/code") { visit in try take(visit) }
            routes.post("\(prefix)/forgot/again") { visit in
                try Evenly.answer {
                    try step(visit) { reset, _ in try ForgottenPages.ask(reset.person, visit) }
                }
            }
        }
        routes.get("/reset/{token}") { try follow($0) }
    }

    /// What the visitor has in hand and what of it is still good.
    static func step(
        _ visit: Visit, _ body: (ResetInHand, OneTimeCode) throws -> Answer
    ) throws -> Answer {
        let door = ResetDoor(visit)
        guard let reset = door.memory.find(visit.visitor, at: visit.now) else {
            return .go(door.path())
        }
        if reset.isDone { return .go(door.done) }
        guard
            let code = try visit.office.passwordResets().state(reset.person, at: visit.now)
        else { return .page(Countdown.over(visit)) }
        return try body(reset, code)
    }

    private static func take(_ visit: Visit) throws -> Answer {
        try step(visit) { reset, code in
            let typed = Typed(visit.request.form)["code"]
            var issues = Issues()
            guard !typed.isEmpty else {
                issues.add("code", "กรอกรหัส 6 หลักจากอีเมล", "Enter the six digits from the e-mail")
                return .page(page(visit, code, issues))
            }
            switch try visit.office.passwordResets().check(
                typed, of: reset.person, at: visit.now)
            {
            case .right:
                var next = reset
                next.code = typed
                let door = ResetDoor(visit)
                door.memory.keep(next, of: visit.visitor, at: visit.now)
                return .go(door.path("password"))
            case .wrong(let left):
                issues.add(
                    "code", "รหัสไม่ถูกต้อง ตรวจรหัสที่ Ref: \(code.reference) กรอกได้อีก \(left) ครั้ง",
                    "The code is not right. Look for Ref: \(code.reference). \(left) tries left")
                return .page(page(visit, code, issues))
            case .dead: return .page(Countdown.over(visit))
            }
        }
    }

    /// From a link: the token is kept here and leaves the address; looking spends nothing.
    private static func follow(_ visit: Visit) throws -> Answer {
        let token = visit.request.parameters["token"] ?? ""
        guard
            let code = try visit.office.passwordResets().state(token: token, at: visit.now)
        else { return .page(Countdown.over(visit)) }
        visit.memory.resets.keep(
            ResetInHand(
                person: PasswordResets.Person(typed: "", account: code.account), code: token),
            of: visit.visitor, at: visit.now)
        return .go(visit.path("forgot", "password"))
    }

    private static func page(
        _ visit: Visit, _ code: OneTimeCode, _ issues: Issues = Issues()
    ) -> Page {
        let isLink = code.manner == .link
        let title =
            isLink
            ? visit.say("เปิดลิงก์จากอีเมล", "Open the link from your e-mail")
            : visit.say("กรอกรหัสจากอีเมล", "Enter the code from your e-mail")
        let controls = Controls(visit, issues)
        var page = Page(title) {
            issues.summary(visit.language)
            h1 { title }
            p {
                visit.say(
                    "หากมีบัญชีนี้และมีอีเมล เราส่งข้อความไปแล้ว ในข้อความมี Ref: ",
                    "If there is such an account with an e-mail, a message is on its way. It "
                        + "says Ref: ")
                strong { code.reference }
            }
            Countdown.html(code, visit)
            if !isLink {
                visit.form(to: ResetDoor(visit).path("code")) {
                    controls.text(
                        "code", visit.say("รหัส 6 หลัก", "Six digits"), value: nil, width: "w5",
                        autocomplete: "one-time-code", inputmode: "numeric")
                    Parts.actions {
                        controls.submit(visit.say("ตรวจรหัส", "Check the code"))
                    }
                }
            }
            h2 { visit.say("ไม่ได้รับข้อความ", "No message came") }
            again(code, visit)
        }
        page.back = ResetDoor(visit).path()
        page.mark(issues)
        return page
    }

    private static func again(_ code: OneTimeCode, _ visit: Visit) -> HTML {
        let wait = code.resend.milliseconds - visit.now.milliseconds
        if wait > 0 {
            let seconds = (wait + 999) / 1000
            return p {
                visit.say(
                    "ดูในกล่องจดหมายขยะ หรือรอ \(seconds) วินาทีแล้วเปิดหน้านี้ใหม่เพื่อขอรหัสอีกครั้ง",
                    "Look among the spam, or wait \(seconds) s and reload this page to ask again.")
            }
        }
        return visit.form(to: ResetDoor(visit).path("again")) {
            Parts.actions {
                button(.class("button second"), .type("submit")) {
                    visit.say("ส่งอีกครั้ง", "Send it again")
                }
            }
        }
    }
}
