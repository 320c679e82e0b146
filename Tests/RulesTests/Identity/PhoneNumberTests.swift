import Events
import Rules
import Testing

@Suite struct PhoneNumberTests {
    @Test(arguments: [
        ("0812345678", "+66812345678", "081-234-5678"),
        ("๐๘๑ ๒๓๔ ๕๖๗๘", "+66812345678", "081-234-5678"),
        ("081-234-5678", "+66812345678", "081-234-5678"),
        ("+66 81 234 5678", "+66812345678", "081-234-5678"),
        ("+66 (0)81 234 5678", "+66812345678", "081-234-5678"),
        ("02 123 4567", "+6621234567", "02-123-4567"),
        ("(076) 123456", "+6676123456", "076-123-456"),
        ("0612345678", "+66612345678", "061-234-5678"),
        ("0912345678", "+66912345678", "091-234-5678"),
        ("02-123-4567 ต่อ 12", "+6621234567;ext=12", "02-123-4567 ต่อ 12"),
        ("02-123-4567 ต่อ ๑๒", "+6621234567;ext=12", "02-123-4567 ต่อ 12"),
        ("+6621234567;ext=12", "+6621234567;ext=12", "02-123-4567 ต่อ 12"),
        ("02 123 4567 Ext. 12", "+6621234567;ext=12", "02-123-4567 ต่อ 12"),
        ("1669", "1669", "1669"), ("191", "191", "191"),
    ]) func `numbers are read, stored and shown`(
        typed: String, stored: String, display: String
    ) throws {
        let number = try PhoneNumber(typed)
        #expect(number.stored == stored)
        #expect(number.display == display)
        #expect(try PhoneNumber(stored) == number)
    }

    @Test(arguments: [
        "", "081234567", "08123456789", "0112345678", "0212345678", "12345", "กขค", "081+2345678",
        "2345", "011234567",
    ]) func `what is no Thai number is refused`(typed: String) {
        #expect(throws: PhoneRefusal.notAPhoneNumber) { try PhoneNumber(typed) }
    }

    @Test func `a person is called back at no short number`() throws {
        for typed in ["123", "191", "1669"] {
            #expect(throws: PhoneRefusal.notAPersons) { try PhoneNumber(ofPerson: typed) }
        }
        #expect(throws: PhoneRefusal.notAPhoneNumber) { try PhoneNumber(ofPerson: "12") }
        #expect(try PhoneNumber(ofPerson: "081 000 0001") == PhoneNumber("0810000001"))
    }

    @Test func `other countries and odd extensions have their own refusals`() {
        #expect(throws: PhoneRefusal.notThai) { try PhoneNumber("+44 20 7946 0000") }
        #expect(throws: PhoneRefusal.notAnExtension) { try PhoneNumber("02 123 4567 ต่อ ห้องนาย") }
        #expect(PhoneRefusal.notAPhoneNumber.wording.thai == "กรอกเบอร์โทรศัพท์ เช่น 081 234 5678")
    }

    @Test func `a mask leaves the last four digits`() throws {
        #expect(try PhoneNumber("0810000001").masked == "xxx-xxx-0001")
        #expect(try PhoneNumber("021234567").masked == "xx-xxx-4567")
        #expect(try PhoneNumber("076123456").masked == "xxx-xx3-456")
        #expect(try PhoneNumber("0810000001").lastFour == "0001")
        #expect(try PhoneNumber("1669").e164 == nil)
    }
}
