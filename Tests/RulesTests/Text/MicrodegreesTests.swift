import Rules
import Testing

@Suite struct MicrodegreesTests {
    @Test(arguments: [
        ("7.913512", 7_913_512), ("๗.๙", 7_900_000), ("-0.5", -500_000), (" 98 ", 98_000_000),
        ("7.9135129999", 7_913_512), ("90", 90_000_000),
    ])
    func `what a map shows is read`(typed: String, kept: Int) {
        #expect(Microdegrees.read(typed, most: 98) == kept)
    }

    @Test(arguments: ["", "abc", "7,9", "91", "90.000001", "7.", "1.2.3", "7.9-1", "+7", "--7"])
    func `what is no latitude is refused`(typed: String) {
        #expect(Microdegrees.read(typed, most: 90) == nil)
    }

    @Test func `what was read is written the same`() {
        for value in [0, 1, -1, 7_913_512, -98_000_001, 180_000_000] {
            #expect(Microdegrees.read(Microdegrees.text(value), most: 180) == value)
        }
    }
}
