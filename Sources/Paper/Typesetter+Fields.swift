internal import Cairo

extension Typesetter {
    /// A row of fields, or several rows if they do not fit side by side; the lines of a field
    /// that has a row of its own may stand on two pages.
    func fieldPieces(_ row: [Field], _ width: Double) -> [Piece] {
        guard let widths = widths(of: row, in: width) else {
            return row.flatMap { pieces(of: $0, width, self.element("P")) }
        }
        let element = element("P")
        if row.count == 1 { return pieces(of: row[0], width, element) }
        var x = 0.0
        var columns: [(x: Double, pieces: [Piece])] = []
        for (field, own) in zip(row, widths) {
            columns.append((x, pieces(of: field, own, element)))
            x += own + Self.gap
        }
        let height = columns.map(\.pieces.height).max() ?? 0
        return [
            Piece(height: height, element: element) { corner in
                for column in columns {
                    column.pieces.draw(at: Point(x: corner.x + column.x, y: corner.y))
                }
            }
        ]
    }

    private static let gap = 12.0

    /// By their shares if every field then fits on a line, else by their need; nil if they need
    /// more than there is.
    private func widths(of row: [Field], in width: Double) -> [Double]? {
        let room = width - Self.gap * Double(row.count - 1)
        let shares = row.reduce(0) { $0 + $1.share }
        let wanted = row.map { room * $0.share / shares }
        guard row.count > 1 else { return wanted }
        let needed = row.map(need)
        if zip(needed, wanted).allSatisfy({ $0 <= $1 }) { return wanted }
        let spare = room - needed.reduce(0, +)
        guard spare >= 0 else { return nil }
        return needed.map { $0 + spare / Double(row.count) }
    }

    /// The width of a field on one line.
    private func need(_ field: Field) -> Double {
        let label = field.label.isEmpty ? 0 : line(field.label, .body).width + 6
        switch field.value {
        case .text(let text):
            return label + line(text, .body, isBold: !field.isDotted).width + 8
        case .blank: return label + 40
        case .boxes(let groups):
            let boxes = Double(groups.reduce(0, +)) * Self.boxSide
            return label + boxes + Double(groups.count - 1) * 8 + 1
        }
    }

    private func pieces(of field: Field, _ width: Double, _ element: Element) -> [Piece] {
        let label = line(field.label, .body)
        let start = field.label.isEmpty ? 0 : label.width + 6
        switch field.value {
        case .text(let text): return valuePieces(text, field, label, start, width, element)
        case .blank(let lines): return blankPieces(lines, label, start, width, element)
        case .boxes(let groups):
            return [
                Piece(height: PageStyle.pitch(.body) + 4, element: element) { corner in
                    let base = self.baseline(Point(x: corner.x, y: corner.y + 4))
                    label.show(line: 0, at: base)
                    self.drawBoxes(groups, at: Point(x: base.x + start, y: base.y - 12.5))
                }
            ]
        }
    }

    private func valuePieces(
        _ text: String, _ field: Field, _ label: TextLayout, _ start: Double, _ width: Double,
        _ element: Element
    ) -> [Piece] {
        let lead = field.isDotted ? 4.0 : 0
        let values = TextLayout(
            text, font: PageStyle.font(.body, isBold: !field.isDotted), on: canvas, width: width,
            indent: min(start + lead, width * 0.8))
        let indent = min(start + lead, width * 0.8)
        return (0..<values.lineCount).map { index in
            let isFirst = index == 0
            return Piece(
                height: PageStyle.pitch(.body), keepsWithNext: isFirst && values.lineCount > 1,
                element: element
            ) { corner in
                let base = self.baseline(corner)
                if isFirst { label.show(line: 0, at: base) }
                if field.isDotted {
                    self.dot(from: base.x + (isFirst ? start : 0), to: base.x + width, at: base.y)
                }
                let x = base.x + (isFirst ? indent : 0)
                values.show(line: index, at: Point(x: x, y: base.y))
            }
        }
    }

    private func blankPieces(
        _ lines: Int, _ label: TextLayout, _ start: Double, _ width: Double, _ element: Element
    ) -> [Piece] {
        (0..<max(lines, 1)).map { index in
            // Handwriting needs more room than print.
            Piece(
                height: PageStyle.pitch(.body) + 4, keepsWithNext: index == 0 && lines > 1,
                element: element
            ) { corner in
                let base = self.baseline(Point(x: corner.x, y: corner.y + 4))
                if index == 0 { label.show(line: 0, at: base) }
                self.dot(from: base.x + (index == 0 ? start : 0), to: base.x + width, at: base.y)
            }
        }
    }

    func baseline(_ corner: Point) -> Point {
        Point(x: corner.x, y: corner.y + PageStyle.ascent(PageStyle.points(.body)))
    }

    /// A dotted line just below the baseline.
    func dot(from start: Double, to end: Double, at baseline: Double) {
        guard end > start else { return }
        canvas.saved {
            canvas.setColor(PageStyle.dots)
            canvas.setLine(width: 0.8, dashes: [0, 2.4], isRound: true)
            canvas.line(
                from: Point(x: start, y: baseline + 2.6), to: Point(x: end, y: baseline + 2.6))
            canvas.stroke()
        }
    }

    private static let boxSide = 15.0

    private func drawBoxes(_ groups: [Int], at corner: Point) {
        let side = Self.boxSide
        var x = corner.x
        canvas.saved {
            canvas.setColor(PageStyle.dots)
            canvas.setLine(width: 0.7)
            for (index, group) in groups.enumerated() {
                if index > 0 {
                    canvas.line(
                        from: Point(x: x + 2, y: corner.y + side / 2),
                        to: Point(x: x + 6, y: corner.y + side / 2))
                    x += 8
                }
                for _ in 0..<group {
                    canvas.rectangle(
                        at: Point(x: x, y: corner.y), Size(width: side, height: side + 1))
                    x += side
                }
            }
            canvas.stroke()
        }
    }

    // MARK: Boxes to tick

    /// The options stand behind one another, as many on a line as fit.
    func choicePieces(_ choices: Choices, _ width: Double) -> [Piece] {
        let element = element("P")
        let label = line(choices.label, .body)
        var lines: [[(x: Double, option: Choices.Option, text: TextLayout)]] = [[]]
        var x = choices.label.isEmpty ? 0 : label.width + 12
        for option in choices.options {
            let text = TextLayout(
                option.label, font: PageStyle.font(.body), on: canvas, width: width - 18)
            if x + 18 + text.width > width, x > 0 {
                lines.append([])
                x = 12
            }
            lines[lines.count - 1].append((x, option, text))
            x += 18 + text.width + 16
        }
        return lines.enumerated().map { index, options in
            let tallest = options.map(\.text.lineCount).max() ?? 1
            return Piece(
                height: PageStyle.pitch(.body) * Double(max(tallest, 1)) + 1,
                keepsWithNext: index < lines.count - 1, element: element
            ) { corner in
                let base = self.baseline(corner)
                if index == 0 { label.show(line: 0, at: base) }
                for option in options { self.draw(option.option, option.text, base, option.x) }
            }
        }
    }

    private func draw(
        _ option: Choices.Option, _ text: TextLayout, _ base: Point, _ x: Double
    ) {
        let side = 10.0
        let corner = Point(x: base.x + x, y: base.y - side + 0.5)
        canvas.saved {
            canvas.setColor(.black)
            canvas.setLine(width: 0.9)
            canvas.rectangle(at: corner, Size(width: side, height: side))
            canvas.stroke()
            if option.isTicked { drawTick(in: corner, side) }
        }
        for index in 0..<text.lineCount {
            let y = base.y + Double(index) * PageStyle.pitch(.body)
            text.show(line: index, at: Point(x: corner.x + side + 6, y: y))
        }
    }

    private func drawTick(in corner: Point, _ side: Double) {
        canvas.setLine(width: 1.7, isRound: true)
        canvas.move(to: Point(x: corner.x + side * 0.18, y: corner.y + side * 0.52))
        canvas.line(to: Point(x: corner.x + side * 0.42, y: corner.y + side * 0.78))
        canvas.line(to: Point(x: corner.x + side * 0.86, y: corner.y + side * 0.14))
        canvas.stroke()
    }
}
