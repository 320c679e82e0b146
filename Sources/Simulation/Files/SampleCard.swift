internal import Cairo
internal import Pictures

/// Draws the photos by which somebody of the simulated town says who he is: a card that is plainly
/// none, with the number that the identity desk compares.
enum SampleCard {
    private static let font = "Laksaman"
    private static let width = 560, height = 350

    /// The card, crossed through as the portal crosses what comes in.
    static func photo(of citizen: Citizen, crossing: String) throws -> [UInt8] {
        try crossed(crossing) { canvas in
            card(canvas, at: Point(x: 30, y: 30), scale: 1)
            let number = Array(citizen.nationalID).map(String.init)
            let groups = [0..<1, 1..<5, 5..<10, 10..<12, 12..<13].map { number[$0].joined() }
            write(canvas, "ตัวอย่าง – มิใช่บัตรจริง", 20, at: Point(x: 50, y: 68))
            write(canvas, groups.joined(separator: " "), 30, at: Point(x: 190, y: 125))
            write(
                canvas, "\(citizen.title)\(citizen.givenName) \(citizen.familyName)", 24,
                at: Point(x: 190, y: 175))
            write(
                canvas, "\(citizen.house) หมู่ที่ \(citizen.moo) ต.ตัวอย่าง", 18,
                at: Point(x: 190, y: 215))
        }
    }

    /// A face beside the card, the same for all.
    static func face(crossing: String) throws -> [UInt8] {
        try crossed(crossing) { canvas in
            canvas.setColor(Color(0.87, 0.70, 0.56))
            canvas.circle(around: Point(x: 200, y: 150), radius: 85)
            canvas.fill()
            canvas.setColor(Color(0.20, 0.15, 0.12))
            for x in [170.0, 230] {
                canvas.circle(around: Point(x: x, y: 140), radius: 7)
                canvas.fill()
            }
            canvas.setColor(Color(0.25, 0.35, 0.55))
            canvas.rectangle(at: Point(x: 95, y: 240), Size(width: 210, height: 110))
            canvas.fill()
            card(canvas, at: Point(x: 340, y: 190), scale: 0.36)
        }
    }

    private static func crossed(_ text: String, _ body: (Canvas) -> Void) throws -> [UInt8] {
        let image = try PixelImage(width: width, height: height)
        try image.draw { canvas in
            try canvas.needFont(font)
            canvas.setColor(Color(0.78, 0.72, 0.64))
            canvas.rectangle(
                at: Point(x: 0, y: 0), Size(width: Double(width), height: Double(height)))
            canvas.fill()
            body(canvas)
        }
        return try Picture.read(try image.png()).crossed(with: text).jpeg(quality: 60)
    }

    private static func card(_ canvas: Canvas, at corner: Point, scale: Double) {
        canvas.saved {
            canvas.translate(by: corner)
            canvas.scale(by: scale)
            canvas.setColor(Color(0.83, 0.90, 0.96))
            canvas.rectangle(at: Point(x: 0, y: 0), Size(width: 500, height: 290))
            canvas.fill()
            canvas.setColor(Color(gray: 0.6))
            canvas.rectangle(at: Point(x: 24, y: 60), Size(width: 110, height: 140))
            canvas.fill()
        }
    }

    private static func write(_ canvas: Canvas, _ text: String, _ size: Double, at start: Point) {
        canvas.setColor(Color(0.10, 0.15, 0.30))
        TextLayout(text, font: Font(font, size: size), on: canvas).show(line: 0, at: start)
    }
}
