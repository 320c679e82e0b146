internal import Crypto
internal import Entries
internal import Threads

/// Something that is kept of each visitor for a while: in memory only, within limits.
final class PerVisitor<Value: Sendable>: Sendable {
    private struct Held: Sendable {
        var value: Value
        var touched: Instant
    }

    private let most: Int
    private let milliseconds: Int
    private let held = Monitor<[Digest: Held]>([:])

    /// For `most` visitors at once, each until nobody has touched it for so many minutes.
    init(most: Int = 2000, minutes: Int) {
        self.most = most
        milliseconds = minutes * 60_000
    }

    func find(_ visitor: Visitor, at now: Instant) -> Value? {
        let key = Self.key(visitor)
        return held.with { held in
            guard let found = held[key], isFresh(found, now) else { return nil }
            return found.value
        }
    }

    func keep(_ value: Value, of visitor: Visitor, at now: Instant) {
        let key = Self.key(visitor)
        held.with { held in
            if held[key] == nil, held.count >= most { makeRoom(in: &held, at: now) }
            held[key] = Held(value: value, touched: now)
        }
    }

    func forget(_ visitor: Visitor) {
        let key = Self.key(visitor)
        held.with { _ = $0.removeValue(forKey: key) }
    }

    /// Lets those go that nobody came back to; if there are none, the oldest.
    private func makeRoom(in held: inout [Digest: Held], at now: Instant) {
        held = held.filter { isFresh($0.value, now) }
        guard held.count >= most else { return }
        if let oldest = held.min(by: { $0.value.touched < $1.value.touched })?.key {
            held[oldest] = nil
        }
    }

    private func isFresh(_ found: Held, _ now: Instant) -> Bool {
        now.milliseconds - found.touched.milliseconds < milliseconds
    }

    private static func key(_ visitor: Visitor) -> Digest {
        SHA256.hash(Array(visitor.secret.utf8))
    }
}
