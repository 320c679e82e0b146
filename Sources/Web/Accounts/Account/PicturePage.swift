internal import Events
internal import HTTP
internal import Markup
internal import Pictures
internal import Rules
internal import Vault
internal import Workflow

/// The profile picture: a small square, written anew.
enum PicturePage {
    private static let edge = 256

    static func add(to routes: inout PageRoutes) {
        routes.page("/account/picture", .citizen) { page($0, try $0.mine()) }
        routes.get("/account/picture/image", .citizen) { .response(try image($0)) }
        routes.post(
            "/account/picture", .citizen,
            body: .upload(
                UploadLimits(
                    files: 1, bytesPerFile: IdentityPhotos.largestBytes,
                    bytesPerRequest: 100 << 20, letsLargeThrough: true)), lane: .slow
        ) { try take($0) }
    }

    /// The picture, if there is one.
    static func html(_ mine: Mine, _ visit: Visit) -> HTML? {
        guard mine.person.account.hasPicture else { return nil }
        return img(
            .class("avatar"),
            .src(
                visit.path("account", "picture", "image")
                    + "?v=\(mine.person.account.version)"),
            Attribute("alt", visit.say("รูปประจำตัว", "Profile picture")))
    }

    private static func take(_ visit: Visit) throws -> Answer {
        let mine = try visit.mine()
        var issues = Issues()
        if visit.request.form["act"] == "remove" {
            return try perform(.init(isRemoved: true), [], mine, visit)
        }
        guard let file = visit.request.files.first, file.byteCount > 0 || !file.name.isEmpty else {
            issues.add("picture", "เลือกภาพ", "Choose a picture")
            return .page(page(visit, mine, issues))
        }
        guard let picture = try PhotoRoom.picture(file, field: "picture", &issues) else {
            return .page(page(visit, mine, issues))
        }
        let sealed = try visit.seal(try picture.square(edge: edge).jpeg(), mine)
        let attachment = Attachment(
            name: "picture.jpg", mediaType: "image/jpeg", size: sealed.size, file: sealed.file,
            content: sealed.content)
        return try perform(.init(), [PlainSection(attachment)], mine, visit)
    }

    private static func perform(
        _ data: AccountEvent.ProfilePictureSet, _ sections: [PlainSection], _ mine: Mine,
        _ visit: Visit
    ) throws -> Answer {
        let outcome = visit.office.perform(
            visit.draft(.setProfilePicture(data), mine, sections: sections, once: "picture"))
        switch outcome {
        case .accepted, .refused(RequestRefusal.keyReused.code, _):
            return .go(Done.picture.path(visit))
        default:
            var issues = Issues()
            issues.add(outcome, visit)
            return .page(page(visit, mine, issues))
        }
    }

    private static func image(_ visit: Visit) throws -> Response {
        let mine = try visit.mine()
        guard mine.person.account.hasPicture,
            let event = mine.person.events.last(where: { event in
                if case .account(.profilePictureSet) = event.event { true } else { false }
            }),
            let file = try visit.office.office.section(Attachment.self, of: event)
        else { throw HTTP.Refusal.notFound }
        return PhotoRoom.response(try visit.unsealed(file.file, size: file.size, mine))
    }

    private static func page(_ visit: Visit, _ mine: Mine, _ issues: Issues = Issues()) -> Page {
        let title = visit.say("รูปประจำตัว", "Profile picture")
        let controls = Controls(visit, issues)
        var page = Page(title) {
            issues.summary(visit.language)
            h1 { title }
            if let picture = html(mine, visit) { p { picture } }
            visit.form(to: visit.path("account", "picture"), files: true) {
                Once.input
                controls.file(
                    "picture", visit.say("เลือกภาพ", "Choose a picture"),
                    accept: "image/jpeg,image/png",
                    hint: visit.say("JPG หรือ PNG ไม่เกิน 16 MB", "JPG or PNG, 16 MB or less"))
                Parts.actions {
                    controls.submit(visit.say("บันทึกรูปประจำตัว", "Save the picture"))
                    if mine.person.account.hasPicture {
                        button(
                            .class("button second"), .type("submit"), .name("act"),
                            .value("remove")
                        ) { visit.say("ลบรูป", "Remove it") }
                    }
                }
            }
        }
        page.back = visit.path("account")
        page.mark(issues)
        return page
    }
}
