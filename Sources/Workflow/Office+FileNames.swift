internal import Entries
internal import EventLog
internal import Events
internal import Projections

/// A file beside the log, and the event that names it.
struct NamedFile: Sendable {
    var file: Digest
    var key: KeyReference
    var position: Position
}

extension Office {
    /// Hands out every file that events after a position name, in the log's order.
    ///
    /// - Parameter open: gives what a section holds; nil passes it over.
    func fileNames(
        after position: Position, through end: Position = .max,
        progress: (Position) -> Void = { _ in },
        open: (RecordedEvent, SealedSection) throws -> [UInt8]?,
        _ body: (NamedFile) throws -> Void
    ) throws {
        var position = position
        while position < end, case let entries = try log.read(after: position, limit: 1000),
            let last = entries.last
        {
            for entry in entries where entry.position <= end {
                let event = try RecordedEvent.read(entry)
                for section in event.frame.sections {
                    guard let name = Self.fileName(in: section.field),
                        let bytes = try open(event, section)
                    else { continue }
                    try body(
                        NamedFile(
                            file: try name(bytes), key: section.keyReference,
                            position: entry.position))
                }
            }
            position = last.position
            progress(min(position, end))
        }
    }

    /// What a section may hold of a stream whose keys are all there; nil where one is erased or
    /// lost.
    func content(
        of section: SealedSection, beside event: RecordedEvent
    ) throws -> [UInt8]? {
        switch try sectionOpener(event, section) {
        case .clear(let bytes): return bytes
        case .erased, .lost: return nil
        case .unavailable:
            throw ProjectionFailure.sectionUnavailable(field: section.field, at: event.position)
        }
    }

    /// How the file's name is read from a section of this field; nil if such a one names none.
    private static func fileName(in field: String) -> (([UInt8]) throws -> Digest)? {
        switch SectionKind(rawValue: field) {
        case .attachment: { try Attachment.decoded($0).file }
        case .evidence: { try Evidence.decoded($0).file }
        case .document: { try IssuedDocument.decoded($0).file }
        default: nil
        }
    }
}
