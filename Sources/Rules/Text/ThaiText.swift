/// Thai text in the one spelling under which it is stored, compared and sought.
///
/// The same word can be typed in several orders of its marks and look alike. `normalised` brings
/// them together without changing what is read; what was filed is kept as it was beside it.
/// Unicode's compatibility forms are never used: they take ำ apart.
package enum ThaiText {
    /// `text` in normal spelling: stable, so normalising it again changes nothing.
    package static func normalised(_ text: some StringProtocol) -> String {
        if text.utf8.allSatisfy({ $0 < 0x80 }) { return String(text) }
        return written(composed(reordered(text.unicodeScalars)))
    }

    /// What two texts share that should be found under each other: normalised, Thai digits as
    /// 0–9, small letters, one space between words, none around them.
    package static func key(_ text: some StringProtocol) -> String {
        // Small letters first, since one may be joined with a mark where the capital is not (J̌, ǰ)
        // and one has a mark of its own (İ).
        var folded: [Unicode.Scalar] = []
        folded.reserveCapacity(text.utf8.count)
        for scalar in text.unicodeScalars { append(scalar, folded: &folded) }
        var result: [Unicode.Scalar] = []
        result.reserveCapacity(folded.count)
        var isBetweenWords = false
        for scalar in reordered(folded) {
            if isSpace(scalar) {
                isBetweenWords = !result.isEmpty
                continue
            }
            if isBetweenWords {
                result.append(" ")
                isBetweenWords = false
            }
            result.append(scalar)
        }
        return written(composed(result))
    }

    private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x20, 0x09...0x0D: true
        case 0..<0x80, 0x0E00...0x0E7F: false
        default: scalar.properties.isWhitespace
        }
    }

    private static func append(_ scalar: Unicode.Scalar, folded result: inout [Unicode.Scalar]) {
        switch scalar.value {
        case 0x41...0x5A: result.append(Unicode.Scalar(UInt8(scalar.value) + 0x20))
        case 0x0E50...0x0E59: result.append(Unicode.Scalar(UInt8(scalar.value - 0x0E50) + 0x30))
        case 0..<0xC0, 0x0E00...0x0E7F: result.append(scalar)
        default: result.append(contentsOf: scalar.properties.lowercaseMapping.unicodeScalars)
        }
    }

    private static func written(_ scalars: [Unicode.Scalar]) -> String {
        var utf8: [UInt8] = []
        utf8.reserveCapacity(scalars.count * 3)
        for scalar in scalars { utf8.append(contentsOf: UTF8.encode(scalar) ?? .init()) }
        return String(decoding: utf8, as: UTF8.self)
    }

    private static func composed(_ scalars: [Unicode.Scalar]) -> [Unicode.Scalar] {
        scalars.contains(where: isComposable) ? CanonicalComposition.composed(scalars) : scalars
    }

    /// Whether canonical composition may do something: never to Thai, whose marks are in canonical
    /// order by now.
    private static func isComposable(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value >= 0xC0 && !(0x0E00...0x0E7F).contains(scalar.value)
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
        scalar.value == 0x200B || scalar.value == 0x2060 || scalar.value == 0xFEFF
    }

    private static func reordered(_ text: some Sequence<Unicode.Scalar>) -> [Unicode.Scalar] {
        var result: [Unicode.Scalar] = []
        result.reserveCapacity(text.underestimatedCount)
        var marks: [Unicode.Scalar] = []
        for scalar in text {
            switch scalar.value {
            case 0x200B, 0x2060, 0xFEFF: continue
            case 0x0E31, 0x0E33...0x0E3A, 0x0E47...0x0E4E: marks.append(scalar)
            case 0x0E32 where marks.contains(ThaiMark.nikhahit):
                marks.removeAll { $0 == ThaiMark.nikhahit }
                marks.append(ThaiMark.am)
            case 0x0E40 where marks.isEmpty && result.last?.value == 0x0E40:
                result[result.count - 1] = ThaiMark.leadingAE
            // A mark of another script does not keep the Thai ones from their order.
            case 0x0300..<0x0E00 where scalar.isMark, 0x0E80... where scalar.isMark:
                marks.append(scalar)
            default:
                if !marks.isEmpty { ThaiMark.append(&marks, to: &result) }
                result.append(scalar.value == 0xA0 ? " " : scalar)
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

    static let am: Unicode.Scalar = "\u{0E33}"
    static let nikhahit: Unicode.Scalar = "\u{0E4D}"
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
        let isInOrder = zip(marks, marks.dropFirst()).allSatisfy { rank($0) <= rank($1) }
        if isInOrder {
            result += marks
        } else {
            // Few ranks, however many marks.
            for rank in 0...others {
                for mark in marks where Self.rank(mark) == rank { result.append(mark) }
            }
        }
        marks.removeAll(keepingCapacity: true)
    }

    /// Marks of other scripts come last.
    private static let others = joinedAA.rawValue + 1

    private static func rank(_ mark: Unicode.Scalar) -> Int { ThaiMark(mark)?.rawValue ?? others }
}

extension Unicode.Scalar {
    /// Whether Unicode gives it a place in the order of combining marks.
    fileprivate var isMark: Bool { properties.canonicalCombiningClass != .notReordered }
}
