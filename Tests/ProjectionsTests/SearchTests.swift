import Entries
import Events
import Projections
import SQLite
import TestSupport
import Testing

@Suite struct SearchTests {
    private func found(_ views: borrowing Views, _ query: String) throws -> [String] {
        try views.read(.search) { try Search.hits(query, in: $0).map(\.name) }
    }

    private func fill(_ views: borrowing Views) throws -> KeyReference {
        let log = views.log
        log.open()
        let key = log.newKey()
        log.submit(
            OfficeLog.number(1), key: key,
            sections: [
                (
                    key,
                    Petitioner(
                        title: "นาย", givenName: "สมชาย", familyName: "ใจดี",
                        nationalID: "1999900001010",
                        phone: "+66810000001")
                ),
                (key, PetitionText(subject: "น้ำท่วมขัง", details: "ถนนหน้าบ้านเลขที่ ๑๒ เป็นบ่อ")),
            ])
        let other = log.newKey()
        log.submit(
            OfficeLog.number(22), key: other,
            sections: [
                (other, Petitioner(title: "นางสาว", givenName: "กานดา", familyName: "ศรีสุข")),
                (other, PetitionText(subject: "ไฟฟ้าสาธารณะดับ", details: "เสาไฟซอย 5 ดับ")),
            ])
        log.submit(
            OfficeLog.number(333), source: SourceCase(system: "wabo", name: "case-10011"))
        try views.catchUp()
        return key
    }

    @Test(
        arguments: [
            ("น้ำท่วม", [1]), ("สมชาย ใจดี", [1]), ("สมชาย", [1]), ("ถนน บ่อ", [1]), ("กานดา", [22]),
            ("ไฟ", [22]), ("ดับ ไฟ", [22]), ("0810000001", [1]), ("0001", [1]),
            ("081-000-0001", [1]), ("1-9999-00001-01-0", [1]), ("๐๘๑-๐๐๐-๐๐๐๑", [1]),
            ("66810000001", [1]),
            ("1999900001010", [1]), ("kt1080767000022", [22]), ("000333", [333]),
            ("case-10011", [333]), ("น้ำท่วม กานดา", []), ("ไม่มี", []), ("\"", []), ("*", []),
            ("ซอย 5", [22]), ("บ้านเลขที่ 12", [1]), ("บ้านเลขที่ ๑๒", [1]), ("ก", [22]),
        ] as [(String, [Int])])
    func `what was filed is found by what people type`(
        _ query: String, _ expected: [Int]
    ) throws {
        let views = try Views()
        _ = try fill(views)
        #expect(
            Set(try found(views, query)).intersection(Set([1, 22, 333].map(OfficeLog.number)))
                == Set(expected.map(OfficeLog.number)))
    }

    @Test(arguments: [
        "น\u{0E49}ำท่วม",  // tone before SARA AM
        "นํ\u{0E49}าท่วม",  // NIKHAHIT, tone, AA
        "น\u{0E49}\u{0E4D}าท่วม",  // tone, NIKHAHIT, AA
        "น้ำ\u{200B}ท่วม",  // a space without width
        "\u{FEFF}น้ำท่วม",
    ])
    func `spellings that look alike find each other`(_ query: String) throws {
        let views = try Views()
        _ = try fill(views)
        #expect(try found(views, query) == [OfficeLog.number(1)])
    }

    @Test func `an erased person is gone from the text and shown as erased by number`() throws {
        let views = try Views()
        let key = try fill(views)
        views.log.erase(key, in: OfficeLog.number(1))
        try views.catchUp()
        #expect(try found(views, "สมชาย") == [])
        #expect(try found(views, "น้ำท่วม") == [])
        #expect(try found(views, "0810000001") == [])
        let hit = try #require(
            try views.read(.search) { try Search.hits(OfficeLog.number(1), in: $0).first })
        #expect(hit.erasedPosition == views.log.position)
        #expect(hit.erasedAt == views.log.now)
        // Nothing of the name is left in the file.
        let left = try views.read(.search) { database in
            try database.first("SELECT count(*) FROM documents WHERE pieces LIKE '%สมชาย%'") {
                $0.int(0)
            }
        }
        #expect(left == 0)
        let live = try views.digest(.search)
        try views.runner.rebuild(.search)
        #expect(try views.digest(.search) == live)
        #expect(try found(views, "สมชาย") == [])
        #expect(try found(views, "กานดา") == [OfficeLog.number(22)])
    }

    @Test func `an account is found by name and by the last digits of its phone`() throws {
        let views = try Views()
        let log = views.log
        log.open()
        let key = log.newKey()
        log.append(
            .account(
                .registered(
                    .init(
                        key: key, method: .photo, identityLevel: .unproven, channel: .web, terms: 1,
                        notice: 1))), to: "acc-7",
            sealing: [
                (key, Identity(title: "นาง", givenName: "มาลี", familyName: "สวยงาม")),
                (key, Contact(phone: "+66820000042")),
            ])
        try views.catchUp()
        #expect(try found(views, "มาลี") == ["acc-7"])
        #expect(try found(views, "0042") == ["acc-7"])
    }
}
