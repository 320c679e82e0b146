internal import Entries
internal import Events
internal import Glibc
internal import Threads

/// Reads, decodes and folds side by side: while one batch is folded, the next is read.
struct Pipeline {
    static let batchSize = 8192
    /// So many entries are read and decoded in one go: small enough to be handed out evenly.
    static let pieceSize = 512
    /// Below this, threads cost more than they give.
    static let fewEvents = 256

    let source: EventSource
    private let crew = Crew()
    /// The fields of the sections that some view opens.
    private let opened: Set<String>
    /// The dearest first: whoever folds one of these last would be waited for.
    private var stations: [(ViewName, ViewRunner.Station)]
    private var lastRead: Position
    private var batch = EventBatch()
    private var ended: ProjectionFailure?

    init(source: EventSource, stations: [ViewName: ViewRunner.Station]) {
        self.source = source
        self.stations = stations.map { ($0.key, $0.value) }.sorted {
            ($0.0.type.opens.count, $0.0.rawValue) > ($1.0.type.opens.count, $1.0.rawValue)
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
        while case let end = try nextEnd(),
            end > lastRead || !batch.isEmpty || batch.failure != nil
        {
            try round(through: end, stop: stop)
            folded(visible())
            if ended != nil { return }
        }
    }

    /// Up to where the next batch goes: to the head, or as far as a batch may; not at all behind
    /// what cannot be read.
    private func nextEnd() throws -> Position {
        guard batch.failure == nil else { return lastRead }
        return max(lastRead, min(try source.head().position, lastRead + Position(Self.batchSize)))
    }

    /// One step of both stages: folds what was read before, and reads up to `end`.
    private mutating func round(
        through end: Position, stop: @escaping @Sendable (ViewName, any Error) -> Void
    ) throws {
        let isFew = Int(end - lastRead) + batch.count < Self.fewEvents
        let (parts, failure) = (batch.parts, batch.failure)
        // Only the pieces hold them now: they are let go by whoever ran the last of those.
        batch = EventBatch()
        var pieces: [Crew.Piece] = []
        if !parts.isEmpty {
            for (view, station) in stations {
                pieces.append { Self.fold(parts, view, station, stop) }
            }
        }
        let read = reading(through: end, isFew: isFew, into: &pieces)
        if isFew { for piece in pieces { piece() } } else { crew.run(&pieces) }
        if let failure {
            for (view, _) in stations { stop(view, failure) }
            ended = failure
        }
        for case let part? in read.with({ $0 }) where batch.failure == nil {
            batch.append(try part.get())
        }
        lastRead = end
    }

    /// The pieces that read and decode what stands up to `end`, and where they put it.
    private func reading(
        through end: Position, isFew: Bool, into pieces: inout [Crew.Piece]
    ) -> Monitor<[Result<EventBatch, any Error>?]> {
        let starts = Array(
            stride(from: lastRead, to: end, by: isFew ? Self.fewEvents : Self.pieceSize))
        let read = Monitor([Result<EventBatch, any Error>?](repeating: nil, count: starts.count))
        let (source, opened) = (source, opened)
        let sections = needsSections(through: end)
        for (index, start) in starts.enumerated() {
            let last = index + 1 < starts.count ? starts[index + 1] : end
            pieces.append {
                let part = Result {
                    try EventBatch.read(
                        from: source, after: start, through: last, sections: sections)
                }
                if sections, !isFew, let part = try? part.get() {
                    source.foresee(part.keys(of: opened))
                }
                read.with { $0[index] = part }
            }
        }
        return read
    }

    /// Whether a view that asks for sections has not yet folded all up to `position`.
    private func needsSections(through position: Position) -> Bool {
        stations.contains { view, station in
            view.type.needsSections
                && station.with { !$0.hasStopped && $0.position < position }
        }
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
