import Events
import Rules
import Testing
import Workflow

/// A form with every kind of question.
@Suite struct AnswerFieldTests {
    let site: WebSite
    let browser: Browser

    init() throws {
        site = try WebSite()
        var service = try #require(
            try site.office.settings().value.definition(of: "general-request"))
        service.code = "everything"
        service.version = 1
        service.modes = [.online]
        service.form = Self.form
        try site.set(.serviceDefined(.init(definition: service)))
        try site.set(.serviceAnnounced(.init(service: "everything")))
        browser = site.browser()
        try browser.begin("everything")
    }

    private static func field(
        _ code: String, _ kind: FieldKind, isRequired: Bool = false, longest: Int? = nil,
        least: Int? = nil, when: Condition? = nil
    ) -> FormField {
        let choices = [
            Choice(code: "a", label: LocalText("ก")), Choice(code: "b", label: LocalText("ข")),
        ]
        return FormField(
            code: code, label: LocalText("ช่อง-\(code)"), kind: kind, isRequired: isRequired,
            choices: kind == .choice || kind == .choices ? choices : [], longest: longest,
            least: least, when: when)
    }

    private static let form = [
        FormSection(
            code: "one", title: LocalText("หนึ่ง"),
            fields: [
                field("subject", .text, isRequired: true, longest: 20),
                field("story", .longText), field("count", .number, longest: 5, least: 1),
                field("price", .money), field("call", .phone), field("mail", .email),
                field("card", .nationalId), field("day", .date), field("pick", .choice),
                field("some", .choices), field("pet", .yesNo, isRequired: true),
                field("home", .address),
            ]),
        FormSection(
            code: "two", title: LocalText("สอง"),
            fields: [
                field(
                    "pet-name", .text, isRequired: true,
                    when: Condition(field: "pet", values: ["yes"]))
            ]),
        FormSection(
            code: "three", title: LocalText("สาม"),
            fields: [field("spot", .place, isRequired: true)]),
    ]

    private static let right = [
        "subject": "  เรื่อง  ", "story": "ยาว\nสองบรรทัด", "count": "๓", "price": "1,500.5",
        "call": "081 000 0009", "mail": "a@example.com", "card": "1 9999 00001 01 0",
        "day-day": "27", "day-month": "มี.ค.", "day-year": "2567", "pick": "b", "some": "a",
        "pet": "no", "home": "99/1",
    ]

    @Test(arguments: [
        ("subject", "", "กรอกช่อง-subject"), ("subject", "ยาวเกินยี่สิบตัวอักษรแน่นอน", "ต้องไม่เกิน 20"),
        ("count", "9", "ต้องไม่เกิน 5"), ("count", "0", "ต้องไม่น้อยกว่า 1"),
        ("count", "สาม", "กรอกเป็นตัวเลข"), ("price", "1.234", "กรอกเป็นตัวเลข"),
        ("call", "12", ""), ("mail", "ไม่มี", ""), ("card", "1999900001011", ""),
        ("day-day", "31", ""), ("day-month", "13", ""), ("pick", "z", "เลือกจากรายการ"),
        ("some", "z", "เลือกจากรายการ"), ("pet", "", "เลือกช่อง-pet"),
    ])
    func `what is entered wrong is named at the top and kept`(
        field: String, value: String, message: String
    ) throws {
        var typed = Self.right
        typed[field] = value
        if field == "day-day" { typed["day-month"] = "2" }
        try browser.answer(typed)
        #expect(browser.status == 422)
        #expect(browser.text.contains("<title>ข้อผิดพลาด: "))
        #expect(browser.text.contains("มีปัญหาที่ต้องแก้ไข") && browser.text.contains(message))
        let code = field.hasPrefix("day") ? "day" : field
        #expect(browser.text.contains("href=\"#\(code)\""))
        #expect(browser.text.contains("สองบรรทัด"))
        if !value.isEmpty, value != "z" { #expect(browser.text.contains("value=\"\(value)\"")) }
    }

    @Test func `answers are kept in one form, and shown again as people write them`() throws {
        try browser.answer(Self.right)
        #expect(browser.place == "form-three")
        try browser.answer(["spot": "หน้าวัด"])
        try browser.goOn(until: "check")
        for text in ["081-000-0009", "27 มีนาคม 2567", "1500.50", "หน้าวัด"] {
            #expect(browser.text.contains(text), "\(text)")
        }
        try browser.goOn()
        let text = try #require(try site.office.office.file(of: browser.filedNumber)?.text)
        let answers = Dictionary(uniqueKeysWithValues: text.answers.map { ($0.field, $0.values) })
        #expect(text.subject == "เรื่อง" && answers["count"] == ["3"])
        #expect(answers["call"] == ["+66810000009"] && answers["day"] == ["2024-03-27"])
        #expect(answers["card"] == ["1999900001010"] && answers["pick"] == ["b"])
    }

    @Test func `a question is asked when another answer asks for it, and its answer goes with it`()
        throws
    {
        try browser.answer(Self.right)
        try browser.answer(["spot": "หน้าวัด"])
        try browser.goOn(until: "check")
        // Now it is asked: the filing is not complete any more.
        try browser.open("\(browser.filing)/form-one?from=check")
        try browser.answer(Self.right.merging(["pet": "yes"]) { $1 })
        #expect(browser.place == "form-two")
        try browser.answer(["pet-name": ""])
        #expect(browser.status == 422)
        try browser.answer(["pet-name": "มะลิ"])
        try browser.goOn(until: "check")
        try browser.open("\(browser.filing)/check")
        #expect(browser.text.contains("มะลิ"))
        // And now it is not: what was answered is neither shown nor filed.
        try browser.open("\(browser.filing)/form-one?from=check")
        try browser.answer(Self.right)
        #expect(browser.place == "check" && !browser.text.contains("มะลิ"))
        try browser.goOn()
        let text = try #require(try site.office.office.file(of: browser.filedNumber)?.text)
        #expect(!text.answers.contains { $0.field == "pet-name" })
    }

    @Test func `a question on a page that was passed before must still be answered`() throws {
        try browser.answer(Self.right.merging(["pet": "yes"]) { $1 })
        try browser.answer(["pet-name": "มะลิ"])
        try browser.answer(["spot": "หน้าวัด"])
        try browser.goOn(until: "check")
        let filing = browser.filing
        try browser.open("\(filing)/form-one?from=check")
        try browser.answer(Self.right)
        try browser.open("\(filing)/form-two")
        try browser.answer()
        try browser.open("\(filing)/form-one")
        try browser.answer(Self.right.merging(["pet": "yes"]) { $1 })
        try browser.open("\(filing)/check")
        try browser.answer(["terms": "yes"])
        #expect(try browser.status == 422 && site.petitions() == 0)
    }

    @Test func `both coordinates may be pasted into the first box, as maps give them`() throws {
        for (pasted, latitude, longitude) in [
            ("16.802, 100.42", 16_802_000, 100_420_000), ("๗.๙๑๓ ๙๘.๓๓๓", 7_913_000, 98_333_000),
        ] {
            let number = try site.browser().file(
                "complaint", ["form-place": ["latitude": pasted]])
            let place = try #require(try site.office.office.file(of: number)?.place)
            #expect(place.latitudeMicrodegrees == latitude, "\(pasted)")
            #expect(place.longitudeMicrodegrees == longitude, "\(pasted)")
        }
        // A comma for a point, another order, three numbers: nobody guesses what was meant.
        for wrong in ["16,802", "100.42, 16.802", "16.802, 100.42, 3.5", "16.802,"] {
            let browser = site.browser()
            try browser.begin("complaint")
            try browser.goOn(until: "form-place")
            try browser.answer(["latitude": wrong])
            #expect(browser.status == 422 && browser.text.contains("value=\"\(wrong)\""))
        }
    }

    @Test func `a place has words, an address and coordinates, each looked at`() throws {
        try browser.answer(Self.right)
        try browser.answer()
        #expect(browser.status == 422 && browser.text.contains("กรอกช่อง-spot"))
        try browser.answer(["spot": "หน้าวัด", "place-postcode": "123", "latitude": "7.9"])
        #expect(browser.status == 422)
        #expect(browser.text.contains("กรอกรหัสไปรษณีย์ 5 หลัก"))
        #expect(browser.text.contains("กรอกลองจิจูดด้วย เช่น 98.333"))
        #expect(browser.text.contains("value=\"7.9\"") && browser.text.contains("หน้าวัด"))
        for (latitude, longitude, words) in [
            ("ไกล", "98.3", "ละติจูดต้องเป็นตัวเลขตั้งแต่ -90 ถึง 90"),
            ("7.9", "190", "ลองจิจูดต้องเป็นตัวเลขตั้งแต่ -180 ถึง 180"),
            ("ไกล", "ไกล", "กรอกพิกัดเป็นตัวเลขทั้งสองช่อง"),
            ("52.5", "13.4", "พิกัดนี้อยู่นอกประเทศไทย"), ("98.333", "7.9", "ละติจูดต้องเป็นตัวเลข"),
        ] {
            try browser.answer(["spot": "หน้าวัด", "latitude": latitude, "longitude": longitude])
            #expect(browser.status == 422 && browser.text.contains(words), "\(words)")
        }
        try browser.answer([
            "spot": "หน้าวัด", "place-postcode": "๖๕๒๑๐", "place-moo": "4", "latitude": "16.802",
            "longitude": "100.42",
        ])
        try browser.goOn()
        let file = try #require(try site.office.office.file(of: browser.filedNumber))
        #expect(file.place?.latitudeMicrodegrees == 16_802_000)
        #expect(file.place?.longitudeMicrodegrees == 100_420_000)
        #expect(file.place?.postcode == "65210")
        #expect(try site.submitted(file.petition.number)?.moo == 4)
        try browser.open("cases/\(file.petition.number)")
        #expect(browser.text.contains("16.802") && browser.text.contains("100.42"))
        let map = "https://www.openstreetmap.org/?mlat=16.802000&amp;mlon=100.420000"
        #expect(browser.text.contains("href=\"\(map)"))
    }
}
