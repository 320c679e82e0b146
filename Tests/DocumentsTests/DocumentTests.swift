import Documents
import Entries
import Events
import Paper
import Rules
import TestSupport
import Testing

@Suite(.enabled(if: OutsideTool.areInstalled(.pdftotext)))
struct DocumentTests {
    /// The text of a paper, kept for a person to look at where that is wanted.
    private func text(_ paper: Paper, _ name: String) throws -> String {
        let bytes = try paper.pdf()
        try Look.keep(bytes, as: name + ".pdf")
        let scratch = try Scratch()
        let path = try scratch.write(bytes, as: "paper.pdf")
        return try OutsideTool.pdftotext.run(["-raw", path, "-"])
    }

    /// Lines of print joined, since they end where the paper does.
    private func joined(_ text: String) -> String {
        String(text.unicodeScalars.filter { $0 != "\n" && $0 != " " && $0 != "\u{C}" })
    }

    // MARK: The printed sheet

    @Test func `the printed sheet has all its parts`() throws {
        let text = try text(Samples.sheet().paper(), "sheet")
        for part in [
            "เทศบาลเมืองกะทู้", "จังหวัดภูเก็ต 83120", "076-321-500", Samples.number, "8 กรกฎาคม 2567",
            "17:56:42 น.", "กองช่าง", "นางสาวพัชรี ตัวอย่าง", "ถนน : ไหล่ทาง", "9 กรกฎาคม 2567 08:30 น.",
            "นายสมชาย ใจดี", "x-xxxx-xxxxx-01-0", "081-000-0012", "ถนนชำรุดและน้ำท่วมขังหน้าหมู่บ้าน",
            "จึงเรียนมาเพื่อโปรดพิจารณา", "ลงชื่อ", "(นายสมชาย ใจดี)", "7K3M-9QXT-2F4H", "SHA-256",
        ] {
            #expect(text.contains(part), "\(part)")
        }
        let details = Samples.details.replacing("\n", with: "").replacing(" ", with: "")
        #expect(joined(text).contains(details))
    }

    @Test(.enabled(if: OutsideTool.areInstalled(.pdftoppm, .zbarimg)))
    func `the code on the sheet leads to where the petition is checked`() throws {
        let scratch = try Scratch()
        let path = try scratch.write(Samples.sheet().paper().pdf(), as: "sheet.pdf")
        _ = try OutsideTool.pdftoppm.run(["-r", "120", "-png", path, scratch.path("page")])
        let pages = ["page-1.png", "page-2.png"].map {
            (try? OutsideTool.zbarimg.run(["-q", "--raw", scratch.path($0)])) ?? ""
        }
        #expect(pages.joined() == Samples.verification.address + "\n")
    }

    @Test func `no sheet tells the whole number of a person`() throws {
        let text = try text(Samples.sheet().paper(), "sheet-number")
        #expect(text.contains("x-xxxx-xxxxx-01-0") && !text.contains("1-9999-00001"))
    }

    @Test func `a masked sheet tells neither number nor telephone nor address`() throws {
        var sheet = Samples.sheet()
        sheet.isMasked = true
        let text = try text(sheet.paper(), "sheet-masked")
        #expect(text.contains("x-xxxx-xxxxx-01-0"))
        #expect(text.contains("xxx-xxx-0012"))
        for secret in ["1-9999-00001", "081-000", "99/12", "somchai@"] {
            #expect(!text.contains(secret), "\(secret)")
        }
    }

    @Test func `who wants to stay unknown does`() throws {
        var sheet = Samples.sheet()
        sheet.filing.petitioner = nil
        let text = try text(sheet.paper(), "sheet-anonymous")
        #expect(text.contains("ไม่ประสงค์ออกนาม"))
        #expect(!text.contains("สมชาย"))
    }

    // MARK: The form

    @Test func `a form filled in online holds every answer and no number`() throws {
        let text = try text(Samples.form("grievance").filled(with: Samples.filing), "filled")
        for part in [
            "เรียนนายกเทศมนตรีเมืองกะทู้", "นายสมชายใจดี", "1-9999-00001-01-0", "6กรกฎาคม2567",
            "พิกัด7.911234,98.336001", "แผนที่สังเขป.pdf", "ยื่นทางอิเล็กทรอนิกส์",
        ] {
            #expect(joined(text).contains(part), "\(part)")
        }
        #expect(!text.contains("KT1080"))
    }

    @Test func `a question that was not asked is not printed`() throws {
        var service = Samples.service("building-permit")
        service.form[0].fields[1].when = Condition(field: "applicant-kind", values: ["juristic"])
        var filing = Samples.filing
        for (kind, isAsked) in [("person", false), ("juristic", true)] {
            filing.text.answers = [
                Answer(field: "applicant-kind", values: [kind]),
                Answer(field: "business", values: ["ร้านตัวอย่าง"]),
            ]
            let form = PetitionForm(
                office: Samples.office, service: service, created: Samples.entered)
            let text = try text(form.filled(with: filing), "permit-\(kind)")
            #expect(text.contains("ร้านตัวอย่าง") == isAsked)
        }
    }

    @Test func `the members of a group stand in a table that goes on over pages`() throws {
        var filing = Samples.filing
        filing.petitioner?.others = (1...60).map { number in
            Person(title: "นาง", givenName: "คนที่\(number)", familyName: "ตัวอย่าง")
        }
        let text = try text(Samples.form("grievance").filled(with: filing), "group")
        #expect((1...60).allSatisfy { text.contains("นางคนที่\($0) ตัวอย่าง") })
    }

    @Test(arguments: DefaultServices.all.map(\.code))
    func `every service has a form of its own, blank and filled in`(code: String) throws {
        let form = Samples.form(code)
        let blank = try text(form.blank(), "blank-\(code)")
        let filled = try text(form.filled(with: Samples.filing), "filled-\(code)")
        for section in form.service.form {
            for field in section.fields {
                #expect(blank.contains(field.label.thai), "\(field.code)")
                #expect(filled.contains(field.label.thai), "\(field.code)")
            }
        }
        #expect(!blank.contains("สมชาย"))
        for document in form.service.documents {
            #expect(joined(blank).contains(document.label.thai), "\(document.code)")
        }
    }

    @Test func `every kind of field can be printed and left blank`() throws {
        var service = Samples.service("general-request")
        let choices = [
            Choice(code: "a", label: LocalText("ก")), Choice(code: "b", label: LocalText("ข")),
        ]
        let values: [FieldKind: String] = [
            .date: "2024-07-08", .money: "1234567.50", .number: "1200", .choice: "a", .choices: "b",
            .yesNo: "yes", .phone: "+66810000012", .nationalId: "1999900001010",
        ]
        service.form = [
            FormSection(
                code: "all", title: LocalText("ทุกแบบ"),
                fields: FieldKind.allCases.map { kind in
                    FormField(
                        code: kind.rawValue, label: kind.label.localText, kind: kind,
                        choices: kind == .choice || kind == .choices ? choices : [])
                })
        ]
        var filing = Samples.filing
        filing.text.answers = FieldKind.allCases.map {
            Answer(field: $0.rawValue, values: [values[$0] ?? "ค่าของ\($0.rawValue)"])
        }
        let form = PetitionForm(office: Samples.office, service: service, created: Samples.entered)
        let filled = try text(form.filled(with: filing), "kinds-filled")
        for part in [
            "8 กรกฎาคม 2567", "1,234,567.50 บาท", "1,200", "081-000-0012", "1-9999-00001-01-0",
            "ค่าของlong-text", "ค่าของaddress",
        ] {
            #expect(filled.contains(part), "\(part)")
        }
        let blank = try text(form.blank(), "kinds-blank")
        #expect(FieldKind.allCases.allSatisfy { blank.contains($0.label.thai) })
    }

    // MARK: The receipt

    @Test func `the receipt tells both times and why they differ`() throws {
        let text = try text(Samples.slip().paper(), "slip")
        for part in [
            Samples.number, "8 กรกฎาคม 2567 เวลา 17:56:42 น.", "9 กรกฎาคม 2567 เวลา 08:30:00 น.",
            "ตามมาตรา 10", "นอกวันหรือเวลาทำการ", "ตอบครั้งแรก", "ภายใน 16 กรกฎาคม 2567 08:30 น.",
        ] {
            #expect(text.contains(part), "\(part)")
        }
        var within = Samples.slip()
        within.enteredAt = within.deemedReceivedAt
        let other = try self.text(within.paper(), "slip-within")
        #expect(!other.contains("นอกวันหรือเวลาทำการ"))
    }

    // MARK: The certificate of an erasure

    @Test func `the certificate tells what was destroyed and how that is checked`() throws {
        let text = try text(Samples.erasure().paper(), "erasure")
        for part in [
            "หนังสือรับรองการลบข้อมูลส่วนบุคคล", "c-0192f3a4", "เจ้าของข้อมูลขอ", "ของเรื่องที่เสร็จแล้ว",
            "4712", "4719", "example.test/kathu+530d903a",
        ] {
            #expect(text.contains(part), "\(part)")
        }
        #expect(text.contains("4712 \(Samples.digest!)"), "hashes are there whole")
        let english = try self.text(
            Samples.erasure(Manner(language: .english)).paper(), "erasure-english")
        #expect(english.contains("Certificate of erasure") && english.contains("4719"))
    }

    @Test func `digits and language are the office's choice`() throws {
        let thai = try text(Samples.slip(Manner(digits: .thai)).paper(), "slip-thai")
        for part in ["๘ กรกฎาคม ๒๕๖๗ เวลา ๑๗:๕๖:๔๒ น.", "หน้า ๑/๑", "มาตรา ๑๐", Samples.number] {
            #expect(thai.contains(part), "\(part)")
        }
        let english = try text(Samples.slip(Manner(language: .english)).paper(), "slip-english")
        for part in ["Receipt of a petition", "8 July 2024 at 17:56:42", "Page 1/1"] {
            #expect(english.contains(part), "\(part)")
        }
    }

    @Test func `a photo is crossed with whom it is for and the day`() throws {
        let day = try #require(CivilDate(year: 2026, month: 11, day: 20))
        let thai = CrossingText.identity(for: Samples.office, on: day)
        #expect(thai == "ใช้เพื่อยืนยันตัวตนกับเทศบาลเมืองกะทู้เท่านั้น\n20 พฤศจิกายน 2569")
        let digits = CrossingText.identity(
            for: Samples.office, on: day, manner: Manner(digits: .thai))
        #expect(digits.hasSuffix("๒๐ พฤศจิกายน ๒๕๖๙"))
    }

    @Test func `the same petition makes the same bytes`() throws {
        #expect(try Samples.sheet().paper().pdf() == Samples.sheet().paper().pdf())
        #expect(
            try Samples.form("grievance").filled(with: Samples.filing).pdf()
                == Samples.form("grievance").filled(with: Samples.filing).pdf())
    }

    @Test(arguments: [
        (OfficeKind.townMunicipality, "เทศบาลเมืองกะทู้", "นายกเทศมนตรีเมืองกะทู้"),
        (.subdistrictAdministration, "องค์การบริหารส่วนตำบลตัวอย่าง", "นายกองค์การบริหารส่วนตำบลตัวอย่าง"),
        (.special, "เมืองพิเศษ", "หัวหน้าหน่วยงาน เมืองพิเศษ"),
    ])
    func `petitions are addressed to the head of the office`(
        kind: OfficeKind, name: String, head: String
    ) {
        let office = OfficeEvent.OfficeOpened(
            code: "X", name: LocalText(name), kind: kind, prefix: "X", origin: "x.test")
        #expect(OfficeHead(office).addressee.thai == head)
    }
}

extension Wording {
    fileprivate var localText: LocalText { LocalText(thai, english: english) }
}
