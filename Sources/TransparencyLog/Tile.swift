/// A piece of the published tree: up to 256 hashes of one level, or the entries below them.
package struct Tile: Hashable, Sendable {
    package enum Content: Hashable, Sendable {
        /// Every eighth level of the tree: 0 are the leaves.
        case hashes(level: Int)
        case entries
    }

    package let content: Content
    package let index: UInt64
    /// How many hashes or entries are in it; fewer than 256 in the last one only.
    package let width: Int

    package static let fullWidth = 256
    static let highestLevel = 63

    package init(_ content: Content, index: UInt64, width: Int = fullWidth) {
        precondition((1...Self.fullWidth).contains(width), "a tile holds 1 to 256")
        self.content = content
        self.index = index
        self.width = width
    }

    package var isFull: Bool { width == Self.fullWidth }

    /// Where it lies: `tile/0/x001/x234/067`, `tile/entries/000.p/5`.
    package var path: String { directory + (isFull ? "" : ".p/\(width)") }

    /// The path of the full tile; with `.p` behind it, the directory of those before.
    package var directory: String {
        let name =
            switch content {
            case .hashes(let level): "\(level)"
            case .entries: "entries"
            }
        return "tile/\(name)/\(Self.digits(index))"
    }

    /// Reads a path; nil unless it is exactly the one of a tile.
    package init?(path: String) {
        let parts = path.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count >= 3, parts.count <= 12, parts[0] == "tile" else { return nil }
        let content: Content
        if parts[1] == "entries" {
            content = .entries
        } else if let level = Int(parts[1]), (0...Self.highestLevel).contains(level) {
            content = .hashes(level: level)
        } else {
            return nil
        }
        var groups = parts.dropFirst(2)
        var width = Self.fullWidth
        if groups.count >= 2, groups[groups.endIndex - 2].hasSuffix(".p") {
            guard let number = groups.popLast().flatMap({ Int($0) }),
                (1..<Self.fullWidth).contains(number), let last = groups.popLast()
            else { return nil }
            width = number
            groups = groups + [last.dropLast(2)]
        }
        var index: UInt64 = 0
        for group in groups {
            guard group.count <= 4,
                let number = UInt64(group.hasPrefix("x") ? group.dropFirst() : group)
            else { return nil }
            let (product, overflow) = index.multipliedReportingOverflow(by: 1000)
            guard !overflow, product <= TreeSize.largest else { return nil }
            index = product + number
        }
        self.init(content, index: index, width: width)
        guard self.path == path else { return nil }
    }

    /// Groups of three digits, all but the last behind an `x`.
    private static func digits(_ index: UInt64) -> String {
        func group(_ number: UInt64) -> String {
            let digits = "\(number)"
            return String(repeating: "0", count: 3 - digits.count) + digits
        }
        var text = group(index % 1000)
        var rest = index / 1000
        while rest > 0 {
            text = "x\(group(rest % 1000))/\(text)"
            rest /= 1000
        }
        return text
    }

    /// The tiles of hashes and of entries that a tree of `size` has and one of `old` had not.
    package static func added(from old: UInt64 = 0, to size: UInt64) -> [Tile] {
        var tiles: [Tile] = []
        var level = 0
        while level == 0 || size >> UInt64(8 * level) > 0 {
            let before = old >> UInt64(8 * level)
            let now = size >> UInt64(8 * level)
            if now > before {
                for index in (before >> 8)...((now - 1) >> 8) {
                    let width = Int(min(now - index << 8, UInt64(fullWidth)))
                    tiles.append(Tile(.hashes(level: level), index: index, width: width))
                    if level == 0 { tiles.append(Tile(.entries, index: index, width: width)) }
                }
            }
            level += 1
        }
        return tiles
    }
}
