internal import Cairo

extension Picture {
    private static let family = "Laksaman"

    /// A copy crossed through (ขีดคร่อม) from corner to corner: two parallel lines and, between
    /// them, what the photo may be used for. Black within white, so that it is read on anything.
    package func crossed(with text: String) throws -> Picture {
        let result = try PixelImage(width: width, height: height)
        try result.draw { canvas in
            try canvas.needFont(Self.family)
            canvas.paint(image)
            let middle = Point(x: Double(width) / 2, y: Double(height) / 2)
            canvas.translate(by: middle)
            canvas.rotate(by: -Self.slope(Double(width), Double(height)))
            drawCrossing(text, on: canvas)
        }
        return Picture(image: result)
    }

    /// Of the diagonal, but never so steep that the text has to be read from the side.
    private static func slope(_ width: Double, _ height: Double) -> Double {
        let angle = Angle.of(height, over: width)
        return min(max(angle, 0.3), 0.95)
    }

    private func drawCrossing(_ text: String, on canvas: Canvas) {
        let edge = Double(min(width, height))
        let diagonal = (Double(width * width + height * height)).squareRoot()
        let (layout, size) = lettering(text, canvas, room: diagonal * 0.62, edge: edge)
        let pitch = size * 1.45
        let half = (pitch * Double(layout.lineCount) + size * 0.7) / 2
        for (line, color) in [(edge * 0.013, Color.white), (edge * 0.006, Color.black)] {
            canvas.setColor(Color(color.red, color.green, color.blue, alpha: 0.9))
            canvas.setLine(width: max(line, 1))
            for y in [-half, half] {
                canvas.line(from: Point(x: -diagonal, y: y), to: Point(x: diagonal, y: y))
            }
            canvas.stroke()
        }
        for index in 0..<layout.lineCount {
            let baseline = -half + pitch * Double(index) + size * 1.45
            let start = Point(x: -layout.width(ofLine: index) / 2, y: baseline)
            layout.outline(line: index, at: start)
        }
        // What lies below must be guessed through it: an officer compares the number.
        canvas.setColor(Color(gray: 1, alpha: 0.7))
        canvas.setLine(width: size * 0.16, isRound: true)
        canvas.strokeAndKeep()
        canvas.setColor(Color(gray: 0, alpha: 0.8))
        canvas.fill()
    }

    /// As large as its lines leave the photo to be recognised.
    private func lettering(
        _ text: String, _ canvas: Canvas, room: Double, edge: Double
    ) -> (TextLayout, size: Double) {
        var size = max(edge * 0.055, 7)
        while true {
            let font = Font(Self.family, size: size, isBold: true)
            let layout = TextLayout(text, font: font, on: canvas, width: room)
            let fits = Double(layout.lineCount) * size * 1.45 <= edge * 0.3
            if fits || size < 7 { return (layout, size) }
            size *= 0.92
        }
    }
}
