import Cairo

/// Photos of cards that nobody has.
enum Photo {
    /// A card of one colour, as PNG.
    static func card(_ red: Double = 0.2, width: Int = 400, height: Int = 260) throws -> [UInt8] {
        let image = try PixelImage(width: width, height: height)
        try image.draw { canvas in
            canvas.setColor(Color(red, 0.6, 0.7))
            canvas.rectangle(
                at: Point(x: 0, y: 0), Size(width: Double(width), height: Double(height)))
            canvas.fill()
        }
        return try image.png()
    }
}

extension Browser.Upload {
    static func photo(_ field: String, _ bytes: [UInt8], name: String = "IMG_0001.png") -> Self {
        Browser.Upload(field: field, name: name, type: "image/png", bytes: bytes)
    }
}
