internal import Markup

/// Columns over time: side by side, or one upon the other.
struct ColumnChart {
    struct Column {
        let label: String
        /// One a series.
        let values: [Int]
        /// The same with its whole name, for whoever does not see it.
        let words: String
    }

    let id: String
    let title: String
    let columns: [Column]
    var isStacked = false

    private static let (left, top, bottom) = (34, 12, 152)
    private static let height = 172

    var html: HTML {
        let most = Self.roundUp(
            columns.map { isStacked ? $0.values.reduce(0, +) : $0.values.max() ?? 0 }.max() ?? 0)
        let room = (ChartParts.width - Self.left) / max(1, columns.count)
        let drawn = ChartParts.html {
            for step in [0, most / 2, most] {
                let y = Self.y(step, most)
                ChartParts.line(y: y, from: Self.left)
                ChartParts.text(
                    OfficeFigures.count(step), x: Self.left - 5, y: y + 4, class: "tick",
                    anchor: "end")
            }
            for (index, column) in columns.enumerated() {
                draw(column, from: Self.left + index * room, room, most)
            }
        }
        return ChartParts.drawing(
            id, title: title, description: columns.map(\.words).joined(separator: ", "),
            height: Self.height, drawn)
    }

    private func draw(_ column: Column, from x: Int, _ room: Int, _ most: Int) -> HTML {
        var drawn = ChartParts.text(
            column.label, x: x + room / 2, y: Self.height - 4, class: "tick", anchor: "middle")
        let width = isStacked ? room - 4 : (room - 4) / max(1, column.values.count)
        var below = 0
        for (series, value) in column.values.enumerated() where value > 0 {
            let (low, high) = (Self.y(below, most), Self.y(below + value, most))
            let height = max(2, low - high)
            drawn.append(
                ChartParts.bar(
                    x: x + 2 + (isStacked ? 0 : series * width), y: low - height, width: width,
                    height: height, series: series))
            if isStacked { below += value }
        }
        return drawn
    }

    private static func y(_ value: Int, _ most: Int) -> Int {
        bottom - (bottom - top) * value / max(1, most)
    }

    /// The next of 2, 4, 10, 20, 40, 100 …: its half is whole too.
    static func roundUp(_ value: Int) -> Int {
        var unit = 1
        while true {
            for step in [2, 4, 10] where step * unit >= value { return step * unit }
            unit *= 10
        }
    }
}
