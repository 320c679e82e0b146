/// A piece of a page, already escaped: text can only come in through a builder or `text`.
package struct HTML: Sendable, Equatable {
    /// UTF-8, as it is sent.
    package internal(set) var bytes: [UInt8] = []

    package init() {}

    /// Whole pages take their room once.
    package init(reservingCapacity capacity: Int) { bytes.reserveCapacity(capacity) }

    package var isEmpty: Bool { bytes.isEmpty }

    /// What somebody wrote, shown as written: the five letters that mean something become
    /// references.
    package static func text(_ text: some StringProtocol) -> HTML {
        var html = HTML()
        html.append(text: text)
        return html
    }

    /// Markup that is a constant of ours: an icon, a style sheet. Never anything from outside.
    package static func fixed(_ markup: StaticString) -> HTML {
        var html = HTML()
        html.bytes.append(contentsOf: markup.description.utf8)
        return html
    }

    package mutating func append(_ other: HTML) { bytes.append(contentsOf: other.bytes) }

    mutating func append(raw markup: String) { bytes.append(contentsOf: markup.utf8) }

    mutating func append(text: some StringProtocol) {
        // Their first bytes are rare in Thai and English: most texts need no second look.
        if text.utf8.contains(where: { $0 == 0xE2 || $0 == 0xD8 }) {
            var shown = String.UnicodeScalarView()
            shown.append(contentsOf: text.unicodeScalars.filter { !$0.turnsWriting })
            append(escaped: String(shown))
        } else {
            append(escaped: text)
        }
    }

    private mutating func append(escaped text: some StringProtocol) {
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "&"): append(raw: "&amp;")
            case UInt8(ascii: "<"): append(raw: "&lt;")
            case UInt8(ascii: ">"): append(raw: "&gt;")
            case UInt8(ascii: "\""): append(raw: "&quot;")
            case UInt8(ascii: "'"): append(raw: "&#39;")
            // Control characters have no place in a page; a form may bring them.
            case 0...8, 11, 12, 14...31, 127: append(raw: "\u{FFFD}")
            default: bytes.append(byte)
            }
        }
    }
}

extension Unicode.Scalar {
    /// Whether it turns the direction of what follows without being seen, so that a text or the
    /// name of a file looks like another. No language of ours needs one.
    fileprivate var turnsWriting: Bool {
        switch value {
        case 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: true
        default: false
        }
    }
}

extension HTML: CustomStringConvertible {
    package var description: String { String(decoding: bytes, as: UTF8.self) }
}

/// Collects the content of an element: text is escaped, pieces follow one another.
@resultBuilder
package enum HTMLBuilder {
    package static func buildExpression(_ text: String) -> HTML { .text(text) }
    package static func buildExpression(_ html: HTML) -> HTML { html }
    package static func buildExpression(_ html: HTML?) -> HTML { html ?? HTML() }

    package static func buildBlock() -> HTML { HTML() }

    package static func buildPartialBlock(first: HTML) -> HTML { first }

    package static func buildPartialBlock(accumulated: HTML, next: HTML) -> HTML {
        var html = accumulated
        html.append(next)
        return html
    }

    package static func buildOptional(_ html: HTML?) -> HTML { html ?? HTML() }
    package static func buildEither(first: HTML) -> HTML { first }
    package static func buildEither(second: HTML) -> HTML { second }

    package static func buildArray(_ parts: [HTML]) -> HTML {
        var html = HTML()
        for part in parts { html.append(part) }
        return html
    }
}
