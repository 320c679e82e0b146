import Entries
import Testing

@Suite struct InstantTests {
    @Test(arguments: [
        ("1970-01-01T00:00:00.000Z", 0), ("2024-07-08T10:56:42.000Z", 1_720_436_202_000),
        ("0001-01-01T00:00:00.000Z", -62_135_596_800_000), ("1969-12-31T23:59:59.999Z", -1),
    ]) func `an instant is written in one form and read back`(text: String, milliseconds: Int) {
        let instant = Instant(milliseconds: milliseconds)
        #expect(instant.description == text)
        #expect(Instant(rfc3339: text) == instant)
        #expect(Instant(canonical: text.utf8) == instant)
    }

    @Test func `zones and decimals are read`() {
        #expect(Instant(rfc3339: "2024-07-08T17:56:42+07:00")?.milliseconds == 1_720_436_202_000)
        #expect(Instant(rfc3339: "2024-07-08T10:56:42.1239Z")?.milliseconds == 1_720_436_202_123)
    }

    @Test(arguments: [
        "2024-02-30T00:00:00Z", "2024-07-08T24:00:00Z", "2024-07-08T10:56:42", "2024-07-08",
        "2024-07-08T10:56:42+7:00", "2024-07-08T10:56:42.Z", "", "2024-07-08T10:56:60Z",
    ]) func `what is no moment is refused`(text: String) {
        #expect(Instant(rfc3339: text) == nil)
    }
}
