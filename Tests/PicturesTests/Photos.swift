import Cairo
import Pictures
import TestSupport

/// Pictures that no camera took.
enum Photos {
    /// Four fields of plain colour, as PNG: red, green, blue, white from the top left clockwise.
    static func fields(width: Int, height: Int) throws -> [UInt8] {
        let image = try PixelImage(width: width, height: height)
        let half = Size(width: Double(width) / 2, height: Double(height) / 2)
        try image.draw { canvas in
            for (color, x, y) in [
                (Color(1, 0, 0), 0.0, 0.0), (Color(0, 1, 0), half.width, 0),
                (Color(0, 0, 1), half.width, half.height), (.white, 0, half.height),
            ] {
                canvas.setColor(color)
                canvas.rectangle(at: Point(x: x, y: y), half)
                canvas.fill()
            }
        }
        return try image.png()
    }

    /// Something like a card on a table: smooth shades, noise, print.
    static func card(width: Int, height: Int, seed: UInt64 = 7) throws -> [UInt8] {
        let image = try PixelImage(width: width, height: height)
        var dice = SeededGenerator(seed: seed)
        image.withMutablePixels { pixels in
            for row in 0..<height {
                for column in 0..<width {
                    let noise = Int(truncatingIfNeeded: dice.next() & 63)
                    let shade = 60 + (row + column) * 90 / (width + height)
                    let at = row * image.stride + column * 4
                    pixels[at] = UInt8(shade / 2 + noise)
                    pixels[at + 1] = UInt8(shade + noise)
                    pixels[at + 2] = UInt8(min(255, shade + 30 + noise))
                }
            }
        }
        try image.draw { canvas in drawCard(on: canvas, Double(width), Double(height)) }
        return try Picture.read(image.png(), limits: .init(edge: 10_000)).jpeg(quality: 92)
    }

    private static func drawCard(on canvas: Canvas, _ width: Double, _ height: Double) {
        canvas.setColor(Color(0.75, 0.87, 0.95))
        canvas.rectangle(
            at: Point(x: width * 0.1, y: height * 0.14),
            Size(width: width * 0.8, height: height * 0.72))
        canvas.fill()
        canvas.setColor(Color(0.6, 0.5, 0.45))
        canvas.rectangle(
            at: Point(x: width * 0.66, y: height * 0.42),
            Size(width: width * 0.2, height: height * 0.38))
        canvas.fill()
        canvas.setColor(Color(0.1, 0.15, 0.4))
        let lines = [
            "บัตรประจำตัวประชาชน (ตัวอย่าง)", "เลขประจำตัวประชาชน 1 9999 00001 01 0",
            "ชื่อตัวและชื่อสกุล นายสมชาย ใจดี",
            "เกิดวันที่ 1 ม.ค. 2530", "ที่อยู่ 99/12 หมู่ที่ 4 ต.กะทู้ อ.กะทู้ จ.ภูเก็ต",
        ]
        for (index, line) in lines.enumerated() {
            let layout = TextLayout(
                line, font: Font("Laksaman", size: height * 0.055, isBold: true), on: canvas)
            let y = height * (0.26 + 0.12 * Double(index))
            layout.show(line: 0, at: Point(x: width * 0.14, y: y))
        }
    }

    /// The JPEG with EXIF data in front that says how the camera was held.
    static func held(_ orientation: Int, _ jpeg: [UInt8], isLittle: Bool = true) -> [UInt8] {
        let exif = Array("Exif\0\0".utf8) + tiff(orientation, isLittle: isLittle)
        let length = exif.count + 2
        return [0xFF, 0xD8, 0xFF, 0xE1, UInt8(length >> 8), UInt8(length & 0xFF)] + exif
            + jpeg.dropFirst(2)
    }

    /// EXIF data with an orientation and, in a second entry, a word to look for.
    static func tiff(_ orientation: Int, isLittle: Bool = true) -> [UInt8] {
        func short(_ value: Int) -> [UInt8] {
            let bytes = [UInt8(value >> 8 & 0xFF), UInt8(value & 0xFF)]
            return isLittle ? bytes.reversed() : bytes
        }
        func long(_ value: Int) -> [UInt8] {
            isLittle
                ? short(value & 0xFFFF) + short(value >> 16)
                : short(value >> 16) + short(value & 0xFFFF)
        }
        let secret = Array("GPS 7.911 98.336\0".utf8)
        let head = Array((isLittle ? "II" : "MM").utf8) + short(42) + long(8) + short(2)
        let entry = short(0x0112) + short(3) + long(1) + short(orientation) + short(0)
        let text = short(0x010E) + short(2) + long(secret.count) + long(38)
        return head + entry + text + long(0) + secret
    }

    /// The header of a PNG that claims to be of that size.
    static func pngHeader(width: Int, height: Int) -> [UInt8] {
        func long(_ value: Int) -> [UInt8] {
            [24, 16, 8, 0].map { UInt8(value >> $0 & 0xFF) }
        }
        return [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A] + long(13) + Array("IHDR".utf8)
            + long(width) + long(height) + [8, 2, 0, 0, 0, 0, 0, 0, 0]
    }
}

extension Picture {
    /// The colour at a place, each of red, green and blue as 0 or 1.
    func color(x: Double, y: Double) throws -> [Int] {
        let image = try PixelImage(png: png())
        let at = Int(y * Double(height)) * image.stride + Int(x * Double(width)) * 4
        return image.withPixels { pixels in
            [pixels[at + 2], pixels[at + 1], pixels[at]].map { $0 > 127 ? 1 : 0 }
        }
    }

    /// The four fields from the top left clockwise.
    func corners() throws -> [[Int]] {
        try [(0.25, 0.25), (0.75, 0.25), (0.75, 0.75), (0.25, 0.75)].map {
            try color(x: $0.0, y: $0.1)
        }
    }
}
