import Cairo
import Events
import Pictures
import TestSupport
import Testing

@Suite struct PictureTests {
    private static let red = [1, 0, 0], green = [0, 1, 0], blue = [0, 0, 1], white = [1, 1, 1]

    /// What each kind of holding makes of red, green, blue, white clockwise.
    private static let shown: [(Int, [[Int]])] = [
        (1, [red, green, blue, white]), (2, [green, red, white, blue]),
        (3, [blue, white, red, green]), (4, [white, blue, green, red]),
        (5, [red, white, blue, green]), (6, [white, red, green, blue]),
        (7, [blue, green, red, white]), (8, [green, blue, white, red]),
    ]

    @Test(arguments: shown)
    func `a photo stands upright however the camera was held`(
        orientation: Int, corners: [[Int]]
    ) throws {
        let stored = try Picture.read(Photos.fields(width: 64, height: 40)).jpeg()
        for isLittle in [true, false] {
            let photo = try Picture.read(Photos.held(orientation, stored, isLittle: isLittle))
            #expect(try photo.corners() == corners)
            #expect(photo.width == (orientation > 4 ? 40 : 64))
        }
    }

    @Test(arguments: shown)
    func `a large photo is made smaller and upright at once`(
        orientation: Int, corners: [[Int]]
    ) throws {
        let stored = try Picture.read(Photos.fields(width: 640, height: 400)).jpeg()
        let photo = try Picture.read(
            Photos.held(orientation, stored), limits: Picture.Limits(edge: 200))
        #expect(try photo.corners() == corners)
        #expect(max(photo.width, photo.height) == 200)
        #expect(min(photo.width, photo.height) == 125)
    }

    @Test func `an orientation that is none changes nothing`() throws {
        let stored = try Picture.read(Photos.fields(width: 64, height: 40)).jpeg()
        for orientation in [0, 9, 255, 65535] {
            let photo = try Picture.read(Photos.held(orientation, stored))
            #expect(try photo.corners() == [Self.red, Self.green, Self.blue, Self.white])
        }
    }

    @Test func `what a photo says about itself is gone`() throws {
        let stored = try Picture.read(Photos.fields(width: 64, height: 40)).jpeg()
        let held = Photos.held(1, stored)
        #expect(String(decoding: held, as: UTF8.self).contains("GPS 7.911"))
        let ours = try Picture.read(held).jpeg()
        for word in ["GPS 7.911", "Exif"] {
            #expect(!String(decoding: ours, as: UTF8.self).contains(word))
        }
    }

    @Test func `the same photo makes the same bytes`() throws {
        let card = try Photos.card(width: 320, height: 200)
        #expect(try Picture.read(card).jpeg() == Picture.read(card).jpeg())
        let crossed = try (0..<2).map { _ in
            try Picture.read(card).crossed(with: "ตัวอย่าง").jpeg()
        }
        #expect(crossed[0] == crossed[1])
    }

    // MARK: What is not taken

    @Test func `a picture of 20,000 by 20,000 is refused before it is decoded`() {
        let refusal = PictureRefusal.tooManyPixels(
            width: 20_000, height: 20_000, most: 40_000_000)
        #expect(throws: refusal) {
            try Picture.read(Photos.pngHeader(width: 20_000, height: 20_000))
        }
        #expect(refusal.wording.thai.contains("ไม่เกิน 40 ล้านพิกเซล"))
        for (width, height) in [(Int(UInt32.max), 1), (1, Int(UInt32.max)), (70_000, 1)] {
            #expect(throws: PictureRefusal.self) {
                try Picture.read(Photos.pngHeader(width: width, height: height))
            }
        }
    }

    @Test func `a JPEG that claims to be huge is refused before it is decoded`() throws {
        var jpeg = try Picture.read(Photos.fields(width: 64, height: 40)).jpeg()
        let frame = try #require(
            (0..<jpeg.count - 1).first { jpeg[$0] == 0xFF && jpeg[$0 + 1] == 0xC0 })
        jpeg.replaceSubrange(frame + 5..<frame + 9, with: [0x75, 0x30, 0x75, 0x30])
        #expect(
            throws: PictureRefusal.tooManyPixels(width: 30_000, height: 30_000, most: 40_000_000)
        ) { try Picture.read(jpeg) }
    }

    @Test func `a file cut off anywhere is refused`() throws {
        let card = try Photos.card(width: 160, height: 100)
        for length in stride(from: 3, to: card.count - 2, by: max(1, card.count / 97)) {
            #expect(throws: PictureRefusal.self, "\(length) of \(card.count) bytes") {
                try Picture.read(Array(card.prefix(length)))
            }
        }
        #expect(throws: PictureRefusal.truncated) {
            try Picture.read(Array(card.prefix(card.count / 2)))
        }
        let png = try Photos.fields(width: 300, height: 200)
        #expect(throws: PictureRefusal.self) { try Picture.read(Array(png.prefix(png.count / 2))) }
    }

    @Test func `random damage is refused or survived`() throws {
        let card = try Photos.card(width: 96, height: 60)
        var dice = SeededGenerator.fresh()
        print("seed \(dice.seed)")
        var read = 0, refused = 0
        for _ in 0..<300 {
            var bytes = card
            for _ in 0..<Int.random(in: 1...12, using: &dice) {
                bytes[Int.random(in: 2..<bytes.count, using: &dice)] = UInt8.random(
                    in: 0...255, using: &dice)
            }
            do {
                _ = try Picture.read(bytes)
                read += 1
            } catch is PictureRefusal { refused += 1 }
        }
        #expect(read + refused == 300)
        #expect(refused > 0)
    }

    @Test func `what is no picture is refused`() {
        for bytes in [[], Array("%PDF-1.4".utf8), Array("<svg/>".utf8), Array("GIF89a".utf8)] {
            #expect(throws: PictureRefusal.notAPicture) { try Picture.read(bytes) }
        }
        #expect(throws: PictureRefusal.truncated) { try Picture.read([0xFF, 0xD8, 0xFF]) }
    }

    // MARK: The crossing

    @Test func `a crossed photo keeps its size and changes from corner to corner`() throws {
        let photo = try Picture.read(Photos.card(width: 1600, height: 1200))
        let crossed = try photo.crossed(
            with: "ใช้เพื่อยืนยันตัวตนกับเทศบาลเมืองกะทู้เท่านั้น\n20 พฤศจิกายน 2569")
        #expect((crossed.width, crossed.height) == (1600, 1200))
        let (before, after) = (try PixelImage(png: photo.png()), try PixelImage(png: crossed.png()))
        let changed = (0..<16).filter { column in
            before.withPixels { before in
                after.withPixels { Self.differ(before, $0, photo, column: column) }
            }
        }
        #expect(changed == Array(0..<16))
        try Look.keep(crossed.jpeg(), as: "crossed.jpg")
        try Look.keep(crossed.png(), as: "crossed.png")
    }

    /// Whether anything differs in one of 16 upright stripes.
    private static func differ(
        _ before: Span<UInt8>, _ after: Span<UInt8>, _ photo: Picture, column: Int
    ) -> Bool {
        let width = photo.width / 16
        for y in 0..<photo.height {
            for x in column * width..<(column + 1) * width {
                let at = (y * photo.width + x) * 4
                if before[at] != after[at] { return true }
            }
        }
        return false
    }

    @Test(arguments: [(3000, 4000), (400, 300), (2000, 500), (120, 90)])
    func `a crossing fits photos of every shape`(width: Int, height: Int) throws {
        let photo = try Picture.read(Photos.card(width: width, height: height))
        let crossed = try photo.crossed(
            with: "ใช้เพื่อยืนยันตัวตนกับองค์การบริหารส่วนตำบลชื่อยาวมากเป็นพิเศษเพื่อทดสอบเท่านั้น 20 พ.ย. 2569")
        #expect((crossed.width, crossed.height) == (photo.width, photo.height))
        #expect(try crossed.jpeg() != photo.jpeg())
        try Look.keep(crossed.png(), as: "crossed-\(width)x\(height).png")
    }

    @Test func `a profile picture is the middle of the photo`() throws {
        let photo = try Picture.read(Photos.fields(width: 640, height: 400))
        let square = try photo.square(edge: 96)
        #expect((square.width, square.height) == (96, 96))
        #expect(try square.corners() == [Self.red, Self.green, Self.blue, Self.white])
        let small = try photo.fitted(edge: 160)
        #expect((small.width, small.height) == (160, 100))
    }

    @Test func `what is transparent becomes white`() throws {
        let clear = Self.clearPNG
        #expect(try Picture.read(clear).color(x: 0.5, y: 0.5) == Self.white)
    }

    /// One pixel that is not there.
    private static let clearPNG: [UInt8] = [
        0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0x00, 0x00, 0x00, 0x0D, 0x49, 0x48,
        0x44, 0x52, 0x00, 0x00, 0x00, 0x01, 0x00, 0x00, 0x00, 0x01, 0x08, 0x06, 0x00, 0x00,
        0x00, 0x1F, 0x15, 0xC4, 0x89, 0x00, 0x00, 0x00, 0x0B, 0x49, 0x44, 0x41, 0x54, 0x78,
        0x9C, 0x63, 0x60, 0x00, 0x02, 0x00, 0x00, 0x05, 0x00, 0x01, 0x7A, 0x5E, 0xAB, 0x3F,
        0x00, 0x00, 0x00, 0x00, 0x49, 0x45, 0x4E, 0x44, 0xAE, 0x42, 0x60, 0x82,
    ]
}
