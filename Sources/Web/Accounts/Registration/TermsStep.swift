internal import Events
internal import HTTP
internal import Markup
internal import Rules
internal import Vault
internal import Workflow

/// The first step of registering: the terms, which must be agreed to, and the privacy notice.
enum TermsStep {
    static func add(to routes: inout PageRoutes) {
        routes.get("/register") { visit in
            visit.session == nil ? .page(try page(visit)) : .go(visit.path("account"))
        }
        routes.post("/register") { try take($0) }
        routes.post("/register/discard") { visit in
            let target = visit.register(thenTo: visit.target(visit.request.form["next"]))
            guard let registration = try RegistrationVisit(visit) else { return .go(target) }
            return try registration.discard(leadingTo: target)
        }
    }

    private static func take(_ visit: Visit) throws -> Answer {
        guard visit.session == nil else { return .go(visit.path("account")) }
        guard visit.request.form["agree"] == "yes" else {
            var issues = Issues()
            issues.add(
                "agree", "ทำเครื่องหมายว่ายอมรับเงื่อนไขก่อนลงทะเบียน",
                "Tick that you accept the terms before you register")
            return .page(try page(visit, issues))
        }
        // Whoever comes back to this page loses nothing of what was typed behind it.
        if var registration = try RegistrationVisit(visit) {
            if !registration.isAgreed { try registration.agree() }
            return registration.go(to: "details")
        }
        if let seconds = visit.memory.beginnings.take(visit.network, at: visit.now) {
            return .page(TooManyTries.page(visit, seconds))
        }
        var answer = Response.redirect(to: visit.path("register", "details"))
        do {
            try RegistrationVisit.begin(
                visit, thenTo: visit.target(visit.request.form["next"]), &answer)
        } catch FilingError.full, FilingError.tooMany {
            throw HTTP.Refusal.busy(retryAfterSeconds: 60)
        }
        return .response(answer)
    }

    private static func page(_ visit: Visit, _ issues: Issues = Issues()) throws -> Page {
        let title = visit.say("ข้อตกลงและเงื่อนไขการให้บริการ", "Terms of service")
        let controls = Controls(visit, issues)
        let next = visit.target(visit.request.form["next"] ?? visit.request.query["next"])
        let providers = try ProviderPages.buttons(visit, thenTo: next)
        let begun = try unfinished(visit, thenTo: next)
        var page = Page(title) {
            issues.summary(visit.language)
            h1 {
                RegistrationSteps.caption(1, visit)
                title
            }
            begun
            if let terms = visit.settings.terms.last { paragraphs(visit.language(terms)) }
            h2 { visit.say("ประกาศความเป็นส่วนตัว", "Privacy notice") }
            if let notice = visit.settings.notices.last { paragraphs(visit.language(notice)) }
            visit.form(to: visit.path("register")) {
                Visit.carried(next)
                controls.agreement(
                    "agree", visit.say("ข้าพเจ้ายอมรับเงื่อนไข", "I accept the terms"),
                    isChecked: false)
                Parts.actions {
                    controls.submit(visit.say("ยอมรับและไปต่อ", "Accept and continue"))
                }
            }
            if let providers {
                p {
                    visit.say(
                        "หรือลงทะเบียนโดยไม่ต้องกรอกข้อมูลและถ่ายภาพบัตร",
                        "Or register without typing and without photos")
                }
                providers
            }
            p {
                visit.say("มีบัญชีแล้ว? ", "Registered already? ")
                Parts.link(visit.login(thenTo: next), visit.say("เข้าสู่ระบบ", "Log in"))
            }
        }
        page.back = visit.path()
        page.mark(issues)
        return page
    }

    /// What this device has begun and not finished.
    private static func unfinished(_ visit: Visit, thenTo next: String?) throws -> HTML? {
        guard let registration = try RegistrationVisit(visit), registration.isAgreed,
            registration.said.hasDetails
        else { return nil }
        let step = visit.settings.photos.isEmpty ? "details" : "photos"
        return Parts.note("warn") {
            p {
                visit.say(
                    "มีการลงทะเบียนที่กรอกค้างไว้ในเครื่องนี้",
                    "A registration was begun on this device and is not finished.")
            }
            Parts.actions {
                Parts.link(
                    visit.path("register", step), visit.say("ทำต่อ", "Go on"), class: "button")
                visit.form(to: visit.path("register", "discard")) {
                    Visit.carried(next)
                    button(.class("button plain"), .type("submit")) {
                        visit.say("ลบทิ้ง", "Throw it away")
                    }
                }
            }
        }
    }

    private static func paragraphs(_ text: String) -> HTML {
        var html = HTML()
        for paragraph in text.split(separator: "\n") { html.append(p { String(paragraph) }) }
        return html
    }
}
