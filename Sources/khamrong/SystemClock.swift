import Entries
import Foundation

/// The machine's clock, which may be set back; the log's times never go back with it.
enum SystemClock {
    static func now() -> Instant {
        Instant(milliseconds: Int(Date().timeIntervalSince1970 * 1000))
    }

    /// Why nothing is done while the clock stands so: one entry of that year, and every later one
    /// bears it.
    static func fault(at now: Instant) -> String? {
        now.ofBuddhistYear.map {
            "the machine's clock stands at \(now), as if it counted the Buddhist era: set it to "
                + "\($0) or so; nothing was done"
        }
    }
}
