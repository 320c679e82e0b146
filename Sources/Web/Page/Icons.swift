internal import Markup

/// Drawings of ours that stand in a page; each is decoration beside words.
enum Icons {
    static let mark = HTML.fixed(
        """
        <svg class="mark" viewBox="0 0 32 32" aria-hidden="true" focusable="false">\
        <path d="M7 3h12l6 6v20H7z" fill="#fff"/>\
        <path d="M19 3v6h6" fill="none" stroke="#0a5a5c" stroke-width="1.5"/>\
        <path d="M11 18l3.500 3.500L21 14" fill="none" stroke="#0a5a5c" stroke-width="2.500" \
        stroke-linecap="round" stroke-linejoin="round"/></svg>
        """)
}
