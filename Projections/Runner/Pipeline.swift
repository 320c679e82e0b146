internal import Entries
internal import Events
internal import Glibc
internal import Threads

/// Reads, decodes and folds side by side: while one batch is folded, the next is decoded and the
/// one after that is read.
struct Pipeline {
    static let batchSize = 2048
    /// Below this, threads cost more than they give.
    static let fewEvents = 256

    let source: EventSource
    private let crew = Crew()
    /// The fields of the sections that some view opens.
    private let opened: Set<String>
    private var stations: [(ViewName, ViewRunner.Station)]
    private var lastRead: Position
    private var raw: [LogEntry] = []
    private var batch = EventBatch()
    private var ended: ProjectionFailure?

    init(source: EventSource, stations: [ViewName: ViewRunner.Station]) {
        self.source = source
        self.stations = stations.map { ($0.key, $0.value) }.sorted {
            $0.0.rawValue < $1.0.rawValue
        }
        opened = stations.keys.reduce(into: []) { $0.formUnion($1.type.opens) }
        lastRead = self.stations.map { $0.1.with { $0.position } }.min() ?? 0
    }

    /// Waits a little for the log to grow.
    func pause() -> Bool {
        usleep(2000)
        return ended == nil && !stations.isEmpty
    }

    /// Goes on to the head; `stop` hears of each view that cannot.
    mutating func run(
        stop: @escaping @Sendable (ViewName, any Error) -> Void,
        folded: ([ViewName: Position]) -> Void
    ) throws {
        guard ended == nil, !stations.isEmpty else { return }
        raw = try source.read(lastRead, Self.batchSize)
        while !raw.isEmpty || !batch.isEmpty || batch.failure != nil {
            try round(stop: stop)
            folded(visible())
            if ended != nil { return }
        }
    }

    /// One step of all three stages.
    private mutating func round(stop: @escaping @Sendable (ViewName, any Error) -> Void) throws {
        let isFew = raw.count + batch.count < Self.fewEvents
        let after = lastRead
        let entries = raw
        let last = entries.last?.position ?? after
        let (parts, failure) = (batch.parts, batch.failure)
        // Only the pieces hold them now: they are let go by whoever ran the last of those.
        raw = []
        batch = EventBatch()
        let halves =
            isFew
            ? [entries[...]]
            : [
                entries[..<(entries.count / 2)], entries[(entries.count / 2)...],
            ]
        let decoded = Monitor([EventBatch?](repeating: nil, count: halves.count))
        let read = Monitor<Result<[LogEntry], any Error>>(.success([]))
        let (source, opened) = (source, opened)
        let sections = needsSections(through: last)
        var pieces: [@Sendable () -> Void] = []
        if !entries.isEmpty {
            pieces.append {
                let result = Result { try source.read(last, Self.batchSize) }
                read.with { $0 = result }
            }
        }
        var start = after
        for (index, half) in halves.enumerated() where !half.isEmpty {
            let before = start
            pieces.append {
                let part = EventBatch.decode(half, after: before, sections: sections)
                if sections, !isFew { source.foresee(part.keys(of: opened)) }
                decoded.with { $0[index] = part }
            }
            start = half.last?.position ?? start
        }
        if !parts.isEmpty {
            for (view, station) in stations {
                pieces.append { Self.fold(parts, view, station, stop) }
            }
        }
        if isFew { for piece in pieces { piece() } } else { crew.run(&pieces) }
        if let failure {
            for (view, _) in stations { stop(view, failure) }
            ended = failure
        }
        try advance(decoded: decoded, read: read, last: last)
    }

    /// Whether a view that asks for sections has not yet folded all up to `position`.
    private func needsSections(through position: Position) -> Bool {
        stations.contains { view, station in
            view.type.needsSections
                && station.with { !$0.hasStopped && $0.position < position }
        }
    }

    private mutating func advance(
        decoded: Monitor<[EventBatch?]>, read: Monitor<Result<[LogEntry], any Error>>,
        last: Position
    ) throws {
        var next = EventBatch()
        for part in decoded.with({ $0 }) { if let part { next.append(part) } }
        batch = next
        raw = try read.with { $0 }.get()
        if batch.failure != nil { raw = [] }
        lastRead = last
    }

    private static func fold(
        _ parts: [[RecordedEvent]], _ view: ViewName, _ station: ViewRunner.Station,
        _ stop: @Sendable (ViewName, any Error) -> Void
    ) {
        station.with { keeper in
            // A view that is further along has nothing to fold, and nothing to write down.
            guard !keeper.hasStopped, let last = parts.last?.last?.position,
                keeper.position < last
            else { return }
            do {
                do {
                    for events in parts { try keeper.fold(events) }
                } catch {
                    // What came before it is true, and is kept.
                    if !keeper.isFresh { try keeper.commit() }
                    throw error
                }
                if keeper.isFresh { try keeper.spill() } else { try keeper.commit() }
            } catch {
                keeper.hasStopped = true
                stop(view, error)
            }
        }
    }

    /// Up to where readers can see: a fresh build shows nothing before it is published.
    private func visible() -> [ViewName: Position] {
        var positions: [ViewName: Position] = [:]
        for (view, station) in stations {
            positions[view] = station.with { $0.isFresh ? nil : $0.position }
        }
        return positions
    }
}
