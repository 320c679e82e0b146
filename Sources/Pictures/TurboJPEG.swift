internal import CTurboJPEG
internal import Cairo

/// JPEG to pixels and back. An error in the data is thrown, never fatal: libjpeg's way of giving
/// up is caught inside libturbojpeg.
enum TurboJPEG {
    /// Decodes at the smallest of whole, half, quarter and eighth size whose longer edge is not
    /// below `edge`, so that a large photo is never wholly in memory. C: `tjDecompress2`
    static func decode(_ bytes: [UInt8], toFit edge: Int) throws -> PixelImage {
        guard let decoder = unsafe tjInitDecompress() else {
            throw PictureRefusal.damaged("memory")
        }
        defer { _ = unsafe tjDestroy(decoder) }
        var width: CInt = 0, height: CInt = 0, subsampling: CInt = 0, colors: CInt = 0
        let code = unsafe tjDecompressHeader3(
            decoder, bytes, UInt(bytes.count), &width, &height, &subsampling, &colors)
        if code != 0 { try unsafe judge(decoder) }
        guard colors != TJCS_CMYK.rawValue, colors != TJCS_YCCK.rawValue else {
            throw PictureRefusal.unusual
        }
        let divisor = divisor(longer: Int(max(width, height)), edge: edge)
        let image = try PixelImage(
            width: (Int(width) + divisor - 1) / divisor,
            height: (Int(height) + divisor - 1) / divisor)
        let decoded = image.withMutablePixels { pixels in
            unsafe pixels.withUnsafeMutableBufferPointer { target in
                unsafe tjDecompress2(
                    decoder, bytes, UInt(bytes.count), target.baseAddress, CInt(image.width),
                    CInt(image.stride), CInt(image.height), CInt(TJPF_BGRX.rawValue),
                    TJFLAG_LIMITSCANS)
            }
        }
        if decoded != 0 { try unsafe judge(decoder) }
        return image
    }

    /// Encodes with the colour at half resolution and no metadata. C: `tjCompress2`
    static func encode(_ image: PixelImage, quality: Int) throws -> [UInt8] {
        guard let encoder = unsafe tjInitCompress() else { throw PictureRefusal.damaged("memory") }
        defer { _ = unsafe tjDestroy(encoder) }
        var output: UnsafeMutablePointer<UInt8>?
        var size: UInt = 0
        defer { unsafe tjFree(output) }
        let code = image.withPixels { pixels in
            unsafe pixels.withUnsafeBufferPointer { source in
                unsafe tjCompress2(
                    encoder, source.baseAddress, CInt(image.width), CInt(image.stride),
                    CInt(image.height), CInt(TJPF_BGRX.rawValue), &output, &size,
                    CInt(TJSAMP_420.rawValue), CInt(quality), 0)
            }
        }
        guard code == 0, let bytes = unsafe output else {
            throw PictureRefusal.damaged(unsafe message(of: encoder))
        }
        return unsafe Array(UnsafeBufferPointer(start: bytes, count: Int(size)))
    }

    private static func divisor(longer: Int, edge: Int) -> Int {
        [8, 4, 2].first { (longer + $0 - 1) / $0 >= edge } ?? 1
    }

    /// A warning that spoils nothing is passed over; everything else is thrown.
    private static func judge(_ handle: tjhandle) throws {
        let message = unsafe message(of: handle)
        let isWarning = unsafe tjGetErrorCode(handle) == TJERR_WARNING.rawValue
        let isHarmless = ["extraneous bytes", "Adobe", "SOS parameters"].contains {
            message.contains($0)
        }
        if isWarning, isHarmless { return }
        if message.contains("Premature end") || message.contains("premature end") {
            throw PictureRefusal.truncated
        }
        throw PictureRefusal.damaged(message)
    }

    private static func message(of handle: tjhandle) -> String {
        unsafe String(cString: tjGetErrorStr2(handle))
    }
}
