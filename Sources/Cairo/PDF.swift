internal import CPango

/// What a PDF says about itself.
package struct PDFMetadata: Equatable, Sendable {
    package var title: String
    package var author: String
    /// ISO 8601: the same every time the same document is made.
    package var created: String
    /// BCP 47: `th`.
    package var language: String

    package init(title: String, author: String, created: String, language: String) {
        self.title = title
        self.author = author
        self.created = created
        self.language = language
    }
}

package enum PDF {
    /// The bytes of a document with pages of `size`: the same for the same drawing.
    package static func write(
        size: Size, metadata: PDFMetadata, draw: (Canvas) throws -> Void
    ) throws -> [UInt8] {
        let sink = Sink()
        let surface = unsafe cairo_pdf_surface_create_for_stream(
            Sink.take, Unmanaged.passUnretained(sink).toOpaque(), size.width, size.height)!
        defer { unsafe cairo_surface_destroy(surface) }
        try Status.check(unsafe cairo_surface_status(surface), "cairo_pdf_surface_create")
        unsafe describe(surface, metadata)
        let canvas = unsafe Canvas(surface: surface)
        try draw(canvas)
        try canvas.check("drawing a PDF")
        unsafe cairo_surface_finish(surface)
        try Status.check(unsafe cairo_surface_status(surface), "cairo_surface_finish")
        return PDFLanguage.added(metadata.language, to: sink.bytes)
    }

    private static func describe(_ surface: OpaquePointer, _ metadata: PDFMetadata) {
        unsafe cairo_pdf_surface_restrict_to_version(surface, CAIRO_PDF_VERSION_1_5)
        unsafe cairo_pdf_surface_set_metadata(
            surface, CAIRO_PDF_METADATA_TITLE, PrintableText(metadata.title).text)
        unsafe cairo_pdf_surface_set_metadata(
            surface, CAIRO_PDF_METADATA_AUTHOR, PrintableText(metadata.author).text)
        unsafe cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATOR, "Khamrong")
        unsafe cairo_pdf_surface_set_metadata(
            surface, CAIRO_PDF_METADATA_CREATE_DATE, metadata.created)
        unsafe cairo_pdf_surface_set_metadata(
            surface, CAIRO_PDF_METADATA_MOD_DATE, metadata.created)
    }
}

/// Where a surface writes what it has to say.
final class Sink {
    var bytes: [UInt8] = []

    static let take: cairo_write_func_t = { sink, data, length in
        guard let sink = unsafe sink, let data = unsafe data else {
            return CAIRO_STATUS_WRITE_ERROR
        }
        let piece = unsafe UnsafeBufferPointer(start: data, count: Int(length))
        unsafe Unmanaged<Sink>.fromOpaque(sink).takeUnretainedValue().bytes += piece
        return CAIRO_STATUS_SUCCESS
    }
}
