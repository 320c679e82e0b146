import Crypto
import Entries
import Events
import Foundation
import Pictures
import Rules
import TestSupport
import Testing
import Threads
import Vault
import Workflow

@Suite struct PhotoTests {
    let site: WebSite
    let browser: Browser

    init() throws {
        site = try WebSite()
        browser = site.browser()
    }

    private func comeToPhotos() throws {
        try browser.open("register")
        try browser.submit("register", ["agree": "yes"])
        try browser.submit("register/details", Citizen.somchai.details)
        #expect(browser.path == "/test/register/photos")
    }

    private func account() throws -> String {
        try #require(try site.accountEvents().first).stream.name
    }

    @Test func `photos are crossed as they come, and only the crossed copy is kept`() throws {
        try comeToPhotos()
        let card = try Photo.card(0.2)
        let face = try Photo.card(0.9)
        try browser.submit(
            "register/photos", ["act": "save"],
            files: [.photo("photo-card", card), .photo("photo-person", face)])
        #expect(browser.text.contains("ได้รับและขีดคร่อมแล้ว"))
        let shown = try browser.open("register/photos/card")
        #expect(shown["Content-Type"] == "image/jpeg")
        let plain = try Picture.read(card).jpeg()
        #expect(shown.body != plain && shown.body.starts(with: [0xFF, 0xD8]))
        try browser.open("register/photos")
        try browser.submit("register/photos", ["act": "finish"])
        #expect(browser.path == "/test/account")
        #expect(browser.text.contains("กำลังตรวจสอบการยืนยันตัวตน"))
        guard case .account(.registered(let data)) = try site.accountEvents().first?.event else {
            Issue.record("no registration")
            return
        }
        #expect(data.photos == 2)
        try browser.open("account/identity")
        #expect(browser.text.contains("ภาพถ่ายบัตรประชาชนด้านหน้า"))
        #expect(try browser.open("account/identity/photos/1").body == shown.body)
        #expect(try browser.open("account/identity/photos/3").status == 404)
        try expectNowhere(card, face, plain, shown.body)
        #expect(site.failures.with { $0 } == [])
    }

    /// No file of the office holds any of these in the clear; two sealed files are there.
    private func expectNowhere(_ pictures: [UInt8]...) throws {
        let files = try site.bytesOnDisk()
        for picture in pictures {
            let piece = Array(picture[100..<164])
            #expect(files.filter { $0.bytes.firstRange(of: piece) != nil }.map(\.path) == [])
        }
        let sealed = files.filter { file in
            file.path.contains("/test/files/") && file.path.contains("-")
        }
        #expect(sealed.count == 2)
        #expect(!files.contains { $0.path.contains("/uploads/") })
    }

    @Test func `a photo may be taken again`() throws {
        try comeToPhotos()
        try browser.submit(
            "register/photos", ["act": "save"],
            files: [.photo("photo-card", try Photo.card(0.1))])
        let first = try browser.open("register/photos/card").body
        try browser.open("register/photos")
        try browser.submit(
            "register/photos", ["act": "save"],
            files: [.photo("photo-card", try Photo.card(0.8))])
        #expect(try browser.open("register/photos/card").body != first)
    }

    @Test func `what is no photo is refused with what to do, and good ones stay`() throws {
        try comeToPhotos()
        let card = try Photo.card()
        try browser.submit(
            "register/photos", ["act": "finish"],
            files: [
                .photo("photo-card", card),
                .photo("photo-person", Array("%PDF-1.4 no photo".utf8), name: "a.png"),
            ])
        #expect(browser.status == 422)
        #expect(browser.text.contains("href=\"#photo-person\""))
        #expect(!browser.text.contains("href=\"#photo-card\""))
        #expect(browser.text.contains("ได้รับและขีดคร่อมแล้ว"))
        try browser.submit(
            "register/photos", ["act": "finish"],
            files: [.photo("photo-person", Array(card.prefix(card.count / 2)))])
        #expect(browser.status == 422)
        #expect(try site.accountEvents().isEmpty)
        try browser.submit(
            "register/photos", ["act": "finish"], files: [.photo("photo-person", card)])
        #expect(browser.path == "/test/account")
    }

    @Test func `a photo that is too large is refused in its form, with the limit`() throws {
        try comeToPhotos()
        try browser.submit(
            "register/photos", ["act": "save"],
            files: [.photo("photo-card", [UInt8](repeating: 0, count: 17 << 20))])
        #expect(browser.status == 422 && browser.path == "/test/register/photos")
        #expect(browser.text.contains("ไฟล์ต้องมีขนาดไม่เกิน 16 MB"))
        #expect(browser.text.contains("href=\"#photo-card\""))
        #expect(browser.text.contains("name=\"photo-card\""))
    }

    @Test func `the office says how many photos, what they are called and whether they must be`()
        throws
    {
        try site.set(
            .evidencePhotosSet(
                .init(photos: [
                    EvidencePhoto(code: "house", label: LocalText("ทะเบียนบ้าน"), isRequired: true)
                ])))
        try site.set(
            .registrationPolicySet(
                .init(reset: .code, resetMinutes: 10, isEvidenceRequired: true)))
        try comeToPhotos()
        #expect(browser.text.contains("ทะเบียนบ้าน"))
        #expect(!browser.text.contains("value=\"skip\""))
        try browser.submit("register/photos", ["act": "skip"])
        #expect(browser.status == 422)
        #expect(browser.text.contains("เลือกทะเบียนบ้าน"))
        try browser.submit(
            "register/photos", ["act": "finish"],
            files: [.photo("photo-house", try Photo.card())])
        #expect(browser.path == "/test/account")
    }

    @Test func `the last step sent twice with photos registers once`() throws {
        try comeToPhotos()
        let tab = browser.copy()
        let files: [Browser.Upload] = [
            .photo("photo-card", try Photo.card(0.1)), .photo("photo-person", try Photo.card(0.9)),
        ]
        try browser.submit("register/photos", ["act": "finish"], files: files)
        try tab.submit("register/photos", ["act": "finish"], files: files)
        #expect(browser.path == "/test/account" && tab.path == "/test/account")
        #expect(try site.accountEvents().count == 2)
    }

    @Test func `whoever is refused reads why and sends the photos again`() throws {
        try browser.register(.somchai)
        try browser.open("account/identity")
        let files: [Browser.Upload] = [
            .photo("photo-card", try Photo.card(0.1)), .photo("photo-person", try Photo.card(0.9)),
        ]
        try browser.submit("account/identity", files: [files[0]])
        #expect(browser.status == 422)
        let tab = browser.copy()
        try browser.submit("account/identity", files: files)
        try tab.submit("account/identity", files: files)
        #expect(browser.path == "/test/account/identity?done=identity")
        #expect(tab.path == "/test/account/identity?done=identity")
        #expect(browser.text.contains("กำลังตรวจสอบการยืนยันตัวตน"))
        try site.set(.officerAppointed(.init(officer: "officer-7", roles: [.identityChecker])))
        try site.perform(
            Draft(
                .account(id: try account(), .refuseIdentity(.init(grounds: ["unreadable"]))),
                by: .officer("officer-7", .identityChecker), at: site.clock.now(),
                sections: [PlainSection(Reason(text: "ภาพไม่ชัด"))]))
        try browser.open("account")
        #expect(browser.text.contains("การยืนยันตัวตนไม่ผ่าน"))
        try browser.open("account/identity")
        #expect(browser.text.contains("ภาพไม่ชัด"))
        try browser.submit("account/identity", files: files)
        #expect(browser.path == "/test/account/identity?done=identity")
        let names = try site.accountEvents().map { type(of: $0.event.data).name }
        #expect(names.filter { $0 == "identity-evidence-added" }.count == 2)
    }

    @Test func `a photo is shown to nobody else`() throws {
        try browser.register(.somchai)
        try browser.open("account/picture")
        try browser.submit("account/picture", files: [.photo("picture", try Photo.card())])
        let other = site.browser()
        try other.register(.malee)
        #expect(try other.open("account/picture/image").status == 404)
        #expect(try other.open("account/identity/photos/1").status == 404)
        let nobody = site.browser()
        try nobody.open("account/picture/image")
        #expect(nobody.path.hasPrefix("/test/login"))
    }

    @Test func `a profile picture becomes a small square, and goes again`() throws {
        try browser.register(.somchai)
        try browser.open("account/picture")
        try browser.submit("account/picture", files: [.photo("picture", try Photo.card())])
        #expect(browser.path == "/test/account?done=picture")
        #expect(browser.text.contains("class=\"avatar\""))
        let picture = try Picture.read(try browser.open("account/picture/image").body)
        #expect(picture.width == 256 && picture.height == 256)
        try browser.open("account/picture")
        try browser.submit("account/picture", ["act": "remove"])
        #expect(!browser.text.contains("class=\"avatar\""))
        try browser.open("account/picture")
        try browser.submit("account/picture")
        #expect(browser.status == 422)
        #expect(browser.text.contains("เลือกภาพ"))
    }
}
