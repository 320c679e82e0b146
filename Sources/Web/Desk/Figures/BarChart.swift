internal import Markup

/// Bars that lie: a name, a number and a bar a row, so that long names find room on a phone.
struct BarChart {
    struct Bar {
        let label: String
        /// The lengths of its parts, one a series.
        let parts: [Double]
        /// What stands at its end.
        let value: String
    }

    let id: String
    let title: String
    let bars: [Bar]

    private static let rowHeight = 40
    private static let mostLetters = 34

    var html: HTML {
        let longest = bars.map { $0.parts.reduce(0, +) }.max() ?? 0
        let rows = ChartParts.html {
            for (index, bar) in bars.enumerated() {
                row(bar, top: index * Self.rowHeight, longest)
            }
        }
        return ChartParts.drawing(
            id, title: title, description: description, height: max(1, bars.count) * Self.rowHeight,
            rows)
    }

    /// What is seen, in words.
    private var description: String {
        bars.map { "\($0.label) \($0.value)" }.joined(separator: ", ")
    }

    private func row(_ bar: Bar, top: Int, _ longest: Double) -> HTML {
        let short =
            bar.label.count > Self.mostLetters
            ? "\(bar.label.prefix(Self.mostLetters - 1))…" : bar.label
        var drawn = ChartParts.html {
            ChartParts.text(short, x: 0, y: top + 15)
            ChartParts.text(
                bar.value, x: ChartParts.width, y: top + 15, class: "value", anchor: "end")
            ChartParts.bar(x: 0, y: top + 21, width: ChartParts.width, height: 12, series: nil)
        }
        guard longest > 0 else { return drawn }
        var (sum, from) = (0.0, 0)
        for (series, part) in bar.parts.enumerated() where part > 0 {
            sum += part
            // What is there is seen, however little it is.
            let to = max(from + 2, Int(sum / longest * Double(ChartParts.width)))
            drawn.append(
                ChartParts.bar(
                    x: from, y: top + 21, width: min(to, ChartParts.width) - from, height: 12,
                    series: series))
            from = min(to, ChartParts.width - 2)
        }
        return drawn
    }
}
