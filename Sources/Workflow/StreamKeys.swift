internal import Entries
internal import EventLog
internal import Events
internal import Rules
internal import Vault

/// Which key the sections of a stream are sealed under; read from the streams' first events.
struct StreamKeys {
    private static let mostStreams = 100_000
    private static let pageSize = 1000

    private var known: [StreamName: KeyReference] = [:]
    /// Handles are held for cases that this process opened: an import comes back to them for
    /// years of their history, in no order that a cache could guess.
    private var imported: [SourceKey: ImportKey]?
    /// Keys for cases to come. The more an import has needed, the more are minted at once: the
    /// vault waits for the disk several times for each lot.
    private var ready: [KeyHandle] = []
    private var lot = 512
    private static let largestLot = 16_384

    private enum ImportKey {
        case ready(KeyHandle)
        case named(KeyReference)
    }

    /// The key named by the first event of `stream`; nil if there is no such stream or key.
    mutating func key(of stream: StreamName, in log: EventLog) throws -> KeyReference? {
        if let key = known[stream] { return key }
        guard
            let first = try log.readStream(stream.subject, afterVersion: 0, limit: 1).first,
            let key = try RecordedEvent.read(first).key
        else { return nil }
        opened(stream, under: key)
        return key
    }

    mutating func opened(_ stream: StreamName, under key: KeyReference) {
        if known.count >= Self.mostStreams { known.removeAll(keepingCapacity: true) }
        known[stream] = key
    }

    /// The key for each draft of an import, nil for other drafts: the case's own, or a new one
    /// for a case that is opened here. Nil if no draft comes with an import.
    mutating func importKeys(
        for drafts: [Draft], _ log: EventLog, _ vault: Vault
    ) throws -> [KeyHandle?]? {
        guard drafts.indices.contains(where: { drafts[$0].source != nil }) else { return nil }
        var imported = try self.imported ?? Self.imported(in: log)
        self.imported = nil
        defer { self.imported = imported }
        return try drafts.indices.map { index in
            guard let source = drafts[index].source else { return nil }
            switch imported[source] {
            case .ready(let handle): return handle
            case .named(let reference): return try vault.key(reference)
            case nil:
                guard drafts[index].command.mayOpen else { return nil }
                let key = try newKey(vault)
                imported[source] = .ready(key)
                return key
            }
        }
    }

    private mutating func newKey(_ vault: Vault) throws -> KeyHandle {
        if ready.isEmpty {
            ready = try vault.newKeys(lot)
            lot = min(2 * lot, Self.largestLot)
        }
        return ready.removeLast()
    }

    private static func imported(in log: EventLog) throws -> [SourceKey: ImportKey] {
        var found: [SourceKey: ImportKey] = [:]
        var position: Position = 0
        while case let entries = try log.read(after: position, limit: pageSize),
            let last = entries.last
        {
            for entry in entries {
                let recorded = try RecordedEvent.read(entry)
                if case .petition(.submitted(let data)) = recorded.event, let source = data.source {
                    found[SourceKey(source)] = .named(data.caseKey)
                }
            }
            position = last.position
        }
        return found
    }
}

extension RecordedEvent {
    /// The key that its stream's sections are sealed under, if it is a first event.
    var key: KeyReference? {
        switch event {
        case .petition(.submitted(let data)): data.caseKey
        case .account(.registered(let data)): data.key
        default: nil
        }
    }
}
