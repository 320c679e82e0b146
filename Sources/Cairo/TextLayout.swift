internal import CPango

/// A text in one font, broken into lines at words.
///
/// Thai is broken by its dictionary; ๆ and ฯ stay on the line of the word before them, and น. on
/// that of its time. Characters that print nothing, or turn the direction of what follows, are
/// left out. Lines are drawn one by one, so that the caller decides where a page ends.
@safe package final class TextLayout {
    private let layout: OpaquePointer
    private let canvas: Canvas
    package let lineCount: Int

    /// Lines are at most `width` wide, the first one `indent` less; nil for no limit.
    package init(
        _ text: String, font: Font, on canvas: Canvas, width: Double? = nil, indent: Double = 0
    ) {
        self.canvas = canvas
        let printable = PrintableText(text)
        unsafe layout = pango_layout_new(canvas.pango)
        let description = unsafe Self.description(of: font)
        defer { unsafe pango_font_description_free(description) }
        unsafe pango_layout_set_font_description(layout, description)
        if let width {
            unsafe pango_layout_set_width(layout, Self.units(max(width, 1)))
            unsafe pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR)
            unsafe pango_layout_set_indent(layout, Self.units(indent))
        }
        unsafe pango_layout_set_text(layout, printable.text, -1)
        unsafe Self.keep(printable.unbreakable, in: layout)
        lineCount = Int(unsafe pango_layout_get_line_count(layout))
    }

    deinit { unsafe g_object_unref(UnsafeMutableRawPointer(layout)) }

    /// How far the line reaches, without spaces at its end.
    package func width(ofLine index: Int) -> Double {
        var logical = PangoRectangle()
        guard let line = unsafe line(index) else { return 0 }
        unsafe pango_layout_line_get_extents(line, nil, &logical)
        return Self.points(logical.width)
    }

    /// The width of the widest line.
    package var width: Double { (0..<lineCount).map { width(ofLine: $0) }.max() ?? 0 }

    /// How far the line's marks reach above and below its baseline.
    package func ink(ofLine index: Int) -> (above: Double, below: Double) {
        var ink = PangoRectangle()
        guard let line = unsafe line(index) else { return (0, 0) }
        unsafe pango_layout_line_get_extents(line, &ink, nil)
        return (-Self.points(ink.y), Self.points(ink.y + ink.height))
    }

    /// Draws a line from `start`, which lies on the baseline.
    package func show(line index: Int, at start: Point) {
        guard let line = unsafe line(index) else { return }
        canvas.move(to: start)
        unsafe pango_cairo_show_layout_line(canvas.context, line)
        // Without this the point would stay as a path of its own.
        unsafe cairo_new_path(canvas.context)
    }

    /// Adds the outlines of a line's letters to the canvas's path.
    package func outline(line index: Int, at start: Point) {
        guard let line = unsafe line(index) else { return }
        canvas.move(to: start)
        unsafe pango_cairo_layout_line_path(canvas.context, line)
    }

    private func line(_ index: Int) -> UnsafeMutablePointer<PangoLayoutLine>? {
        unsafe pango_layout_get_line_readonly(layout, CInt(index))
    }

    private static func keep(_ ranges: [Range<Int>], in layout: OpaquePointer) {
        guard !ranges.isEmpty else { return }
        let list = unsafe pango_attr_list_new()
        defer { unsafe pango_attr_list_unref(list) }
        for range in ranges {
            guard let attribute = unsafe pango_attr_allow_breaks_new(0) else { continue }
            unsafe attribute.pointee.start_index = UInt32(range.lowerBound)
            unsafe attribute.pointee.end_index = UInt32(range.upperBound)
            unsafe pango_attr_list_insert(list, attribute)
        }
        unsafe pango_layout_set_attributes(layout, list)
    }

    static func description(of font: Font) -> OpaquePointer {
        let description = unsafe pango_font_description_new()!
        unsafe pango_font_description_set_family(description, font.family)
        unsafe pango_font_description_set_absolute_size(
            description, font.size * Double(PANGO_SCALE))
        unsafe pango_font_description_set_weight(
            description, font.isBold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL)
        return unsafe description
    }

    private static func units(_ points: Double) -> CInt {
        CInt((points * Double(PANGO_SCALE)).rounded())
    }

    private static func points(_ units: CInt) -> Double { Double(units) / Double(PANGO_SCALE) }
}
