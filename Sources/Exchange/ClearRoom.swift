internal import Entries
internal import Events

/// What there is room for in the clear data of one entry; the rest is kept sealed.
struct ClearRoom {
    /// Bytes of canonical JSON that the clear fields of a case, and those of an event, may take
    /// together: the first entry of a case holds both, and has room for 65,535 in all.
    private static let bytes = 24_000
    /// What a field takes beside its key and value.
    private static let bytesOfField = 64
    private static let mostLetters = SourceStepAttribute.longestText ?? Bounds.ordinary

    private var left = Self.bytes

    /// Takes the room for `attribute`, or says why it has to be sealed.
    mutating func take(_ attribute: SourceAttribute) -> Words? {
        guard attribute.fits(letters: Self.mostLetters) else {
            return .sealedForLength(field: attribute.key, letters: Self.mostLetters)
        }
        let size = attribute.size(besides: Self.bytesOfField)
        guard size <= left else { return .sealedForRoom(field: attribute.key) }
        left -= size
        return nil
    }

    /// The beginning of a label that is too long; nil if it is not.
    static func beginning(of text: String) -> String? {
        guard text.isLonger(than: Bounds.ordinary) else { return nil }
        var beginning = String.UnicodeScalarView()
        beginning.append(contentsOf: text.unicodeScalars.prefix(Bounds.ordinary - 1))
        return String(beginning) + "…"
    }
}

extension SourceAttribute {
    fileprivate func fits(letters most: Int) -> Bool {
        !key.isLonger(than: most) && !value.isLonger(than: most)
            && children.allSatisfy { $0.fits(letters: most) }
    }

    fileprivate func size(besides rest: Int) -> Int {
        children.reduce(rest + key.sizeInJSON + value.sizeInJSON) { $0 + $1.size(besides: rest) }
    }
}

extension String {
    func isLonger(than letters: Int) -> Bool {
        utf8.count > letters && unicodeScalars.count > letters
    }

    fileprivate var sizeInJSON: Int {
        utf8.reduce(0) { size, byte in
            size
                + (byte < 0x20
                    ? 6 : byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") ? 2 : 1)
        }
    }
}
