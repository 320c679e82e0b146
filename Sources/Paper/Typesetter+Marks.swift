internal import Cairo
internal import QRCodes

extension Typesetter {
    // MARK: Signatures

    func signaturePiece(_ signature: Signature, _ width: Double) -> Piece {
        let lead = line(signature.lead, .body)
        let role = line(signature.role, .body)
        let start = max(width * 0.34, 0)
        let rule = (start + lead.width + 4, width - role.width - 4)
        let centre = (rule.0 + rule.1) / 2
        let dots = String(repeating: ".", count: 48)
        let lines = ["(\(signature.name ?? dots))"] + signature.lines
        let pitch = PageStyle.pitch(.body) + 3
        let height = 22 + pitch * Double(lines.count + 1)
        let mark = signature.mark.map { line($0, .body) }
        let texts = lines.map { line($0, .body) }
        return Piece(height: height, spaceBefore: 6, element: element("P")) { corner in
            let base = self.baseline(Point(x: corner.x, y: corner.y + 20))
            lead.show(line: 0, at: Point(x: base.x + start, y: base.y))
            role.show(line: 0, at: Point(x: base.x + rule.1 + 4, y: base.y))
            self.dot(from: base.x + rule.0, to: base.x + rule.1, at: base.y)
            if let mark {
                mark.show(line: 0, at: Point(x: base.x + centre - mark.width / 2, y: base.y))
            }
            for (index, text) in texts.enumerated() {
                let y = base.y + pitch * Double(index + 1)
                text.show(line: 0, at: Point(x: base.x + centre - text.width / 2, y: y))
            }
        }
    }

    // MARK: QR codes

    func codePiece(_ code: Code, _ width: Double) -> Piece {
        let side = min(code.side, width)
        let element = element("Figure")
        let captions = code.caption.flatMap {
            linePieces($0, size: .fine, width: width, alignment: .centre, element: element)
        }
        let height = side + 3 + captions.height
        return Piece(height: height, spaceBefore: 2, element: element) { corner in
            let left = Point(x: corner.x + (width - side) / 2, y: corner.y)
            self.draw(code, at: left, side: side)
            captions.draw(at: Point(x: corner.x, y: corner.y + side + 3))
        }
    }

    private func draw(_ code: Code, at corner: Point, side: Double) {
        let module = side / Double(code.code.side)
        canvas.setColor(.black)
        for run in code.code.runs {
            canvas.rectangle(
                at: Point(
                    x: corner.x + Double(run.columns.lowerBound) * module,
                    y: corner.y + Double(run.row) * module),
                Size(width: Double(run.columns.count) * module, height: module))
        }
        canvas.fillSharply()
    }

    // MARK: Things side by side and in frames

    func columnsPiece(_ columns: [Column], _ width: Double) -> Piece {
        let gap = 14.0
        var x = 0.0
        var parts: [(x: Double, pieces: [Piece])] = []
        let room = width - gap * Double(columns.count - 1)
        for (column, own) in zip(columns, Self.widths(of: columns, in: room)) {
            parts.append((x, pieces(of: column.blocks, width: own)))
            x += own + gap
        }
        let height = parts.map(\.pieces.height).max() ?? 0
        return Piece(height: height, element: element("Sect")) { corner in
            for part in parts { part.pieces.draw(at: Point(x: corner.x + part.x, y: corner.y)) }
        }
    }

    private static func widths(of columns: [Column], in room: Double) -> [Double] {
        var rest = room
        var shares = 0.0
        for column in columns {
            switch column.width {
            case .points(let points): rest -= points
            case .share(let share): shares += share
            }
        }
        return columns.map { column in
            switch column.width {
            case .points(let points): points
            case .share(let share): rest * share / shares
            }
        }
    }

    func boxPiece(_ blocks: [Block], _ width: Double) -> Piece {
        let padding = 8.0
        let inner = pieces(of: blocks, width: width - 2 * padding)
        let height = inner.height + 2 * padding
        return Piece(height: height, spaceBefore: 6, element: element("Sect")) { [canvas] corner in
            canvas.saved {
                canvas.setColor(PageStyle.rule)
                canvas.setLine(width: 0.8)
                canvas.rectangle(at: corner, Size(width: width, height: height))
                canvas.stroke()
            }
            inner.draw(at: Point(x: corner.x + padding, y: corner.y + padding))
        }
    }

    func rulePiece(_ width: Double) -> Piece {
        Piece(height: 1, spaceBefore: 5, element: element("P")) { [canvas] corner in
            canvas.saved {
                canvas.setColor(PageStyle.rule)
                canvas.setLine(width: 0.8)
                canvas.line(from: corner, to: Point(x: corner.x + width, y: corner.y))
                canvas.stroke()
            }
        }
    }

    /// Stands where an office's seal would; the state's emblem is not ours to print.
    func sealPiece(_ letters: String, _ width: Double) -> Piece {
        let radius = 25.0
        let text = line(letters, .large, isBold: true)
        return Piece(height: 2 * radius + 4, element: element("Figure")) { [canvas] corner in
            let centre = Point(x: corner.x + radius + 1, y: corner.y + radius + 1)
            canvas.saved {
                canvas.setColor(PageStyle.gray)
                canvas.setLine(width: 1.4)
                canvas.circle(around: centre, radius: radius)
                canvas.stroke()
                canvas.setLine(width: 0.6)
                canvas.circle(around: centre, radius: radius - 3)
                canvas.stroke()
                text.show(line: 0, at: Point(x: centre.x - text.width / 2, y: centre.y + 6.5))
            }
        }
    }
}
