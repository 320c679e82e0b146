internal import CPango

/// Something that is drawn on: a page of a PDF or a picture. It belongs to one thread.
///
/// Failures are remembered by cairo and thrown when the drawing is finished.
@safe package final class Canvas {
    let context: OpaquePointer
    /// Made once: every text of the canvas shares its fonts.
    let pango: OpaquePointer

    /// Draws on `surface`, which must outlive the canvas.
    init(surface: OpaquePointer) {
        unsafe context = cairo_create(surface)
        unsafe pango = pango_cairo_create_context(context)
        // Otherwise text would come out 96/72 too large.
        unsafe pango_cairo_context_set_resolution(pango, 72)
        unsafe pango_context_set_language(pango, pango_language_from_string("th"))
    }

    deinit {
        unsafe g_object_unref(UnsafeMutableRawPointer(pango))
        unsafe cairo_destroy(context)
    }

    /// Throws what went wrong so far.
    func check(_ function: String) throws(CairoError) {
        try Status.check(unsafe cairo_status(context), function)
    }

    // MARK: Colours and lines

    package func setColor(_ color: Color) {
        unsafe cairo_set_source_rgba(context, color.red, color.green, color.blue, color.alpha)
    }

    /// Lines are `width` thick; `dashes` are the lengths of marks and gaps, none for a whole line.
    package func setLine(width: Double, dashes: [Double] = [], isRound: Bool = false) {
        unsafe cairo_set_line_width(context, width)
        unsafe cairo_set_dash(context, dashes, CInt(dashes.count), 0)
        unsafe cairo_set_line_cap(context, isRound ? CAIRO_LINE_CAP_ROUND : CAIRO_LINE_CAP_BUTT)
        unsafe cairo_set_line_join(context, isRound ? CAIRO_LINE_JOIN_ROUND : CAIRO_LINE_JOIN_MITER)
    }

    // MARK: Shapes

    package func move(to point: Point) { unsafe cairo_move_to(context, point.x, point.y) }
    package func line(to point: Point) { unsafe cairo_line_to(context, point.x, point.y) }

    package func line(from start: Point, to end: Point) {
        move(to: start)
        line(to: end)
    }

    package func rectangle(at corner: Point, _ size: Size) {
        unsafe cairo_rectangle(context, corner.x, corner.y, size.width, size.height)
    }

    package func circle(around centre: Point, radius: Double) {
        unsafe cairo_new_sub_path(context)
        unsafe cairo_arc(context, centre.x, centre.y, radius, 0, 2 * Double.pi)
    }

    package func stroke() { unsafe cairo_stroke(context) }
    package func strokeAndKeep() { unsafe cairo_stroke_preserve(context) }
    package func fill() { unsafe cairo_fill(context) }

    /// Fills without smoothing the edges, so that squares that touch leave no hair line.
    package func fillSharply() {
        unsafe cairo_set_antialias(context, CAIRO_ANTIALIAS_NONE)
        unsafe cairo_fill(context)
        unsafe cairo_set_antialias(context, CAIRO_ANTIALIAS_DEFAULT)
    }

    // MARK: Places

    /// What `body` moves, turns and colours is forgotten after it.
    package func saved(_ body: () throws -> Void) rethrows {
        unsafe cairo_save(context)
        defer { unsafe cairo_restore(context) }
        try body()
    }

    package func translate(by offset: Point) { unsafe cairo_translate(context, offset.x, offset.y) }
    package func scale(by x: Double, _ y: Double? = nil) {
        unsafe cairo_scale(context, x, y ?? x)
    }

    package func rotate(by radians: Double) { unsafe cairo_rotate(context, radians) }

    /// Maps (x, y) to (a·x + c·y + e, b·x + d·y + f).
    package func transform(
        _ a: Double, _ b: Double, _ c: Double, _ d: Double, _ e: Double, _ f: Double
    ) {
        var matrix = cairo_matrix_t(xx: a, yx: b, xy: c, yy: d, x0: e, y0: f)
        unsafe cairo_transform(context, &matrix)
    }

    // MARK: Pages

    /// What `body` draws is one element of the document's structure, for readers that speak.
    package func tagged(_ name: String, attributes: String = "", _ body: () throws -> Void) rethrows
    {
        unsafe cairo_tag_begin(context, name, attributes)
        defer { unsafe cairo_tag_end(context, name) }
        try body()
    }

    /// The page is finished; what is drawn afterwards stands on the next.
    package func showPage() { unsafe cairo_show_page(context) }
}

enum Status {
    static func check(_ status: cairo_status_t, _ function: String) throws(CairoError) {
        guard status == CAIRO_STATUS_SUCCESS else {
            let reason = unsafe String(cString: cairo_status_to_string(status))
            throw .failed(function: function, reason: reason)
        }
    }
}
