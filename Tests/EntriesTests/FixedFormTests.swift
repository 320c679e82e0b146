import Entries
import Testing

@Suite struct FixedFormTests {
    @Test(arguments: [
        "0192f3a4-b5c6-7d8e-9fa0-b1c2d3e4f50", "0192f3a4-b5c6-7d8e-9fa0-b1c2d3e4f5066",
        "0192F3A4-b5c6-7d8e-9fa0-b1c2d3e4f506", "0192f3a4b5c6-7d8e-9fa0-b1c2-d3e4f506",
        "0192f3a4-b5c6-4d8e-9fa0-b1c2d3e4f506", "0192f3a4-b5c6-7d8e-1fa0-b1c2d3e4f506",
        "0192f3a4-b5c6-7d8e-9fa0-b1c2d3e4f50g", "", "0192f3a4_b5c6_7d8e_9fa0_b1c2d3e4f506",
    ]) func `what is not the one form of a UUIDv7 is no event id`(text: String) {
        #expect(EventID(text: text.utf8) == nil)
        #expect(EventID(text: Array(text.utf8)[...]) == nil)
    }

    @Test(arguments: [
        "2024-07-08T10:56:42Z", "2024-07-08T10:56:42.00Z", "2024-07-08T10:56:42.0000Z",
        "2024-07-08t10:56:42.000Z", "2024-07-08T10:56:42.000z", "2024-07-08T10:56:42.000+",
        "2024-02-30T10:56:42.000Z", "0000-01-01T00:00:00.000Z", "2024-07-08T24:00:00.000Z",
        "2024-07-08T10:60:42.000Z", "2024-07-08T10:56:60.000Z", "2024-07-08T10:56:4a.000Z",
        "2024/07/08T10:56:42.000Z", "", "2024-13-08T10:56:42.000Z",
    ]) func `what is not the one form of an instant is refused`(text: String) {
        #expect(Instant(canonical: text.utf8) == nil)
        #expect(Instant(canonical: Array(text.utf8)[...]) == nil)
    }

    @Test func `an id is put behind the last one of its millisecond`() throws {
        let random: UInt64 = 1 << 39 + 5
        let last = EventID(at: Instant(milliseconds: 1000), random: (0xFFF, 7))
        let early = EventID(at: Instant(milliseconds: 1000), random: (3, 9))
        let next = early.ordered(after: last, random: random)
        #expect(next > last.successor)
        #expect(next.high == last.high)
        #expect(next.low & (1 << 62 - 1) == 7 + 1 << 16 + 1 << 39 + 5)
        #expect(EventID(text: next.text) == next)
        let later = EventID(at: Instant(milliseconds: 1001), random: (0, 0))
        #expect(later.ordered(after: last, random: random) == later)
        #expect(last.ordered(after: later, random: random) == last)
        // No room: it stays as it was drawn.
        let full = EventID(at: Instant(milliseconds: 1000), random: (0xFFF, .max))
        #expect(early.ordered(after: full, random: random) == early)
    }

    @Test func `every day of four centuries is read back`() {
        for day in stride(from: -719_162, to: 2_932_896, by: 97) {
            let instant = Instant(milliseconds: day * 86_400_000 + day & 0x3FFFFFF)
            #expect(Instant(canonical: instant.text) == instant)
            let date = CivilDate(dayNumber: day)
            #expect(date.dayNumber == day)
            #expect(CivilDate(canonical: date.text) == date)
        }
    }

    @Test func `digests and references have all their digits in lower case`() {
        let digits = String(repeating: "0123456789abcdef", count: 4)
        #expect(Digest(hex: digits.utf8)?.description == digits)
        #expect(Digest(hex: digits.uppercased().utf8) == nil)
        #expect(Digest(hex: digits.dropLast().utf8) == nil)
        let half = String(digits.prefix(32))
        #expect(KeyReference(hex: half.utf8)?.description == half)
        #expect(KeyReference(hex: digits.utf8) == nil)
        #expect(KeyReference(hex: "g123456789abcdef0123456789abcdef".utf8) == nil)
    }

    @Test(arguments: [
        ("1-0", 1, 0), ("18446744073709551615-7", UInt64.max, 7),
    ]) func `a cursor is read in its one form`(text: String, epoch: UInt64, position: UInt64) {
        #expect(Cursor(text) == Cursor(epoch: epoch, position: position))
        #expect(Cursor(epoch: epoch, position: position).description == text)
    }

    @Test(arguments: ["", "-", "1", "1-", "01-1", "1-01", "1-+1", "1-2-3", "a-1", " 1-1"])
    func `what is no cursor is refused`(text: String) { #expect(Cursor(text) == nil) }
}
