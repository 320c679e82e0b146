internal import Entries
internal import HTTP
internal import Rules
internal import Threads

/// Counts tries that failed, by whatever name: an address, a case. Kept in memory only: a restart
/// forgives.
final class Throttle: Sendable {
    private struct Tally {
        var tries: Int
        var since: Instant
    }

    private let most: Int
    private let windowMilliseconds: Int
    private let tallies = Monitor<[String: Tally]>([:])

    /// More names than these are not kept apart; the oldest go.
    private static let mostNames = 100_000

    init(most: Int, windowMilliseconds: Int) {
        self.most = most
        self.windowMilliseconds = windowMilliseconds
    }

    /// Whether none of the names has used up its tries.
    func admits(_ names: [String], at now: Instant) -> Bool {
        tallies.with { tallies in
            names.allSatisfy { name in
                guard let tally = tallies[name], isFresh(tally, now) else { return true }
                return tally.tries < most
            }
        }
    }

    func fail(_ names: [String], at now: Instant) {
        tallies.with { tallies in
            if tallies.count > Self.mostNames {
                tallies = tallies.filter { isFresh($0.value, now) }
                if tallies.count > Self.mostNames { tallies.removeAll() }
            }
            for name in names {
                var tally = tallies[name] ?? Tally(tries: 0, since: now)
                if !isFresh(tally, now) { tally = Tally(tries: 0, since: now) }
                tally.tries += 1
                tallies[name] = tally
            }
        }
    }

    func forget(_ names: [String]) {
        tallies.with { tallies in
            for name in names { tallies[name] = nil }
        }
    }

    private func isFresh(_ tally: Tally, _ now: Instant) -> Bool {
        (0..<windowMilliseconds).contains(now.milliseconds - tally.since.milliseconds)
    }
}
