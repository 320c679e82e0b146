import Entries
import Events
import Rules
import Testing

@Suite struct RekeyingTests {
    private let card = Identity(nationalID: "1999900001010")

    @Test(arguments: [
        ("1999900001010", CheckOutcome.matched), ("1-9999-00001-01-0", .matched),
        ("๑๙๙๙๙๐๐๐๐๑๐๑๐", .matched), ("3999900003035", .mismatched),
    ]) func `a number is compared as people write it`(typed: String, outcome: CheckOutcome) {
        #expect(Rekeying.outcome(of: typed, with: card) == outcome)
    }

    @Test(arguments: ["", "199990000101", "1999900001011", "AA1234567"])
    func `what is no number is no comparison`(typed: String) {
        #expect(Rekeying.outcome(of: typed, with: card) == nil)
    }

    @Test func `a passport is compared by its number`() {
        let passport = Identity(passport: "AA1234567")
        #expect(Rekeying.outcome(of: "aa 123 4567", with: passport) == .matched)
        #expect(Rekeying.outcome(of: "AA1234568", with: passport) == .mismatched)
        #expect(Rekeying.outcome(of: "1999900001010", with: passport) == nil)
        #expect(Rekeying.outcome(of: "AA1234567", with: Identity()) == .unavailable)
    }
}
