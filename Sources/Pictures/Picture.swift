internal import Cairo

/// A photo that was looked at, decoded and turned upright; of what it said about itself (place,
/// camera, thumbnail) nothing is left. It belongs to one thread.
package final class Picture {
    /// What is taken.
    package struct Limits: Equatable, Sendable {
        /// Of the file, before it is decoded.
        package var pixels: Int
        /// What is larger is made smaller.
        package var edge: Int

        package init(pixels: Int = 40_000_000, edge: Int = 2000) {
            self.pixels = pixels
            self.edge = edge
        }

        package static let photo = Limits()
    }

    let image: PixelImage

    package var width: Int { image.width }
    package var height: Int { image.height }

    init(image: PixelImage) {
        self.image = image
    }

    /// Decodes a JPEG or PNG; throws `PictureRefusal` for what is not to be taken.
    ///
    /// The number of pixels is judged before anything is allocated. A JPEG costs some four bytes
    /// for each pixel of the result (a progressive one three for each of the file), a PNG four for
    /// each of the file: let few threads do this at a time.
    package static func read(_ bytes: [UInt8], limits: Limits = .photo) throws -> Picture {
        if let jpeg = JPEGStructure(bytes) {
            try check(jpeg.width, jpeg.height, limits)
            guard jpeg.bitsPerSample == 8, [1, 3].contains(jpeg.components) else {
                throw PictureRefusal.unusual
            }
            guard jpeg.isComplete else { throw PictureRefusal.truncated }
            let image = try TurboJPEG.decode(bytes, toFit: limits.edge)
            return try upright(image, jpeg.orientation, edge: limits.edge)
        }
        if bytes.starts(with: [0xFF, 0xD8, 0xFF]) { throw PictureRefusal.truncated }
        guard let png = PNGStructure(bytes) else { throw PictureRefusal.notAPicture }
        try check(png.width, png.height, limits)
        do {
            let image = try PixelImage(png: bytes)
            return try upright(image, .upright, edge: limits.edge, isOpaque: false)
        } catch CairoError.notAPicture(let reason) {
            // cairo tells by this that the file ended too early.
            throw reason.contains("input") ? PictureRefusal.truncated : .damaged(reason)
        }
    }

    private static func check(_ width: Int, _ height: Int, _ limits: Limits) throws {
        guard width <= 65_500, height <= 65_500, width * height <= limits.pixels else {
            throw PictureRefusal.tooManyPixels(width: width, height: height, most: limits.pixels)
        }
    }

    /// A copy whose longer edge is at most `edge`; the same picture if it is not larger.
    package func fitted(edge: Int) throws -> Picture {
        try Self.upright(image, .upright, edge: edge)
    }

    /// The middle of the picture as a square of `edge` pixels a side, for a profile.
    package func square(edge: Int) throws -> Picture {
        let result = try PixelImage(width: edge, height: edge)
        let factor = Double(edge) / Double(min(width, height))
        try result.draw { canvas in
            canvas.translate(
                by: Point(
                    x: (Double(edge) - Double(width) * factor) / 2,
                    y: (Double(edge) - Double(height) * factor) / 2))
            canvas.scale(by: factor)
            canvas.paint(image)
        }
        return Picture(image: result)
    }

    /// The picture as JPEG without metadata; the same for the same picture.
    package func jpeg(quality: Int = 85) throws -> [UInt8] {
        try TurboJPEG.encode(image, quality: quality)
    }

    /// The picture as PNG, which loses nothing.
    package func png() throws -> [UInt8] { try image.png() }

    // MARK: Turning

    private static func upright(
        _ image: PixelImage, _ orientation: Orientation, edge: Int, isOpaque: Bool = true
    ) throws -> Picture {
        let longer = max(image.width, image.height)
        if orientation == .upright, isOpaque, longer <= edge { return Picture(image: image) }
        let factor = min(1, Double(edge) / Double(longer))
        let width = max(1, Int((Double(image.width) * factor).rounded()))
        let height = max(1, Int((Double(image.height) * factor).rounded()))
        let result = try PixelImage(
            width: orientation.isSideways ? height : width,
            height: orientation.isSideways ? width : height)
        try result.draw { canvas in
            canvas.setColor(.white)
            canvas.rectangle(
                at: Point(x: 0, y: 0),
                Size(width: Double(result.width), height: Double(result.height)))
            canvas.fill()
            turn(canvas, orientation, Double(width), Double(height))
            canvas.scale(
                by: Double(width) / Double(image.width), Double(height) / Double(image.height))
            canvas.paint(image)
        }
        return Picture(image: result)
    }

    /// Maps a picture of `w` × `h` as the camera saw it to how it is looked at.
    private static func turn(_ canvas: Canvas, _ orientation: Orientation, _ w: Double, _ h: Double)
    {
        switch orientation {
        case .upright: break
        case .mirrored: canvas.transform(-1, 0, 0, 1, w, 0)
        case .upsideDown: canvas.transform(-1, 0, 0, -1, w, h)
        case .upsideDownMirrored: canvas.transform(1, 0, 0, -1, 0, h)
        case .leftTopMirrored: canvas.transform(0, 1, 1, 0, 0, 0)
        case .turnedLeft: canvas.transform(0, 1, -1, 0, h, 0)
        case .rightBottomMirrored: canvas.transform(0, -1, -1, 0, h, w)
        case .turnedRight: canvas.transform(0, -1, 1, 0, 0, w)
        }
    }
}
