internal import Entries
internal import EventLog
internal import Events

/// What the log says of keys, gathered from all its events.
struct LogMeaning {
    /// Where each key is first named.
    private(set) var named: [KeyReference: Position] = [:]
    /// Where each key was erased.
    private(set) var erased: [KeyReference: Position] = [:]
    /// Keys that were erased by entries that a restoration has lost.
    private(set) var erasedByLost: Set<KeyReference> = []
    private(set) var unreadable: [(position: Position, error: EventError)] = []

    /// What one entry says of keys.
    private struct Words: Sendable {
        var position: Position
        var named: [KeyReference] = []
        var erased: KeyReference?
        var erasedByLost: [KeyReference] = []
        var error: EventError?
    }

    /// Reads every event up to `end`; an entry that is no known event is noted and passed over.
    init(of log: EventLog, through end: Position, progress: (Position) -> Void) throws {
        try log.replay(through: end, read: Self.words) { page in
            for words in page { add(words) }
            if let last = page.last { progress(last.position) }
        }
    }

    private mutating func add(_ words: Words) {
        for key in words.named where named[key] == nil { named[key] = words.position }
        if let key = words.erased, erased[key] == nil { erased[key] = words.position }
        erasedByLost.formUnion(words.erasedByLost)
        if let error = words.error { unreadable.append((words.position, error)) }
    }

    private static func words(_ entry: Entry) -> Words {
        var words = Words(position: entry.position)
        do throws(EventError) {
            let recorded = try RecordedEvent.read(position: entry.position, bytes: entry.bytes)
            if let key = recorded.key { words.named.append(key) }
            words.named += recorded.frame.sections.map(\.keyReference)
            words.erased = recorded.erasedKey
            if case .office(.logRestored(let data)) = recorded.event {
                words.erasedByLost = data.erased.compactMap { KeyReference(hex: $0.utf8) }
            }
        } catch {
            words.error = error
        }
        return words
    }
}

extension RecordedEvent {
    /// The key that it destroys.
    fileprivate var erasedKey: KeyReference? {
        switch event {
        case .petition(.erased(let data)): data.key
        case .account(.erased(let data)): data.key
        default: nil
        }
    }
}
