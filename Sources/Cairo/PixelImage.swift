internal import CPango

/// A picture in memory: rows of pixels of four bytes, blue, green, red and one that counts for
/// nothing or for transparency.
///
/// Costs four bytes a pixel. It belongs to one thread.
@safe package final class PixelImage {
    private let surface: OpaquePointer
    package let width: Int, height: Int
    /// Bytes from a row to the next.
    package let stride: Int

    /// A black picture; the caller has checked that it is not too large.
    package convenience init(width: Int, height: Int) throws(CairoError) {
        try unsafe self.init(
            cairo_image_surface_create(CAIRO_FORMAT_RGB24, CInt(width), CInt(height)),
            "cairo_image_surface_create")
    }

    /// Decodes a PNG; the caller has checked its size. C: `cairo_image_surface_create_from_png_stream`
    package convenience init(png bytes: [UInt8]) throws(CairoError) {
        let source = Source(bytes)
        let surface = unsafe cairo_image_surface_create_from_png_stream(
            Source.give, Unmanaged.passUnretained(source).toOpaque())
        do {
            try unsafe self.init(surface, "cairo_image_surface_create_from_png_stream")
        } catch .failed(_, let reason) {
            throw .notAPicture(reason: reason)
        }
    }

    private init(_ surface: OpaquePointer?, _ function: String) throws(CairoError) {
        guard let surface = unsafe surface else {
            throw .failed(function: function, reason: "out of memory")
        }
        do {
            try Status.check(unsafe cairo_surface_status(surface), function)
        } catch {
            unsafe cairo_surface_destroy(surface)
            throw error
        }
        unsafe self.surface = surface
        width = Int(unsafe cairo_image_surface_get_width(surface))
        height = Int(unsafe cairo_image_surface_get_height(surface))
        stride = Int(unsafe cairo_image_surface_get_stride(surface))
    }

    deinit { unsafe cairo_surface_destroy(surface) }

    /// Draws on the picture; what failed is thrown afterwards.
    package func draw(_ body: (Canvas) throws -> Void) throws {
        let canvas = unsafe Canvas(surface: surface)
        try body(canvas)
        try canvas.check("drawing on a picture")
        unsafe cairo_surface_flush(surface)
    }

    /// Lends the pixels for writing.
    package func withMutablePixels<T>(_ body: (inout MutableSpan<UInt8>) throws -> T) rethrows -> T
    {
        unsafe cairo_surface_flush(surface)
        defer { unsafe cairo_surface_mark_dirty(surface) }
        let data = unsafe cairo_image_surface_get_data(surface)
        var pixels = unsafe MutableSpan(_unsafeStart: data!, count: stride * height)
        return try body(&pixels)
    }

    /// Lends the pixels for reading.
    package func withPixels<T>(_ body: (Span<UInt8>) throws -> T) rethrows -> T {
        unsafe cairo_surface_flush(surface)
        let data = unsafe cairo_image_surface_get_data(surface)
        return try body(unsafe Span(_unsafeStart: UnsafePointer(data!), count: stride * height))
    }

    /// The picture as PNG.
    package func png() throws(CairoError) -> [UInt8] {
        let sink = Sink()
        let status = unsafe cairo_surface_write_to_png_stream(
            surface, Sink.take, Unmanaged.passUnretained(sink).toOpaque())
        try Status.check(status, "cairo_surface_write_to_png_stream")
        return sink.bytes
    }

    fileprivate var handle: OpaquePointer { unsafe surface }

    private final class Source {
        private var rest: ArraySlice<UInt8>

        init(_ bytes: [UInt8]) {
            rest = bytes[...]
        }

        static let give: cairo_read_func_t = { source, target, length in
            guard let source = unsafe source, let target = unsafe target else {
                return CAIRO_STATUS_READ_ERROR
            }
            let taken = unsafe Unmanaged<Source>.fromOpaque(source).takeUnretainedValue()
                .take(Int(length))
            guard taken.count == Int(length) else { return CAIRO_STATUS_READ_ERROR }
            _ = unsafe UnsafeMutableBufferPointer(start: target, count: Int(length)).update(
                fromContentsOf: taken)
            return CAIRO_STATUS_SUCCESS
        }

        private func take(_ count: Int) -> ArraySlice<UInt8> {
            let taken = rest.prefix(count)
            rest = rest.dropFirst(count)
            return taken
        }
    }
}

extension Canvas {
    /// Paints `image` with its top left corner at the origin; what is smaller is averaged.
    package func paint(_ image: PixelImage) {
        unsafe cairo_set_source_surface(context, image.handle, 0, 0)
        unsafe cairo_pattern_set_filter(cairo_get_source(context), CAIRO_FILTER_GOOD)
        unsafe cairo_pattern_set_extend(cairo_get_source(context), CAIRO_EXTEND_PAD)
        unsafe cairo_paint(context)
    }
}
