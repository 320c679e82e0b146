import Rules
import Testing

@Suite struct BahtTests {
    @Test(arguments: [
        ("1250", 125_000), ("1,250.50", 125_050), ("๕๐.๕", 5050), ("0.07", 7), (" 3 ", 300),
    ]) func `an amount is read as people write it`(typed: String, satang: Int) {
        #expect(Baht.read(typed) == satang)
    }

    @Test(arguments: ["", "ห้าสิบ", "1.234", "1.2.3", "-5", ".5", "99999999999"])
    func `what is no amount is not read`(typed: String) { #expect(Baht.read(typed) == nil) }

    @Test(arguments: [
        (0, "0.00"), (7, "0.07"), (125_050, "1,250.50"), (123_456_700, "1,234,567.00"),
    ])
    func `an amount is written with its thousands apart`(satang: Int, text: String) {
        #expect(Baht.text(satang) == text)
    }
}
