import Events
import Rules
import Testing

@Suite struct PersonTests {
    @Test func `a name has no space between title and given name`() {
        let name = PersonName(title: "นาย", given: "สมชาย", family: "ใจดี")
        #expect(name.thai == "นายสมชาย ใจดี")
        #expect(name.masked == "นายสมชาย จ…")
        #expect(
            PersonName(title: "นาย", given: "Somchai", family: "Jaidee").english
                == "Mr Somchai Jaidee")
        #expect(name.refusal == nil)
    }

    @Test func `a name without its parts is refused`() {
        #expect(PersonName(title: "", given: " ", family: "ใจดี").refusal == .givenMissing)
        #expect(PersonName(title: "", given: "สมชาย", family: "").refusal == .familyMissing)
        let title = String(repeating: "ก", count: 51)
        #expect(PersonName(title: title, given: "สมชาย", family: "ใจดี").refusal == .titleTooLong)
    }

    @Test func `an address gives its parts in order`() {
        let address = Address(
            house: "99/1", moo: "4", subdistrict: "เนินกุ่ม", district: "บางกระทุ่ม",
            province: "พิษณุโลก", postcode: "65210")
        #expect(address.line == "เลขที่ 99/1 หมู่ที่ 4 ตำบลเนินกุ่ม อำเภอบางกระทุ่ม จังหวัดพิษณุโลก 65210")
        #expect(
            Address.Part.allCases.map { address.label(of: $0).thai } == [
                "บ้านเลขที่", "หมู่ที่", "อาคาร/หมู่บ้าน", "ตรอก/ซอย", "ถนน", "ตำบล", "อำเภอ", "จังหวัด",
                "รหัสไปรษณีย์",
            ])
    }

    @Test func `Bangkok has khwaeng and khet and no changwat`() {
        let address = Address(
            house: "1", road: "ดินสอ", subdistrict: "เสาชิงช้า", district: "พระนคร",
            province: "กรุงเทพมหานคร", postcode: "10200")
        #expect(address.line == "เลขที่ 1 ถนนดินสอ แขวงเสาชิงช้า เขตพระนคร กรุงเทพมหานคร 10200")
        #expect(address.label(of: .district).thai == "เขต")
    }

    @Test func `a postcode has five digits`() {
        #expect(Address.isPostcode("65210"))
        #expect(!Address.isPostcode("6521"))
        #expect(!Address.isPostcode("00000"))
    }

    @Test(arguments: ["somchai@example.com", "ก.ข@ตัวอย่าง.ไทย", " a+b_c@sub.example.go.th "])
    func `an address of the right shape is taken`(typed: String) throws {
        #expect(try EmailAddress(typed).text == ThaiText.trimmed(typed))
    }

    @Test(arguments: [
        "", "somchai", "@example.com", "a@b", "a..b@example.com", "a b@example.com", "a@-x.com",
        "a@example..com", "a@exa_mple.com", ".a@example.com", "a@b@example.com", "a@example.com\nb",
    ]) func `an address of another shape is refused`(typed: String) {
        #expect(throws: EmailRefusal.notAnAddress) { try EmailAddress(typed) }
    }

    @Test func `mailboxes are compared without case and shown masked`() throws {
        #expect(try EmailAddress("Somchai@Example.com").key == "somchai@example.com")
        #expect(try EmailAddress("somchai@example.com").masked == "s•••@example.com")
    }

    @Test func `a passport number is six to nine letters and digits`() throws {
        #expect(try PassportNumber("aa 123-4567").text == "AA1234567")
        #expect(try PassportNumber("AA1234567").masked == "xxxxxx567")
        for typed in ["AA123", "AA12345678", "AAก1234", ""] {
            #expect(throws: PassportRefusal.notAPassportNumber) { try PassportNumber(typed) }
        }
    }
}
