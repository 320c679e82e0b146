internal import Entries
package import Events
internal import Rules

extension SearchRow: FoldedRow {
    /// The sections that are sought in.
    static let sought: Set<String> = Set(
        [SectionKind.petitioner, .text, .place, .identity, .contact].map(\.rawValue))

    package static func key(for event: RecordedEvent) -> String? {
        switch event.event {
        case .petition(.submitted), .petition(.erased), .account(.registered), .account(.erased):
            event.stream.subject
        case .petition, .account:
            event.frame.sections.contains { sought.contains($0.field) }
                ? event.stream.subject : nil
        case .office: nil
        }
    }

    package static func apply(
        _ event: RecordedEvent, to row: inout Self?, in surroundings: Surroundings
    ) throws {
        let pieces = try opened(event, surroundings)
        switch event.event {
        case .petition(.submitted(let data)):
            var fresh = SearchRow(event)
            fresh.reference = ThaiText.key(
                [data.source?.name, data.trackingCode].compactMap { $0 }.joined(separator: " "))
            row = fresh
        case .account(.registered): row = SearchRow(event)
        case .petition(.erased(let data)): row?.erase(data.key, event)
        case .account(.erased(let data)): row?.erase(data.key, event)
        default: break
        }
        for (section, text) in pieces {
            row?.pieces.set(section.field, section.keyReference, text)
        }
        row?.position = event.position
    }

    private init(_ event: RecordedEvent) {
        subject = event.stream.subject
        id = event.position
        isAccount = event.stream.kind == .account
        number = event.stream.name
        at = event.occurredAt
    }

    private mutating func erase(_ key: KeyReference, _ event: RecordedEvent) {
        pieces.erase(key)
        erasedAt = event.time
        erasedPosition = Int(clamping: event.position)
    }

    /// What an event's sections say, as far as it is sought and their keys still are.
    private static func opened(
        _ event: RecordedEvent, _ surroundings: Surroundings
    ) throws -> [(SealedSection, String)] {
        var texts: [(SealedSection, String)] = []
        for section in event.frame.sections where sought.contains(section.field) {
            switch try surroundings.open(event, section) {
            case .clear(let bytes): texts.append((section, try SearchText.of(section, bytes)))
            case .erased, .lost: continue
            case .unavailable:
                throw ProjectionFailure.sectionUnavailable(
                    field: section.field, at: event.position)
            }
        }
        return texts
    }
}
