internal import CPango

extension Canvas {
    /// Throws unless the system has this very font: fontconfig would put another in its place
    /// without a word, and that one might not place Thai marks.
    package func needFont(_ family: String) throws(CairoError) {
        for isBold in [false, true] {
            let found = foundFamily(for: Font(family, size: 10, isBold: isBold))
            guard found == family else {
                throw .fontMissing(family: family, instead: found ?? "none")
            }
        }
    }

    private func foundFamily(for font: Font) -> String? {
        let description = unsafe TextLayout.description(of: font)
        defer { unsafe pango_font_description_free(description) }
        guard let found = unsafe pango_context_load_font(pango, description) else { return nil }
        defer { unsafe g_object_unref(UnsafeMutableRawPointer(found)) }
        guard let described = unsafe pango_font_describe(found) else { return nil }
        defer { unsafe pango_font_description_free(described) }
        return unsafe pango_font_description_get_family(described).map {
            unsafe String(cString: $0)
        }
    }
}
