package import Entries
package import Events

/// What became of a command.
package enum CommandOutcome: Equatable, Sendable {
    /// It is in the log for ever.
    case accepted(Receipt)
    /// The rules say no; nothing was written. `code` is stable, the wording is for people.
    case refused(code: String, Wording)
    /// It may or may not have been kept: ask again with the same idempotency key.
    case unknown(String)
    /// The world broke before anything was written: a damaged entry, an entry too large …
    case failed(String)
    /// Nothing was written: too much is waiting, or the office is closing.
    case busy

    /// Whether it was refused only because something else was recorded meanwhile: it may be
    /// decided anew on what has become of it.
    package var isStale: Bool {
        if case .refused(RequestRefusal.stale(expected: 0, actual: 0).code, _) = self {
            true
        } else {
            false
        }
    }
}

/// Where a command's events stand.
package struct Receipt: Equatable, Sendable {
    /// `petition/KT1080767000011`.
    package var stream: String
    /// The stream's version after the command.
    package var version: Int
    /// The positions of its events; nil if there was nothing to write.
    package var positions: ClosedRange<Position>?
    /// The word of the first event: `received`; nil if there was nothing to write.
    package var event: String?
    /// Whether the answer is that of an earlier command under the same idempotency key.
    package var isRepeat = false

    package init(
        stream: String, version: Int, positions: ClosedRange<Position>?, event: String? = nil,
        isRepeat: Bool = false
    ) {
        self.stream = stream
        self.version = version
        self.positions = positions
        self.event = event
        self.isRepeat = isRepeat
    }
}
