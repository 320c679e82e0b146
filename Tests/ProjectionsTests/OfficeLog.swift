import Crypto
import Entries
import Events
import Projections
import Rules
import Threads

/// A log in memory, and a vault beside it: what a projection is handed.
final class OfficeLog: Sendable {
    struct Content {
        var entries: [[UInt8]] = []
        var versions: [String: Int] = [:]
        var clear: [String: [UInt8]] = [:]
        var erased: [KeyReference: (Position, Instant)] = [:]
        var lost: Set<KeyReference> = []
        var epoch: UInt64 = 1
        var now = Instant(milliseconds: 1_720_400_000_000)
        var keys: UInt64 = 0
    }

    let content = Monitor(Content())

    var position: Position { content.with { Position($0.entries.count) } }
    var now: Instant { content.with { $0.now } }

    func pass(minutes: Int) {
        content.with { $0.now = $0.now.advanced(milliseconds: minutes * 60_000) }
    }

    func set(_ now: Instant) { content.with { $0.now = now } }

    func newKey() -> KeyReference {
        content.with { content in
            content.keys += 1
            return KeyReference(high: 77, low: content.keys)
        }
    }

    @discardableResult
    func append(
        _ event: Event, to name: String, by actor: String = "OFF-1", isImported: Bool = false,
        occurredAt: Instant? = nil, sealing sections: [(KeyReference, any Section)] = [],
        step: SourceStep? = nil
    ) -> Position {
        content.with { content in
            let position = Position(content.entries.count + 1)
            let subject = StreamName(event.kind, name).subject
            content.versions[subject, default: 0] += 1
            var frame = EventFrame(isImported: isImported, occurredAt: occurredAt, step: step)
            for (index, (key, section)) in sections.enumerated() {
                var sealed = SealedSection()
                sealed.field = type(of: section).kind.rawValue
                sealed.keyReference = key
                sealed.number = index + 1
                frame.sections.append(sealed)
                content.clear["\(position)/\(index + 1)"] = section.encoded()
            }
            let id = EventID(at: content.now, random: (0, UInt64(position)))
            let envelope = Envelope(
                actor: actor, data: event.encodedData(frame: frame), id: id,
                source: "test.example/office", streamVersion: content.versions[subject] ?? 1,
                subject: subject, time: content.now, type: event.type)
            content.entries.append(envelope.encoded())
            return position
        }
    }

    /// Appends bytes as they are.
    func appendRaw(_ bytes: [UInt8]) { content.with { $0.entries.append(bytes) } }

    /// Destroys a key and says so in the stream.
    func erase(_ key: KeyReference, in number: String) {
        let position = append(.petition(.erased(.init(key: key, ground: .request))), to: number)
        content.with { $0.erased[key] = (position, $0.now) }
    }

    func lose(_ key: KeyReference) { content.with { _ = $0.lost.insert(key) } }

    var source: EventSource {
        EventSource(
            head: {
                self.content.with {
                    Cursor(epoch: $0.epoch, position: Position($0.entries.count))
                }
            },
            read: { after, limit in
                self.content.with { content in
                    let end = min(content.entries.count, Int(after) + limit)
                    guard Int(after) < end else { return [] }
                    return (Int(after)..<end).map {
                        LogEntry(position: Position($0 + 1), bytes: content.entries[$0])
                    }
                }
            },
            office: { through in
                self.content.with { content in
                    content.entries.prefix(Int(through)).enumerated().compactMap { index, bytes in
                        let entry = LogEntry(position: Position(index + 1), bytes: bytes)
                        let text = String(decoding: bytes, as: UTF8.self)
                        return text.contains("\"subject\":\"office/") ? entry : nil
                    }
                }
            })
    }

    var opener: SectionOpener {
        { event, section in
            self.content.with { content in
                if let (position, time) = content.erased[section.keyReference] {
                    return .erased(at: position, on: time)
                }
                if content.lost.contains(section.keyReference) { return .unavailable }
                return content.clear["\(event.position)/\(section.number)"].map { .clear($0) }
                    ?? .unavailable
            }
        }
    }

    /// Every event up to a position, read as the views read them.
    func events(through position: Position? = nil) throws -> [RecordedEvent] {
        try source.read(0, Int(position ?? self.position)).map {
            try RecordedEvent.read(position: $0.position, bytes: $0.bytes)
        }
    }
}
