import Entries
import Rules
import Testing

@Suite struct NumberingTests {
    let july: CivilDate

    init() throws { july = try #require(CivilDate(year: 2024, month: 7, day: 8)) }

    @Test func `a number is letters, a digit, the Buddhist date and a running number`() throws {
        let number = try #require(
            PetitionNumber(prefix: "KT", digit: 1, date: july, running: 11))
        #expect(number.text == "KT1080767000011")
        #expect(try PetitionNumber(number.text) == number)
        let three = try PetitionNumber("BAN1280965000116")
        #expect(three.prefix == "BAN")
        #expect(three.date == CivilDate(year: 2022, month: 9, day: 28))
        #expect(three.running == 116)
    }

    @Test(arguments: [(999_999, "KT1080767999999"), (1_000_000, "KT10807671000000")])
    func `past 999999 it grows`(running: Int, text: String) throws {
        let number = try #require(
            PetitionNumber(prefix: "KT", digit: 1, date: july, running: running))
        #expect(number.text == text)
        #expect(try PetitionNumber(text) == number)
    }

    @Test func `it is read as people type it`() throws {
        #expect(try PetitionNumber(" kt1-080767-๐๐๐๐๑๑ ").text == "KT1080767000011")
        #expect(try PetitionNumber("KT108076700000011").running == 11)
        #expect(try PetitionNumber("KT108076700000011").text == "KT108076700000011")
    }

    @Test(arguments: [
        "", "KT", "K1080767000011", "KTXX1080767000011", "KT1320767000011", "KT108076700",
        "KT1080767000000", "KT10807670000110000000", "KT1080767ก00011", "1080767000011",
    ]) func `what is no number is refused`(typed: String) {
        #expect(throws: NumberRefusal.notANumber) { try PetitionNumber(typed) }
    }

    @Test func `what cannot be written is not made`() {
        #expect(PetitionNumber(prefix: "kt", digit: 1, date: july, running: 1) == nil)
        #expect(PetitionNumber(prefix: "KT", digit: 10, date: july, running: 1) == nil)
        #expect(PetitionNumber(prefix: "KT", digit: 1, date: july, running: 0) == nil)
        #expect(PetitionNumber(prefix: "KT", digit: 1, date: july, running: 1, width: 3) == nil)
    }

    @Test func `the sequence has no hole and is never reset`() {
        var sequence = NumberSequence()
        #expect((1...5).map { _ in sequence.take() } == [1, 2, 3, 4, 5])
        sequence.advance(to: 3)
        #expect(sequence.upcoming == 6)
        sequence.advance(to: 999_999)
        #expect(sequence.take() == 1_000_000)
    }

    @Test func `guests' codes count within the year`() {
        var sequence = YearSequence()
        #expect(sequence.take(in: 2014).text == "2014-1")
        sequence.advance(to: TrackingCode(year: 2014, running: 13))
        #expect(sequence.take(in: 2014).text == "2014-14")
        #expect(sequence.take(in: 2015).text == "2015-1")
        #expect(sequence.take(in: 2014).text == "2014-15")
        #expect(TrackingCode("๒๐๑๔-๑๔") == TrackingCode(year: 2014, running: 14))
        for typed in ["2014", "14-14", "2014-", "2014-0", "2014-x", "2014-1-1", "2014-+1"] {
            #expect(TrackingCode(typed) == nil)
        }
    }

    @Test func `a code is read back as it was meant`() throws {
        let code = AccessCode(random: (0..<12).map { UInt8($0 * 21 % 256) })
        #expect(code.text.utf8.count == 12)
        #expect(AccessCode(code.display.lowercased(), length: 12) == code)
        #expect(AccessCode("o1il0-0000 0", length: 10)?.text == "0111000000")
        #expect(AccessCode("0111000000", length: 10)?.display == "01110-00000")
        #expect(AccessCode("U111000000", length: 10) == nil)
        #expect(AccessCode("011100000", length: 10) == nil)
    }
}
