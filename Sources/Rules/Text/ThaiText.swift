/// Thai text in the one spelling under which it is stored, compared and sought.
///
/// The same word can be typed in several orders of its marks and look alike. `normalised` brings
/// them together without changing what is read; what was filed is kept as it was beside it.
/// Unicode's compatibility forms are never used: they take ำ apart.
package enum ThaiText {
    /// `text` in normal spelling: stable, so normalising it again changes nothing.
    package static func normalised(_ text: some StringProtocol) -> String {
        if text.utf8.allSatisfy({ $0 < 0x80 }) { return String(text) }
        let scalars = reordered(Array(text.unicodeScalars))
        return scalars.contains(where: isComposable)
            ? CanonicalComposition.composed(scalars) : String(String.UnicodeScalarView(scalars))
    }

    /// Whether canonical composition may do something: never to Thai, whose marks are in canonical
    /// order by now.
    private static func isComposable(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value >= 0xC0 && !(0x0E00...0x0E7F).contains(scalar.value)
    }

    /// What two texts share that should be found under each other: normalised, Thai digits as
    /// 0–9, small letters, one space between words, none around them.
    package static func key(_ text: some StringProtocol) -> String {
        let folded = Digits.arabic.written(normalised(text)).lowercased()
        return folded.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    /// `text` without the white space and the characters without width around it.
    package static func trimmed(_ text: some StringProtocol) -> String {
        let scalars = Array(text.unicodeScalars)
        let isBlank: (Unicode.Scalar) -> Bool = { $0.properties.isWhitespace || isDropped($0) }
        let start = scalars.firstIndex { !isBlank($0) } ?? scalars.endIndex
        let end = scalars.lastIndex { !isBlank($0) }.map { $0 + 1 } ?? start
        return String(String.UnicodeScalarView(scalars[start..<end]))
    }

    private static func isDropped(_ scalar: Unicode.Scalar) -> Bool {
        [0x200B, 0x2060, 0xFEFF].contains(scalar.value)
    }

    private static func reordered(_ typed: [Unicode.Scalar]) -> [Unicode.Scalar] {
        let scalars = typed.lazy.filter { !isDropped($0) }.map { $0 == "\u{A0}" ? " " : $0 }
        var result: [Unicode.Scalar] = []
        result.reserveCapacity(typed.count)
        var marks: [Unicode.Scalar] = []
        for scalar in scalars {
            switch ThaiMark(scalar) {
            case .some: marks.append(scalar)
            case nil where scalar == ThaiMark.aa && marks.contains(ThaiMark.nikhahit):
                marks.removeAll { $0 == ThaiMark.nikhahit }
                marks.append(ThaiMark.am)
            case nil
            where scalar == ThaiMark.leadingE && result.last == ThaiMark.leadingE
                && marks.isEmpty:
                result[result.count - 1] = ThaiMark.leadingAE
            case nil:
                ThaiMark.append(&marks, to: &result)
                result.append(scalar)
            }
        }
        ThaiMark.append(&marks, to: &result)
        return result
    }
}

/// The marks above, below and behind a Thai consonant, in the order in which they are written.
private enum ThaiMark: Int {
    case phinthu
    case vowel
    case sign
    case tone
    case joinedAA

    static let aa: Unicode.Scalar = "\u{0E32}"
    static let am: Unicode.Scalar = "\u{0E33}"
    static let nikhahit: Unicode.Scalar = "\u{0E4D}"
    static let leadingE: Unicode.Scalar = "\u{0E40}"
    static let leadingAE: Unicode.Scalar = "\u{0E41}"

    init?(_ scalar: Unicode.Scalar) {
        switch scalar.value {
        case 0x0E3A: self = .phinthu
        case 0x0E31, 0x0E34...0x0E39, 0x0E47: self = .vowel
        case 0x0E4D, 0x0E4E: self = .sign
        case 0x0E48...0x0E4C: self = .tone
        case 0x0E33: self = .joinedAA
        default: return nil
        }
    }

    /// Moves `marks` to `result` in their order; marks of one rank keep theirs.
    static func append(_ marks: inout [Unicode.Scalar], to result: inout [Unicode.Scalar]) {
        if marks.count > 1 {
            let ranked = marks.enumerated().map { index, mark in
                (ThaiMark(mark)?.rawValue ?? 0, index, mark)
            }
            marks = ranked.sorted { ($0.0, $0.1) < ($1.0, $1.1) }.map(\.2)
        }
        result += marks
        marks.removeAll(keepingCapacity: true)
    }
}
