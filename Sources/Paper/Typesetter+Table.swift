internal import Cairo

extension Typesetter {
    private static let padding = 5.0
    /// Rows of up to so many lines are not broken.
    private static let longestWholeRow = 6

    func tablePieces(_ table: Table, _ width: Double) -> [Piece] {
        let shares = table.columns.reduce(0) { $0 + $1.share }
        let widths = table.columns.map { width * $0.share / shares }
        let element = element("Table")
        let head = headPiece(table.columns.map(\.title), widths)
        var pieces = [
            Piece(height: head.height, spaceBefore: 4, keepsWithNext: true, element: element) {
                head.draw($0)
            }
        ]
        for row in table.rows {
            pieces += rowPieces(row, widths, head, element)
        }
        return pieces
    }

    private func cells(_ row: [String], _ widths: [Double], isBold: Bool) -> [TextLayout] {
        widths.indices.map { index in
            TextLayout(
                index < row.count ? row[index] : "",
                font: PageStyle.font(.small, isBold: isBold), on: canvas,
                width: widths[index] - 2 * Self.padding)
        }
    }

    private func headPiece(_ titles: [String], _ widths: [Double]) -> HeadPiece {
        let cells = cells(titles, widths, isBold: true)
        let lines = cells.map(\.lineCount).max() ?? 1
        let height = Double(lines) * PageStyle.pitch(.small) + 4
        let width = widths.reduce(0, +)
        return HeadPiece(height: height) { [canvas] corner in
            canvas.setColor(PageStyle.shade)
            canvas.rectangle(at: corner, Size(width: width, height: height))
            canvas.fill()
            canvas.setColor(.black)
            for line in 0..<lines {
                let top = 2 + Double(line) * PageStyle.pitch(.small)
                self.draw(cells, line: line, widths, corner, top: top)
            }
            self.frame(widths, corner, height: height, isFirst: true, isLast: true)
        }
    }

    private func rowPieces(
        _ row: [String], _ widths: [Double], _ head: HeadPiece, _ element: Element
    ) -> [Piece] {
        let cells = cells(row, widths, isBold: false)
        let lines = cells.map(\.lineCount).max() ?? 1
        return (0..<lines).map { index in
            let isFirst = index == 0
            let isLast = index == lines - 1
            let isWhole = lines <= Self.longestWholeRow
            let top = isFirst ? 2.0 : 0
            let height = PageStyle.pitch(.small) + top + (isLast ? 2 : 0)
            return Piece(
                height: height,
                keepsWithNext: !isLast && (isWhole || isFirst || index == lines - 2),
                head: head, element: element
            ) { corner in
                self.draw(cells, line: index, widths, corner, top: top)
                self.frame(widths, corner, height: height, isFirst: isFirst, isLast: isLast)
            }
        }
    }

    private func draw(
        _ cells: [TextLayout], line: Int, _ widths: [Double], _ corner: Point, top: Double
    ) {
        let size = PageStyle.points(.small)
        var x = corner.x
        for (cell, width) in zip(cells, widths) {
            if line < cell.lineCount {
                let y = corner.y + top + PageStyle.ascent(size)
                cell.show(line: line, at: Point(x: x + Self.padding, y: y))
            }
            x += width
        }
    }

    private func frame(
        _ widths: [Double], _ corner: Point, height: Double, isFirst: Bool, isLast: Bool
    ) {
        canvas.saved {
            canvas.setColor(PageStyle.rule)
            canvas.setLine(width: 0.6)
            var x = corner.x
            for width in [0] + widths {
                x += width
                canvas.line(from: Point(x: x, y: corner.y), to: Point(x: x, y: corner.y + height))
            }
            let edges = (isFirst ? [corner.y] : []) + (isLast ? [corner.y + height] : [])
            for y in edges {
                canvas.line(from: Point(x: corner.x, y: y), to: Point(x: x, y: y))
            }
            canvas.stroke()
        }
    }
}
