internal import Entries

/// When a delivery that failed is tried again: soon, then ever more seldom, for more than a day.
struct WebhookPlan: Sendable {
    /// What lies between two tries.
    private let waits: [Int]
    /// No receiver has us wait longer.
    private let longestWait = 86_400_000
    /// As Standard Webhooks advises.
    private static let usual = [
        5_000, 300_000, 1_800_000, 7_200_000, 18_000_000, 36_000_000, 50_400_000,
    ]

    init(waits: [Int]? = nil) { self.waits = waits ?? Self.usual }

    /// How long until the next try after so many failures; nil if the receiver is given up for
    /// now. `chance` from 0 to 1 spreads tries that failed together.
    func wait(failures: Int, retryAfterSeconds: Int?, chance: Double) -> Int? {
        guard waits.indices.contains(failures - 1) else { return nil }
        let usual = Int(Double(waits[failures - 1]) * (0.8 + 0.4 * chance))
        return max(usual, min((retryAfterSeconds ?? 0) * 1000, longestWait))
    }
}
