internal import Foundation

/// Work that comes at a given pace, whatever the work before took.
enum Pace {
    static func wait(until due: ContinuousClock.Instant) {
        let early = (due - ContinuousClock.now) / .seconds(1)
        if early > 0 { Thread.sleep(forTimeInterval: early) }
    }
}
