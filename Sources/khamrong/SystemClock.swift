import Entries
import Foundation

/// The machine's clock, which may be set back; the log's times never go back with it.
enum SystemClock {
    static func now() -> Instant {
        Instant(milliseconds: Int(Date().timeIntervalSince1970 * 1000))
    }
}
