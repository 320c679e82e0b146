/// How far a long work has come, as a line of text.
package struct ProgressMeter: Sendable {
    let title: String
    let unit: String
    let total: Int?
    private(set) var done = 0
    private(set) var elapsed = Duration.zero
    /// Steps a second, the last few seconds weighing most.
    private(set) var rate = 0.0

    package init(title: String, unit: String, total: Int?) {
        self.title = title
        self.unit = unit
        self.total = total
    }

    /// `done` steps had been taken when `elapsed` had passed.
    package mutating func update(done: Int, elapsed: Duration) {
        let seconds = (elapsed - self.elapsed) / .seconds(1)
        guard seconds > 0 else { return }
        let latest = Double(done - self.done) / seconds
        let weight = self.elapsed == .zero ? 1 : min(1, seconds / Self.memorySeconds)
        rate += (latest - rate) * weight
        self.done = done
        self.elapsed = elapsed
    }

    package var timeLeft: Duration? {
        guard let total, rate > 0, done <= total else { return nil }
        return .seconds(Double(total - done) / rate)
    }

    /// Rate and time left stay where there is little room: the bar goes first, then the counts.
    package func line(width: Int) -> String {
        let lines = [(Self.barWidth, true), (Self.barWidth / 2, true), (0, true), (0, false)]
            .map { line(barWidth: $0, counts: $1) }
        return lines.first { DisplayWidth.of($0) <= width }
            ?? DisplayWidth.truncated(lines[lines.count - 1], to: width)
    }

    private func line(barWidth: Int, counts: Bool) -> String {
        var parts = [title]
        if let total, total > 0 {
            let filled = min(barWidth, done * barWidth / total)
            let bar =
                String(repeating: "█", count: filled)
                + String(repeating: "░", count: barWidth - filled)
            if barWidth > 0 { parts.append(bar) }
            parts.append(Readable.percent(min(done, total), of: total))
            if counts {
                parts.append("\(Readable.count(done)) of \(Readable.count(total)) \(unit)")
            }
        } else {
            parts.append("\(Readable.count(done)) \(unit)")
        }
        parts.append("\(Readable.count(Int(rate)))/s")
        if let timeLeft, timeLeft > .zero {
            parts.append("\(Readable.seconds(max(timeLeft, .seconds(1)))) left")
        }
        return parts.joined(separator: "  ")
    }

    private static let barWidth = 20
    private static let memorySeconds = 5.0
}
