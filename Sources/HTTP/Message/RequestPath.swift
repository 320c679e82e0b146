/// The path of an address, taken apart before it is decoded: an escaped slash divides nothing.
package struct RequestPath: Equatable, Sendable {
    package let segments: [String]
    /// Whether it ended in a slash; `/` alone does not.
    package let hasTrailingSlash: Bool

    /// Reads `/a/%E0%B8%81`. Nil for anything that is not a plain absolute path: broken escapes,
    /// bytes that are not UTF-8, control characters, escaped slashes, empty, `.` and `..` segments.
    package init?(_ raw: some StringProtocol) {
        let bytes = Array(raw.utf8)
        guard bytes.first == UInt8(ascii: "/") else { return nil }
        var parts = bytes.dropFirst().split(
            separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        let endsOpen = parts.last?.isEmpty == true
        if endsOpen { parts.removeLast() }
        hasTrailingSlash = endsOpen && !parts.isEmpty
        var segments: [String] = []
        for part in parts {
            guard let segment = PercentCoding.decoded(part), !segment.isEmpty,
                segment != ".", segment != "..", !segment.utf8.contains(UInt8(ascii: "/"))
            else { return nil }
            segments.append(segment)
        }
        self.segments = segments
    }

    package init(segments: [String]) {
        self.segments = segments
        hasTrailingSlash = false
    }

    /// As an address has it, escaped.
    package var text: String {
        "/" + segments.map { PercentCoding.encoded($0) }.joined(separator: "/")
    }
}
