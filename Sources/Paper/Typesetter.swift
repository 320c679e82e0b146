internal import Cairo

/// Turns blocks into pieces of a given width.
final class Typesetter {
    let canvas: Canvas
    private var elements = 0

    init(canvas: Canvas) {
        self.canvas = canvas
    }

    func element(_ tag: String) -> Element {
        elements += 1
        return Element(tag: tag, number: elements)
    }

    /// One line without limit of width; nil as size is for what hardly anybody reads.
    func line(_ text: String, _ size: TextSize?, isBold: Bool = false) -> TextLayout {
        let font =
            size.map { PageStyle.font($0, isBold: isBold) } ?? Font(PageStyle.family, size: 8)
        return TextLayout(text, font: font, on: canvas)
    }

    func pieces(of blocks: [Block], width: Double = PageStyle.width) -> [Piece] {
        blocks.flatMap { pieces(of: $0, width: width) }
    }

    private func pieces(of block: Block, width: Double) -> [Piece] {
        switch block {
        case .title(let text, let subtitle): titlePieces(text, subtitle, width)
        case .heading(let text): headingPieces(text, width)
        case .paragraph(let text, let style): paragraphPieces(text, style, width)
        case .fields(let rows): rows.flatMap { fieldPieces($0, width) }
        case .choices(let choices): choicePieces(choices, width)
        case .table(let table): tablePieces(table, width)
        case .signature(let signature): [signaturePiece(signature, width)]
        case .code(let code): [codePiece(code, width)]
        case .columns(let columns): [columnsPiece(columns, width)]
        case .box(let blocks): [boxPiece(blocks, width)]
        case .together(let blocks): together(pieces(of: blocks, width: width))
        case .seal(let letters): [sealPiece(letters, width)]
        case .rule: [rulePiece(width)]
        case .space(let height): [Piece(height: height, element: element("P")) { _ in }]
        }
    }

    private func together(_ pieces: [Piece]) -> [Piece] {
        pieces.enumerated().map { index, piece in
            var piece = piece
            piece.keepsWithNext = index < pieces.count - 1
            return piece
        }
    }

    // MARK: Running text

    /// A piece for each line: no page ends after the first line of a paragraph or before the last.
    func linePieces(
        _ text: String, size: TextSize, isBold: Bool = false, width: Double,
        alignment: ParagraphStyle.Alignment = .start, indent: Double = 0, element: Element
    ) -> [Piece] {
        let layout = TextLayout(
            text, font: PageStyle.font(size, isBold: isBold), on: canvas, width: width,
            indent: indent)
        let count = layout.lineCount
        return (0..<count).map { index in
            let slack = width - layout.width(ofLine: index)
            let x =
                switch alignment {
                case .start: index == 0 ? indent : 0
                case .centre: slack / 2
                case .end: slack
                }
            let isEdge = index == 0 || index == count - 2
            return Piece(
                height: PageStyle.pitch(size), keepsWithNext: isEdge && index < count - 1,
                element: element
            ) { corner in
                let baseline = corner.y + PageStyle.ascent(PageStyle.points(size))
                layout.show(line: index, at: Point(x: corner.x + x, y: baseline))
            }
        }
    }

    private func titlePieces(_ text: String, _ subtitle: String?, _ width: Double) -> [Piece] {
        var pieces = linePieces(
            text, size: .large, isBold: true, width: width, alignment: .centre,
            element: element("H1"))
        if let subtitle {
            pieces += linePieces(
                subtitle, size: .body, width: width, alignment: .centre, element: element("P"))
        }
        pieces[0].spaceBefore = 8
        pieces[pieces.count - 1].height += 5
        return keptWithNext(pieces)
    }

    private func headingPieces(_ text: String, _ width: Double) -> [Piece] {
        var pieces = linePieces(
            text, size: .body, isBold: true, width: width, element: element("H2"))
        pieces[0].spaceBefore = 8
        pieces[pieces.count - 1].height += 3
        return keptWithNext(pieces)
    }

    private func keptWithNext(_ pieces: [Piece]) -> [Piece] {
        pieces.map { piece in
            var piece = piece
            piece.keepsWithNext = true
            return piece
        }
    }

    private func paragraphPieces(
        _ text: String, _ style: ParagraphStyle, _ width: Double
    ) -> [Piece] {
        var pieces: [Piece] = []
        for paragraph in text.split(separator: "\n", omittingEmptySubsequences: false) {
            var lines = linePieces(
                String(paragraph), size: style.size, isBold: style.isBold, width: width,
                alignment: style.alignment, indent: style.isIndented ? 42 : 0,
                element: element("P"))
            lines[0].spaceBefore = pieces.isEmpty ? 2 : 0
            pieces += lines
        }
        return pieces
    }
}
