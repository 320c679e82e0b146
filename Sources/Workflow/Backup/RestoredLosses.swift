internal import Entries
internal import EventLog
internal import Events
internal import Threads

/// What restorations of a log could not bring back, by the events that say so.
///
/// A section that is missing is damage, which stops whoever needs it; one that was missing when
/// its log was restored is known to be lost, and the office goes on without it.
final class RestoredLosses: Sendable {
    struct Loss: Sendable {
        /// The event that records the restoration.
        var event: Position
        var time: Instant
        /// The last position that was restored.
        var through: Position
    }

    private let stream: String
    private let known = Once<[Loss]>()

    init(code: String) { stream = StreamName(.office, code).subject }

    /// By which restoration what lies beside an entry was lost; nil if by none.
    ///
    /// Reads the office's stream the first time: no office is restored while it is open.
    func loss(of position: Position, in log: EventLog) throws -> Loss? {
        let losses = try known.value ?? read(log)
        return losses.first { position <= $0.through }
    }

    private func read(_ log: EventLog) throws -> [Loss] {
        var losses: [Loss] = []
        var version = 0
        while case let page = try log.readStream(stream, afterVersion: version, limit: 1000),
            !page.isEmpty
        {
            for entry in page {
                let recorded = try RecordedEvent.read(entry)
                guard case .office(.logRestored(let data)) = recorded.event, data.missing != nil
                else { continue }
                losses.append(
                    Loss(
                        event: recorded.position, time: recorded.time,
                        through: Position(data.position)))
            }
            version += page.count
        }
        known.set(losses)
        return losses
    }
}
