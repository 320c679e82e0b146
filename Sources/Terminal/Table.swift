/// Rows and columns for a person's eye.
package struct Table: Sendable {
    package struct Column: Sendable {
        package enum Fit: Sendable {
            /// Cut with … when the terminal is too narrow.
            case shrinks
            /// Never cut: a petition number, a digest.
            case whole
            /// Cut, and left out where that is not enough: the last of them first.
            case leaves
        }

        let title: String
        let isRight: Bool
        let fit: Fit

        package init(_ title: String, _ fit: Fit = .shrinks) {
            self.title = title
            isRight = false
            self.fit = fit
        }

        /// A column of numbers: on the right and never cut.
        package static func number(_ title: String) -> Column { Column(number: title) }

        private init(number title: String) {
            self.title = title
            isRight = true
            fit = .whole
        }
    }

    package struct Cell: Sendable, ExpressibleByStringInterpolation {
        let text: String
        let tone: Tone

        /// Takes text from anywhere: what could act on the terminal is made visible.
        package init(_ text: String, _ tone: Tone = .plain) {
            self.text = Printable.text(text)
            self.tone = tone
        }

        package init(stringLiteral text: String) { self.init(text) }

        package static func count(_ value: Int, _ tone: Tone = .plain) -> Cell {
            Cell(Readable.count(value), tone)
        }
    }

    package let columns: [Column]
    package private(set) var rows: [[Cell]] = []

    package init(_ columns: [Column]) { self.columns = columns }

    /// Adds a row of as many cells as there are columns.
    package mutating func add(_ cells: [Cell]) {
        precondition(cells.count == columns.count, "a row has a cell for each column")
        rows.append(cells)
    }

    /// The lines of the table; without a width nothing is cut. Where what must not be cut has no
    /// room side by side, each row is a block with a line for each of its cells.
    package func lines(width: Int?, styles: Bool) -> [String] {
        if let width, !fits(width) { return blocks(width: width, styles: styles) }
        let widths = columnWidths(within: width)
        let shown = columns.indices.filter { widths[$0] > 0 }
        var lines: [String] = []
        lines.reserveCapacity(rows.count + 2)
        lines.append(line(columns.map { Cell($0.title, .strong) }, widths, shown, styles))
        let rule = shown.map { widths[$0] }.map { String(repeating: "─", count: $0) }.joined(
            separator: "  ")
        lines.append(Tone.faint.styled(rule, styles))
        for row in rows { lines.append(line(row, widths, shown, styles)) }
        return lines
    }

    /// The titles of the columns that have no room within `width`.
    func leftOut(width: Int?) -> [String] {
        if let width, !fits(width) { return [] }
        let widths = columnWidths(within: width)
        return columns.indices.filter { widths[$0] == 0 }.map { columns[$0].title }
    }

    private func fits(_ width: Int) -> Bool {
        let shown = columnWidths(within: width).filter { $0 > 0 }
        return shown.reduce(0, +) + 2 * max(0, shown.count - 1) <= width
    }

    private func blocks(width: Int, styles: Bool) -> [String] {
        rows.flatMap { row in
            [Tone.faint.styled(String(repeating: "─", count: min(width, 20)), styles)]
                + zip(columns, row).flatMap { column, cell -> [String] in
                    let title = Tone.strong.styled(column.title, styles)
                    let text = cell.tone.styled(cell.text, styles)
                    let isOne =
                        DisplayWidth.of(column.title) + 2 + DisplayWidth.of(cell.text) <= width
                    return isOne ? ["\(title): \(text)"] : ["\(title):", text]
                }
        }
    }

    private func line(
        _ cells: [Cell], _ widths: [Int], _ shown: [Int], _ styles: Bool
    ) -> String {
        var line = ""
        for index in shown {
            let cell = cells[index]
            let text = DisplayWidth.truncated(cell.text, to: widths[index])
            let blanks = String(repeating: " ", count: widths[index] - DisplayWidth.of(text))
            let styled = cell.tone.styled(text, styles)
            if index != shown.first { line += "  " }
            if columns[index].isRight {
                line += blanks + styled
            } else {
                line += styled + (index == shown.last ? "" : blanks)
            }
        }
        return line
    }

    /// 0 for a column that is left out.
    private func columnWidths(within width: Int?) -> [Int] {
        var widths = columns.map { DisplayWidth.of($0.title) }
        for row in rows {
            for (index, cell) in row.enumerated() {
                widths[index] = max(widths[index], DisplayWidth.of(cell.text))
            }
        }
        guard let width else { return widths }
        var excess = widths.reduce(0, +) + 2 * (columns.count - 1) - width
        while excess > 0, let widest = widestShrinkable(widths) {
            widths[widest] -= 1
            excess -= 1
        }
        for index in columns.indices.reversed()
        where excess > 0 && columns[index].fit == .leaves {
            excess -= widths[index] + 2
            widths[index] = 0
        }
        return widths
    }

    private func widestShrinkable(_ widths: [Int]) -> Int? {
        columns.indices
            .filter { columns[$0].fit != .whole && widths[$0] > Self.narrowest }
            .max { widths[$0] < widths[$1] }
    }

    /// A column that shrinks keeps this many cells.
    private static let narrowest = 6
}
