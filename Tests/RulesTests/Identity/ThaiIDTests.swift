import Events
import Rules
import Testing

@Suite struct ThaiIDTests {
    @Test(arguments: [
        "1999900001010", "1999900002024", "3999900003035", "6999900006063", "7999900004042",
        "8999900005055", "0000000001015",
    ]) func `the fictitious numbers are right and none is with another check digit`(
        number: String
    ) throws {
        let id = try ThaiID(number)
        #expect(id.digits == number)
        for digit in "0123456789" where String(digit) != number.suffix(1) {
            #expect(throws: ThaiIDRefusal.wrongCheckDigit) {
                try ThaiID(number.dropLast() + String(digit))
            }
        }
    }

    @Test(arguments: [
        "1-9999-00001-01-0", " 1 9999 00001 01 0 ", "๑๙๙๙๙๐๐๐๐๑๐๑๐", "1\u{A0}99990000101–0",
    ])
    func `it is read as people type it`(typed: String) throws {
        let id = try ThaiID(typed)
        #expect(id.digits == "1999900001010")
        #expect(id.display == "1-9999-00001-01-0")
        #expect(id.masked == "x-xxxx-xxxxx-01-0")
    }

    @Test func `one to four, five, two and one digits with check digit 3 are refused`() {
        #expect(throws: ThaiIDRefusal.wrongCheckDigit) { try ThaiID("1-2345-67890-12-3") }
        #expect(throws: Never.self) { try ThaiID("1-2345-67890-12-1") }
    }

    @Test(arguments: ["", "199990000101", "19999000010100", "1999900001O10", "1999900001010 ต่อ 1"])
    func `what has not thirteen digits is refused`(typed: String) {
        #expect(throws: ThaiIDRefusal.notThirteenDigits) { try ThaiID(typed) }
    }

    @Test func `category 9 is refused even with its right check digit`() {
        let twelve = "999990000101"
        let check = Character(Unicode.Scalar(ThaiID.checkDigit(of: twelve.utf8)))
        #expect(throws: ThaiIDRefusal.noSuchCategory) { try ThaiID("\(twelve)\(check)") }
    }

    @Test(arguments: [
        ("1999900001010", 1, false), ("3999900003035", 3, false), ("6999900006063", 6, true),
        ("7999900004042", 7, true), ("8999900005055", 8, false), ("0000000001015", 0, true),
    ]) func `categories 0, 6 and 7 are marked`(number: String, category: Int, marked: Bool) throws {
        let id = try ThaiID(number)
        #expect(id.category == category)
        #expect(id.isWithoutThaiStatus == marked)
        #expect(id.isAmbiguous == (category == 0))
    }

    @Test func `whose a number is depends on what was asked for`() throws {
        #expect(try ThaiID("0000000001015", of: .juristic).isAmbiguous)
        #expect(throws: ThaiIDRefusal.notJuristic) { try ThaiID("1999900001010", of: .juristic) }
    }

    @Test func `a wrong third digit is never found and nine in ten others are`() throws {
        var missed = 0
        let digits = Array("1999900001010".utf8)
        for place in 0..<13 {
            for digit in UInt8(ascii: "0")...UInt8(ascii: "8") where digit != digits[place] {
                var changed = digits
                changed[place] = digit
                let isMissed = (try? ThaiID(String(decoding: changed, as: UTF8.self))) != nil
                if place == 2 { #expect(isMissed) } else if isMissed { missed += 1 }
            }
        }
        #expect(missed <= 3)
    }

    @Test func `refusals say what to do`() {
        #expect(ThaiIDRefusal.notThirteenDigits.wording.thai == "กรอกเลขประจำตัวประชาชน 13 หลัก")
        #expect(
            ThaiIDRefusal.wrongCheckDigit.wording.thai
                == "เลขประจำตัวประชาชนไม่ถูกต้อง ตรวจสอบตัวเลขบนบัตรอีกครั้ง")
    }
}
