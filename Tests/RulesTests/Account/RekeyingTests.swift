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

    @Test func `what is no number is told apart: too short, or no possible number`() throws {
        func words(_ typed: String, _ identity: Identity) -> String? {
            Rekeying.objection(to: typed, with: identity)?.thai
        }
        #expect(words("1999900001010", card) == nil && words("3999900003035", card) == nil)
        #expect(words("199990000101", card)?.contains("ให้ครบ") == true)
        #expect(words("1999900001011", card)?.contains("หลักสุดท้าย") == true)
        let passport = Identity(passport: "AA1234567")
        #expect(words("AA1234568", passport) == nil)
        #expect(words("1999900001010", passport)?.contains("ให้ครบ") == true)
        #expect(words("anything", Identity()) == nil)
    }

    @Test func `a passport is compared by its number`() {
        let passport = Identity(passport: "AA1234567")
        #expect(Rekeying.outcome(of: "aa 123 4567", with: passport) == .matched)
        #expect(Rekeying.outcome(of: "AA1234568", with: passport) == .mismatched)
        #expect(Rekeying.outcome(of: "1999900001010", with: passport) == nil)
        #expect(Rekeying.outcome(of: "AA1234567", with: Identity()) == .unavailable)
    }
}
