internal import Entries
internal import EventLog
internal import Events
internal import HTTP
internal import Markup
internal import Rules
internal import Vault
internal import Workflow

/// How far the check of one's identity is, the photos that were sent, and sending them again.
enum IdentityPage {
    static func add(to routes: inout PageRoutes) {
        routes.page("/account/identity", .citizen) { try page($0, try $0.mine()) }
        routes.get("/account/identity/photos/{number}", .citizen) { .response(try photo($0)) }
        routes.post(
            "/account/identity", .citizen, body: IdentityPhotos.body(), lane: .slow
        ) { try take($0) }
    }

    /// Whether photos may be sent now.
    private static func isOpen(_ account: Account) -> Bool {
        account.check == .noEvidence || account.check == .refused
    }

    // MARK: Sending

    private static func take(_ visit: Visit) throws -> Answer {
        let mine = try visit.mine()
        var issues = Issues()
        var copies: [(number: Int, photo: EvidencePhoto, bytes: [UInt8])] = []
        for (index, photo) in visit.settings.photos.enumerated() {
            if let copy = try IdentityPhotos.crossed(photo, visit, &issues) {
                copies.append((index + 1, photo, copy))
            } else if photo.isRequired {
                IdentityPhotos.addMissing(photo, &issues)
            }
        }
        guard issues.isEmpty, !copies.isEmpty else {
            return .page(try page(visit, mine, issues))
        }
        let evidence = try copies.map { copy in
            IdentityPhotos.evidence(
                try visit.seal(copy.bytes, mine), number: copy.number, copy.photo)
        }
        let outcome = visit.office.perform(
            visit.draft(
                .addEvidence(.init(photos: evidence.count)), mine,
                sections: evidence.map { PlainSection($0) }, once: "evidence"))
        switch outcome {
        // Sent twice, the photos were sealed anew: the first ones hold.
        case .accepted, .refused(RequestRefusal.keyReused.code, _):
            return .go(Done.identity.path(visit, "identity"))
        default:
            issues.add(outcome, visit)
            return .page(try page(visit, mine, issues))
        }
    }

    // MARK: Looking

    private static func photo(_ visit: Visit) throws -> Response {
        let number = try visit.request.parameter("number") { Int($0) }
        let mine = try visit.mine()
        guard
            let photo = try visit.office.office.evidence(of: mine.person).first(where: {
                $0.number == number
            })
        else {
            throw HTTP.Refusal.notFound
        }
        return PhotoRoom.response(try visit.unsealed(photo.file, size: photo.size, mine))
    }

    /// Why the last check was refused, in the officer's words.
    private static func reason(_ mine: Mine, _ visit: Visit) throws -> String? {
        for event in mine.person.events.reversed() {
            guard case .account(.identityRefused) = event.event else { continue }
            return try visit.office.office.section(Reason.self, of: event)?.text
        }
        return nil
    }

    private static func page(
        _ visit: Visit, _ mine: Mine, _ issues: Issues = Issues()
    ) throws -> Page {
        let account = mine.person.account
        let title = visit.say("ยืนยันตัวตน", "Prove who you are")
        let photos = try visit.office.office.evidence(of: mine.person)
        let reason = account.check == .refused ? try reason(mine, visit) : nil
        var page = Page(title) {
            Done.note(visit)
            issues.summary(visit.language)
            h1 { title }
            p { IdentityBadge.html(account.check, visit.language) }
            if let reason {
                Parts.note("bad") {
                    p { visit.say("เหตุผลของเจ้าหน้าที่", "The officer’s reason") }
                    p(.class("said office")) { reason }
                }
            }
            if account.check == .pending { IdentityBadge.advice(.pending, visit) }
            gallery(photos, visit)
            if isOpen(account), !visit.settings.photos.isEmpty { form(visit, issues) }
        }
        page.back = visit.path("account")
        page.mark(issues)
        return page
    }

    private static func gallery(_ photos: [Evidence], _ visit: Visit) -> HTML? {
        guard !photos.isEmpty else { return nil }
        return ul(.class("thumbs")) {
            for photo in photos {
                li {
                    figure {
                        img(
                            .src(
                                visit.path("account", "identity", "photos", "\(photo.number)")),
                            Attribute("alt", visit.say("สำเนาที่ขีดคร่อม", "The crossed copy")),
                            Attribute("height", "144"))
                        figcaption { IdentityPhotos.label(of: photo, visit) }
                    }
                }
            }
        }
    }

    private static func form(_ visit: Visit, _ issues: Issues) -> HTML {
        let controls = Controls(visit, issues)
        return visit.form(to: visit.path("account", "identity"), files: true) {
            Once.input
            p {
                visit.say(
                    "ระบบขีดคร่อมภาพทุกภาพทันทีที่ได้รับ และเก็บเฉพาะภาพที่ขีดคร่อมแล้ว",
                    "Each photo is crossed through as soon as it comes; only that copy is kept.")
            }
            for photo in visit.settings.photos {
                IdentityPhotos.control(photo, controls, isSent: false, visit)
            }
            Parts.actions { controls.submit(visit.say("ส่งภาพให้ตรวจสอบ", "Send the photos")) }
        }
    }
}

extension Visit {
    /// Seals something of the holder's under the account's own key.
    func seal(_ bytes: [UInt8], _ mine: Mine) throws -> SealedFile {
        let key = try office.office.vault.key(mine.person.account.key)
        return try office.files.seal(bytes, under: key, after: try office.office.log.head)
    }

    func unsealed(_ file: Digest, size: Int, _ mine: Mine) throws -> [UInt8] {
        let key = try office.office.vault.key(mine.person.account.key)
        return try office.files.read(file, with: key, limit: size)
    }
}
