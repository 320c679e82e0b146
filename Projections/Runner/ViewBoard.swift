package import Entries
internal import SQLite
internal import Threads

/// Where a view stands.
package struct ViewStatus: Sendable {
    /// The last position that its readers can see.
    package var position: Position = 0
    package var build: Int?
    /// Why it stopped; nil while it goes on.
    package var failure: (any Error)?
    /// What was wrong with the file that it found, and for which it was built anew.
    package var damage: (any Error)?
}

/// What became of a view while somebody waited for it to move.
package enum ViewMove: Hashable, Sendable {
    case moved(to: Position)
    case still
    /// Nobody brings it along any more.
    case ended
}

/// What the runner's thread and those who wait for it share.
struct ViewBoard {
    private var statuses: [ViewName: ViewStatus] = [:]
    var isFollowing = false
    var isWoken = false
    var hasEnded = false
    var lastError: (any Error)?

    subscript(view: ViewName) -> ViewStatus {
        get { statuses[view] ?? ViewStatus() }
        set { statuses[view] = newValue }
    }

    /// Whether it stopped for a reason that trying again would meet again.
    func isStopped(_ view: ViewName) -> Bool {
        guard let failure = self[view].failure else { return false }
        return !(failure is SQLiteError)
    }

    mutating func stop(_ view: ViewName, _ error: any Error) { self[view].failure = error }

    mutating func restart(_ view: ViewName) { self[view].failure = nil }

    /// The first of the failures that several threads may meet.
    final class FirstFailure: Sendable {
        private let first = Monitor<(any Error)?>(nil)

        var error: (any Error)? { first.with { $0 } }

        func note(_ error: any Error) { first.with { if $0 == nil { $0 = error } } }
    }
}
