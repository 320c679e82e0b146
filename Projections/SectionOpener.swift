package import Entries
package import Events

/// What a sealed section holds, as far as it may still be known.
package enum OpenedSection: Equatable, Sendable {
    case clear([UInt8])
    /// The key is destroyed: which event says so, and when it was recorded.
    case erased(at: Position, on: Instant)
    /// No archive had it, or no copy of the vault its key, when the log was restored: which event
    /// says so, and when it was recorded.
    case lost(at: Position, on: Instant)
    /// The key should be there and is not: a view that needs it must not be published.
    case unavailable
}

/// Opens a section that lies sealed beside an event; may be called by any thread.
package typealias SectionOpener =
    @Sendable (_ event: RecordedEvent, _ section: SealedSection) throws -> OpenedSection
