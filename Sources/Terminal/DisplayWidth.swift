/// How many cells of a terminal a text takes.
package enum DisplayWidth {
    package static func of(_ text: some StringProtocol) -> Int {
        var width = 0
        for scalar in text.unicodeScalars { width += of(scalar) }
        return width
    }

    /// `text` cut to at most `width` cells, with … where something is missing.
    ///
    /// A letter keeps its vowels and tone marks or goes with them.
    package static func truncated(_ text: String, to width: Int) -> String {
        guard of(text) > width else { return text }
        guard width > 0 else { return "" }
        var kept = "", used = 0
        for character in text {
            let cells = of(String(character))
            guard used + cells < width else { break }
            kept.append(character)
            used += cells
        }
        return kept + "…"
    }

    static func of(_ scalar: Unicode.Scalar) -> Int {
        guard scalar.value >= 0x300 else {
            return scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value) ? 0 : 1
        }
        if (0xE00..<0xE80).contains(scalar.value) { return isThaiMark(scalar.value) ? 0 : 1 }
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format, .control: return 0
        default: return wide.contains { $0.contains(scalar.value) } ? 2 : 1
        }
    }

    /// The vowels above and below, the tone marks and their like. Sara am stands beside its letter.
    private static func isThaiMark(_ value: UInt32) -> Bool {
        value == 0xE31 || (0xE34...0xE3A).contains(value) || (0xE47...0xE4E).contains(value)
    }

    /// East Asian wide and fullwidth blocks, and pictographs (UAX #11).
    private static let wide: [ClosedRange<UInt32>] = [
        0x1100...0x115F, 0x231A...0x231B, 0x23E9...0x23EC, 0x2E80...0x303E, 0x3041...0xA4CF,
        0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60,
        0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F680...0x1F6FF, 0x1F900...0x1F9FF,
        0x20000...0x3FFFD,
    ]
}

/// Makes text from outside safe to show on a terminal.
package enum Printable {
    /// `text` on one line, without anything that could move the cursor or turn the reading order.
    package static func text(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: isUnsafe) else { return text }
        var shown = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\n", "\r", "\t", "\u{2028}", "\u{2029}": shown.append(" ")
            case _ where isUnsafe(scalar): shown.append("\u{FFFD}")
            default: shown.append(scalar)
            }
        }
        return String(shown)
    }

    private static func isUnsafe(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0..<0x20, 0x7F..<0xA0, 0x2028...0x202E, 0x2066...0x2069: true
        default: false
        }
    }
}
