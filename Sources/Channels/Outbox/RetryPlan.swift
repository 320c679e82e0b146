package import Entries

/// How often and how long a message is tried again, and how many go out at once and in a minute.
package struct RetryPlan: Equatable, Sendable {
    /// After the first failure; twice as long after each further one.
    package var firstMilliseconds = 30_000
    package var longestMilliseconds = 2 * 3_600_000
    /// A code that comes late is worth nothing.
    package var firstOfCodeMilliseconds = 2_000
    package var longestOfCodeMilliseconds = 30_000
    /// Then a notice is given up.
    package var patienceMilliseconds = 24 * 3_600_000
    /// What a provider takes from us before it calls us a nuisance.
    package var mostAMinute = 120
    /// How many messages are handed over at once.
    package var connections = 1

    package init() {}

    /// When the message is tried again; nil if it is given up. `chance` from 0 to 1 spreads
    /// messages that failed together.
    package func again(_ row: OutboxRow, at now: Instant, chance: Double) -> Instant? {
        let first = row.isCode ? firstOfCodeMilliseconds : firstMilliseconds
        let longest = row.isCode ? longestOfCodeMilliseconds : longestMilliseconds
        let next = now.advanced(
            milliseconds: wait(first, longest, failures: row.tries, chance: chance))
        let end = row.message.expires ?? row.created.advanced(milliseconds: patienceMilliseconds)
        return next < end ? next : nil
    }

    /// How long a server is left alone that has not been reached so often in a row.
    func pause(failures: Int, chance: Double) -> Int {
        wait(firstOfCodeMilliseconds, 5 * 60_000, failures: failures, chance: chance)
    }

    private func wait(_ first: Int, _ longest: Int, failures: Int, chance: Double) -> Int {
        let doublings = min(max(failures - 1, 0), 20)
        let base = min(first << doublings, longest)
        // A fifth less, or a fifth more.
        return Int(Double(base) * (0.8 + 0.4 * chance))
    }
}
