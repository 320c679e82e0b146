internal import Cairo

extension Paper {
    func draw(
        _ page: [Pagination.Placed], number: Int, of count: Int, _ typesetter: Typesetter
    ) {
        if number > 1, let runningHead { drawHead(runningHead, typesetter) }
        var rest = page[...]
        while let first = rest.first {
            let element = rest.prefix { $0.piece.element == first.piece.element }
            rest = rest.dropFirst(element.count)
            typesetter.canvas.tagged(first.piece.element.tag) {
                for placed in element { draw(placed) }
            }
        }
        drawFooter(page: number, of: count, typesetter)
    }

    private func draw(_ placed: Pagination.Placed) {
        if let head = placed.head {
            head.draw(Point(x: PageStyle.left, y: placed.y - head.height))
        }
        placed.piece.draw(Point(x: PageStyle.left, y: placed.y))
    }

    private func drawHead(_ text: String, _ typesetter: Typesetter) {
        let canvas = typesetter.canvas
        canvas.setColor(PageStyle.gray)
        typesetter.line(text, .fine).show(line: 0, at: Point(x: PageStyle.left, y: 46))
        drawRule(at: 53, canvas)
    }

    private func drawFooter(page number: Int, of count: Int, _ typesetter: Typesetter) {
        let canvas = typesetter.canvas
        let top = PageStyle.size.height - PageStyle.bottom + 14
        drawRule(at: top, canvas)
        canvas.setColor(PageStyle.gray)
        for (index, text) in footer.prefix(3).enumerated() {
            let line = typesetter.line(text, index == 0 ? .fine : nil)
            line.show(line: 0, at: Point(x: PageStyle.left, y: top + 14 + Double(index) * 12))
        }
        let page = typesetter.line(pageText(number, of: count), .fine)
        let right = PageStyle.left + PageStyle.width
        page.show(line: 0, at: Point(x: right - page.width, y: top + 14))
        canvas.setColor(.black)
    }

    private func pageText(_ number: Int, of count: Int) -> String {
        let text = language == .thai ? "หน้า \(number)/\(count)" : "Page \(number)/\(count)"
        guard hasThaiDigits else { return text }
        let digits = Array("๐๑๒๓๔๕๖๗๘๙")
        return String(text.map { $0.isASCII ? $0.wholeNumberValue.map { digits[$0] } ?? $0 : $0 })
    }

    private func drawRule(at y: Double, _ canvas: Canvas) {
        canvas.setColor(PageStyle.rule)
        canvas.setLine(width: 0.5)
        canvas.line(
            from: Point(x: PageStyle.left, y: y),
            to: Point(x: PageStyle.left + PageStyle.width, y: y))
        canvas.stroke()
        canvas.setColor(.black)
    }
}
