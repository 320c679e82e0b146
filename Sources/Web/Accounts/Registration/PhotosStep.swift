internal import Events
internal import HTTP
internal import Markup
internal import Rules
internal import Vault
internal import Workflow

/// The last step of registering: photos of the card, crossed through as soon as they have come.
enum PhotosStep {
    static func add(to routes: inout PageRoutes) {
        routes.get("/register/photos") { visit in
            try step(visit) { .page(page($0)) }
        }
        routes.get("/register/photos/{code}") { visit in
            try step(visit) { .response(try photo($0)) }
        }
        routes.post("/register/photos", body: IdentityPhotos.body(), lane: .slow) { visit in
            try step(visit) { try take($0) }
        }
    }

    private static func step(
        _ visit: Visit, _ body: (RegistrationVisit) throws -> Answer
    ) throws -> Answer {
        try RegistrationSteps.step(visit) { registration in
            guard registration.said.hasDetails else {
                return .go(visit.path("register", "details"))
            }
            return try body(registration)
        }
    }

    private static func isEvidenceRequired(_ visit: Visit) -> Bool {
        visit.settings.registration?.isEvidenceRequired ?? false
    }

    /// What was crossed, to look at: only who sent it gets to see it.
    private static func photo(_ registration: RegistrationVisit) throws -> Response {
        let visit = registration.visit
        guard let file = registration.photo(visit.request.parameters["code"] ?? "") else {
            throw HTTP.Refusal.notFound
        }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(file.size)
        try visit.office.filings.openFile(file.number, of: registration.filing.id, for: nil) {
            piece in
            for index in piece.indices { bytes.append(piece[index]) }
        }
        return PhotoRoom.response(bytes)
    }

    private static func take(_ now: RegistrationVisit) throws -> Answer {
        var registration = now
        let visit = registration.visit
        var issues = Issues()
        let act = visit.request.form["act"]
        if act == "skip", !isEvidenceRequired(visit) {
            try registration.dropPhotos()
            return try finish(registration)
        }
        do {
            for photo in visit.settings.photos {
                guard let copy = try IdentityPhotos.crossed(photo, visit, &issues) else { continue }
                try registration.keep(copy, as: photo.code)
            }
        } catch FilingError.gone {
            return .go(visit.path("register", "photos"))
        }
        if issues.isEmpty, act == "save" { return registration.go(to: "photos") }
        for photo in visit.settings.photos
        where photo.isRequired && registration.photo(photo.code) == nil {
            IdentityPhotos.addMissing(photo, &issues)
        }
        guard issues.isEmpty else { return .page(page(registration, issues)) }
        return try finish(registration)
    }

    private static func finish(_ registration: RegistrationVisit) throws -> Answer {
        switch try Registering.register(registration) {
        case .done(let answer): return answer
        case .issues(let issues):
            // The number or the address is another's now: that is put right on the page before.
            if issues["main"] != nil { return .page(page(registration, issues)) }
            return .page(DetailsStep.page(registration, registration.said.typed, issues))
        }
    }

    private static func page(
        _ registration: RegistrationVisit, _ issues: Issues = Issues()
    ) -> Page {
        let visit = registration.visit
        let title = visit.say("ยืนยันตัวตน", "Prove who you are")
        let controls = Controls(visit, issues)
        var page = Page(title) {
            issues.summary(visit.language)
            h1 {
                RegistrationSteps.caption(3, visit)
                title
            }
            p {
                visit.say(
                    "ระบบขีดคร่อมภาพทุกภาพทันทีที่ได้รับ และเก็บเฉพาะภาพที่ขีดคร่อมแล้ว",
                    "Each photo is crossed through as soon as it comes; only that copy is kept.")
            }
            RegistrationSteps.kept(visit)
            visit.form(to: visit.path("register", "photos"), files: true) {
                for photo in visit.settings.photos { item(photo, registration, controls) }
                Parts.actions {
                    button(.class("button"), .type("submit"), .name("act"), .value("finish")) {
                        visit.say("ลงทะเบียน", "Register")
                    }
                    button(
                        .class("button second"), .type("submit"), .name("act"), .value("save")
                    ) { visit.say("บันทึกภาพและดูก่อน", "Save the photos and look first") }
                    if !isEvidenceRequired(visit) {
                        button(
                            .class("button plain"), .type("submit"), .name("act"), .value("skip")
                        ) { visit.say("ข้ามไปก่อน ส่งภาพภายหลัง", "Skip, and send them later") }
                    }
                }
            }
        }
        page.back = visit.path("register", "details")
        page.mark(issues)
        return page
    }

    private static func item(
        _ photo: EvidencePhoto, _ registration: RegistrationVisit, _ controls: Controls
    ) -> HTML {
        let visit = registration.visit
        let sent = registration.photo(photo.code)
        var html = HTML()
        if let sent {
            html.append(
                figure {
                    img(
                        .src(
                            visit.path("register", "photos", photo.code) + "?n=\(sent.number)"),
                        Attribute("alt", visit.say("สำเนาที่ขีดคร่อม", "The crossed copy")),
                        Attribute("width", "320"))
                    figcaption {
                        visit.say("ได้รับและขีดคร่อมแล้ว: ", "Received and crossed: ")
                            + visit.language(photo.label)
                    }
                })
        }
        html.append(IdentityPhotos.control(photo, controls, isSent: sent != nil, visit))
        return html
    }
}
