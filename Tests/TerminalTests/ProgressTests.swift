import Terminal
import Testing

@Suite struct ProgressTests {
    @Test func `a bar tells how far, how fast and how long still`() {
        var meter = ProgressMeter(title: "importing", unit: "events", total: 561_470)
        meter.update(done: 140_000, elapsed: .seconds(2))
        #expect(
            meter.line(width: 200)
                == "importing  ████░░░░░░░░░░░░░░░░  24 %  140,000 of 561,470 events  70,000/s  6 s left"
        )
        meter.update(done: 561_470, elapsed: .seconds(8))
        let whole = meter.line(width: 200)
        #expect(whole.contains("100 %  561,470 of 561,470 events") && !whole.contains("left"))
        #expect(DisplayWidth.of(meter.line(width: 40)) <= 40)
    }

    @Test func `where there is little room, rate and time left stay`() {
        var meter = ProgressMeter(title: "comparing views", unit: "entries", total: 154_484)
        meter.update(done: 77_242, elapsed: .seconds(4))
        for width in [79, 59, 45] {
            let line = meter.line(width: width)
            #expect(DisplayWidth.of(line) <= width)
            #expect(line.contains("50 %") && line.hasSuffix("19,310/s  4 s left"), "\(line)")
        }
        #expect(meter.line(width: 84).contains("  █████░░░░░  50 %"))
        #expect(meter.line(width: 30).hasSuffix("…"))
    }

    @Test func `work of unknown length has a rate but no end`() {
        var meter = ProgressMeter(title: "reading", unit: "rows", total: nil)
        meter.update(done: 5000, elapsed: .seconds(2))
        #expect(meter.line(width: 200) == "reading  5,000 rows  2,500/s")
        #expect(meter.timeLeft == nil)
    }

    @Test func `the time left follows a change of speed`() throws {
        var meter = ProgressMeter(title: "", unit: "", total: 1000)
        meter.update(done: 500, elapsed: .seconds(5))
        #expect(meter.timeLeft == .seconds(5))
        for second in 6...30 { meter.update(done: 500 + second, elapsed: .seconds(second)) }
        #expect(try #require(meter.timeLeft) > .seconds(60))
    }
}
