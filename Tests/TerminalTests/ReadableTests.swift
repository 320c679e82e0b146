import Terminal
import Testing

@Suite struct ReadableTests {
    @Test(arguments: [
        (0, "0"), (999, "999"), (1000, "1,000"), (-1_234_567, "-1,234,567"),
        (Int.min, "-9,223,372,036,854,775,808"),
    ]) func `a count has its thousands apart`(value: Int, text: String) {
        #expect(Readable.count(value) == text)
    }

    @Test(arguments: [
        (Duration.zero, "0 ms"), (.milliseconds(38), "38 ms"), (.milliseconds(1450), "1.4 s"),
        (.seconds(59), "59 s"), (.seconds(60), "1 min"), (.seconds(125), "2 min 5 s"),
        (.seconds(3600), "1 h"), (.seconds(3605), "1 h"), (.seconds(273_600), "3 d 4 h"),
        (.seconds(-125), "-2 min 5 s"),
    ]) func `a duration is told in its two largest parts`(duration: Duration, text: String) {
        #expect(Readable.duration(duration) == text)
    }

    @Test(arguments: [(0, "0 วินาที"), (125, "2 นาที 5 วินาที"), (8_514_000, "98 วัน 13 ชม.")])
    func `a duration among Thai words is Thai`(seconds: Int, text: String) {
        #expect(Readable.thaiDuration(.seconds(seconds)) == text)
    }

    @Test(arguments: [
        (0, "0 B"), (1023, "1023 B"), (1024, "1 KiB"), (4300, "4.1 KiB"), (17 << 30, "17 GiB"),
    ]) func `a size has the unit that keeps it short`(bytes: Int, text: String) {
        #expect(Readable.size(bytes: bytes) == text)
    }

    @Test func `all but one is not all`() {
        #expect(Readable.percent(999, of: 1000) == "99 %")
        #expect(Readable.percent(1000, of: 1000) == "100 %")
        #expect(Readable.percent(0, of: 0) == "–")
    }
}
