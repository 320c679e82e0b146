import Entries
import Events
import Rules
import Testing

@Suite struct AnswerTests {
    private func field(
        _ kind: FieldKind, isRequired: Bool = true, longest: Int? = nil, least: Int? = nil,
        isPast: Bool = false
    ) -> FormField {
        FormField(
            code: "f", label: LocalText("เรื่อง", english: "Subject"), kind: kind,
            isRequired: isRequired,
            choices: [
                Choice(code: "a", label: LocalText("ก")), Choice(code: "b", label: LocalText("ข")),
            ],
            longest: longest, least: least, isPast: isPast)
    }

    @Test func `what is asked for must be answered, what is not may be left out`() throws {
        #expect(throws: AnswerRefusal.missing(LocalText("เรื่อง", english: "Subject"), .text)) {
            try field(.text).answer(typed: ["  "])
        }
        #expect(try field(.text, isRequired: false).answer(typed: [" \u{200B}"]) == [])
        #expect(try field(.choices, isRequired: false).answer(typed: []) == [])
    }

    @Test func `a text is trimmed and held to its length in scalars`() throws {
        #expect(try field(.text, longest: 6).answer(typed: [" น้ำไหล "]) == ["น้ำไหล"])
        #expect(throws: AnswerRefusal.tooLong(LocalText("เรื่อง", english: "Subject"), 5)) {
            try field(.text, longest: 5).answer(typed: ["น้ำไหล"])
        }
        #expect(throws: AnswerRefusal.tooShort(LocalText("เรื่อง", english: "Subject"), 10)) {
            try field(.longText, least: 10).answer(typed: ["สั้น"])
        }
    }

    @Test(arguments: [("12", "12"), ("๑,๒๐๐", "1200"), ("1 000", "1000")])
    func `a number is read with Thai digits and separators`(typed: String, kept: String) throws {
        #expect(try field(.number).answer(typed: [typed]) == [kept])
    }

    @Test(arguments: [("1,250.5", "1250.50"), ("99", "99"), ("๓.๒๕", "3.25")])
    func `money has at most two decimals`(typed: String, kept: String) throws {
        #expect(try field(.money).answer(typed: [typed]) == [kept])
    }

    @Test(arguments: ["1.234", "-5", "1.2.3", "abc", "1."])
    func `what is no sum of money is refused`(typed: String) {
        #expect(throws: AnswerRefusal.notANumber) { try field(.money).answer(typed: [typed]) }
    }

    @Test func `a number is held to its bounds`() {
        #expect(throws: AnswerRefusal.tooLarge(LocalText("เรื่อง", english: "Subject"), 10)) {
            try field(.number, longest: 10).answer(typed: ["11"])
        }
        #expect(throws: AnswerRefusal.tooSmall(LocalText("เรื่อง", english: "Subject"), 2)) {
            try field(.number, least: 2).answer(typed: ["1"])
        }
    }

    @Test func `a choice is one of those that there are`() throws {
        #expect(try field(.choice).answer(typed: ["b"]) == ["b"])
        #expect(try field(.choices).answer(typed: ["a", "b"]) == ["a", "b"])
        #expect(throws: AnswerRefusal.notAChoice) { try field(.choice).answer(typed: ["c"]) }
        #expect(throws: AnswerRefusal.notAChoice) { try field(.yesNo).answer(typed: ["maybe"]) }
    }

    @Test func `a date comes in three boxes and is kept as ISO 8601`() throws {
        #expect(try field(.date).answer(typed: ["๒๗", "มี.ค.", "2567"]) == ["2024-03-27"])
        #expect(throws: AnswerRefusal.date(field(.date).label, .notADate)) {
            try field(.date).answer(typed: ["31", "2", "2567"])
        }
    }

    @Test func `what has happened did not happen tomorrow`() throws {
        let occurred = field(.date, isPast: true)
        #expect(try occurred.answer(typed: ["1", "4", "2567"]) == ["2024-04-01"])
        #expect(throws: AnswerRefusal.ahead(occurred.label)) {
            try occurred.answer(typed: ["2", "4", "2567"])
        }
        #expect(try field(.date).answer(typed: ["2", "4", "2567"]) == ["2024-04-02"])
        #expect(AnswerRefusal.ahead(occurred.label).wording.thai == "เรื่องต้องไม่เกินวันนี้")
    }

    @Test func `a wrong date is told with the name of its question`() {
        let refusal = AnswerRefusal.date(field(.date).label, .notADate)
        #expect(throws: refusal) { try field(.date).answer(typed: ["31", "2", "2567"]) }
        #expect(refusal.wording.thai == "เรื่อง: วันที่ต้องเป็นวันที่จริง เช่น 27 มีนาคม 2567")
        #expect(throws: AnswerRefusal.phone(.notAPersons)) {
            try field(.phone).answer(typed: ["191"])
        }
    }

    @Test func `phones, addresses of mail and ID numbers are kept in one form`() throws {
        #expect(try field(.phone).answer(typed: ["081-000-0000"]) == ["+66810000000"])
        #expect(try field(.nationalId).answer(typed: ["1-9999-00001-01-0"]) == ["1999900001010"])
        #expect(throws: AnswerRefusal.nationalID(.wrongCheckDigit)) {
            try field(.nationalId).answer(typed: ["1999900001011"])
        }
    }

    @Test func `a question hangs on the answer to another`() {
        let service = ServiceDefinition()
        let condition = Condition(field: "kind", values: ["juristic"])
        #expect(service.isAsked(nil, given: []))
        #expect(!service.isAsked(condition, given: []))
        #expect(service.isAsked(condition, given: [Answer(field: "kind", values: ["juristic"])]))
        #expect(!service.isAsked(condition, given: [Answer(field: "kind", values: ["person"])]))
    }
}

extension FormField {
    /// As answered on 1 April 2567.
    fileprivate func answer(typed: [String]) throws(AnswerRefusal) -> [String] {
        try answer(typed: typed, today: CivilDate(year: 2024, month: 4, day: 1)!)
    }
}
