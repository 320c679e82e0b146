/// Whether a visitor has what would be sent (RFC 9110, section 13).
enum Conditions {
    static func isUnchanged(_ response: Response, for request: Request) -> Bool {
        if let asked = request.headers.list("If-None-Match") {
            guard let current = response.headers["ETag"].flatMap({ EntityTag.list($0)?.first }),
                let tags = EntityTag.list(asked)
            else { return false }
            return tags.isEmpty || tags.contains { $0.value == current.value }
        }
        guard let asked = request.headers["If-Modified-Since"].flatMap({ HTTPDate.seconds($0) }),
            let changed = response.headers["Last-Modified"].flatMap({ HTTPDate.seconds($0) })
        else { return false }
        return changed <= asked
    }

    /// Whether the part that is asked for belongs to what the visitor has.
    static func allowsRange(_ response: Response, for request: Request) -> Bool {
        guard let condition = request.headers["If-Range"] else { return true }
        if let tag = EntityTag.list(condition)?.first {
            return !tag.isWeak && tag.text == response.headers["ETag"]
        }
        return condition == response.headers["Last-Modified"]
    }
}

/// `Range: bytes=0-99` (RFC 9110, section 14): one range; more than one is taken for none.
enum ByteRange {
    enum Answer: Equatable { case whole, part(Range<Int>), unsatisfiable }

    static func read(_ field: String, of count: Int) -> Answer {
        guard field.hasPrefix("bytes=") else { return .whole }
        let bounds = field.dropFirst(6).split(
            separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
        guard bounds.count == 2 else { return .whole }
        let first = ASCII.number(bounds[0])
        let last = ASCII.number(bounds[1])
        switch (first, last) {
        case (let first?, let last?) where first <= last:
            return first < count ? .part(first..<min(last + 1, count)) : .unsatisfiable
        case (let first?, nil) where bounds[1].isEmpty:
            return first < count ? .part(first..<count) : .unsatisfiable
        case (nil, let suffix?) where bounds[0].isEmpty:
            return suffix > 0 && count > 0 ? .part(max(0, count - suffix)..<count) : .unsatisfiable
        default: return .whole
        }
    }
}
