package import Events

/// Coordinates as people type them, kept as whole millionths of a degree: about eleven centimetres.
package enum Microdegrees {
    /// `7.913512` or `๗.๙๑๓`; nil if it is no number or beyond `most` degrees.
    package static func read(_ text: some StringProtocol, most: Int) -> Int? {
        var digits = Digits.arabic.written(ThaiText.trimmed(text))
        let isNegative = digits.hasPrefix("-")
        if isNegative { digits.removeFirst() }
        let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }) else {
            return nil
        }
        guard (1...2).contains(parts.count), let whole = UInt(parts[0]), whole <= UInt(most)
        else { return nil }
        var fraction = 0
        if parts.count == 2 {
            let kept = parts[1].prefix(6)
            guard let number = UInt(kept), UInt(parts[1].prefix(18)) != nil else { return nil }
            fraction = Int(number)
            for _ in kept.utf8.count..<6 { fraction *= 10 }
        }
        let size = Int(whole) * 1_000_000 + fraction
        guard size <= most * 1_000_000 else { return nil }
        return isNegative ? -size : size
    }

    /// `7.913512`.
    package static func text(_ value: Int) -> String {
        let fraction = String(value.magnitude % 1_000_000)
        let zeros = String(repeating: "0", count: 6 - fraction.utf8.count)
        return "\(value < 0 ? "-" : "")\(value.magnitude / 1_000_000).\(zeros)\(fraction)"
    }
}

extension Place {
    /// Whether its point, if it has one, lies in the box around Thailand, 5° to 21° north and 97°
    /// to 106° east: two numbers that were swapped or mistyped mostly do not.
    package var isInThailand: Bool {
        guard let north = latitudeMicrodegrees, let east = longitudeMicrodegrees else {
            return true
        }
        return (5_000_000...21_000_000).contains(north) && (97_000_000...106_000_000).contains(east)
    }
}
