internal import Entries
internal import Events
internal import Threads

/// One stretch of the log on its way into the views: read and decoded in pieces, folded in order.
///
/// Whoever has nothing to do takes what is most wanted: folding what has been read, or reading on
/// as far as memory goes. Nobody waits for a round of others to end.
final class Stretch: Sendable {
    /// So many entries are read and decoded in one go: small enough to be handed out evenly.
    private static let pieceSize = 512
    /// So many pieces are folded together: in one transaction where readers are waiting, while
    /// the processor still has them at hand where nobody is.
    private static func mostTogether(isVisible: Bool) -> Int { isVisible ? 16 : 4 }
    /// So many pieces may have been read and not been folded by all.
    private static let mostAhead = 32
    /// Below this, threads cost more than they give.
    private static let fewEvents = 256

    /// A view on its way through the pieces.
    private struct Lane {
        /// The first piece that it has not folded.
        var next = 0
        var isBusy = false
        var hasStopped: Bool
        /// What its view knows already.
        var position: Position
        /// Whether readers can see how far it is: not in a build that is not published yet.
        var isVisible: Bool

        init(_ keeper: any Keeping) {
            hasStopped = keeper.hasStopped
            position = keeper.position
            isVisible = !keeper.isFresh && !keeper.isPassing
        }
    }

    private struct State {
        var lanes: [Lane]
        var pieces: [Int: EventBatch] = [:]
        var nextRead = 0
        /// How many pieces can be folded; fewer once one could not be read to its end.
        var count: Int
        var failure: ProjectionFailure?
        var error: (any Error)?
        var hasNews = false
    }

    private enum Work: Sendable {
        case fold(lane: Int, [EventBatch])
        case read(piece: Int, sections: Bool)
        case tell(Folded)
        case end
    }

    /// How far the views are.
    struct Folded: Sendable {
        /// Up to where readers can see, and no further than in the slowest of the views: whoever
        /// waits for one may look at another next. A fresh build shows nothing before it is
        /// published.
        var visible: [ViewName: Position] = [:]
        /// Up to where all have come that go on.
        var least: Position = 0
    }

    private let source: EventSource
    private let start, end: Position
    private let stations: [(ViewName, ViewRunner.Station)]
    private let stop: @Sendable (ViewName, any Error) -> Void
    /// The fields of the sections that some view opens.
    private let opened: Set<String>
    private let state: Monitor<State>

    init(
        source: EventSource, after start: Position, through end: Position,
        stations: [(ViewName, ViewRunner.Station)],
        stop: @escaping @Sendable (ViewName, any Error) -> Void
    ) {
        self.source = source
        self.start = start
        self.end = end
        self.stations = stations
        self.stop = stop
        opened = stations.reduce(into: []) { $0.formUnion($1.0.type.opens) }
        let length = Int(end - start)
        state = Monitor(
            State(
                lanes: stations.map { $0.1.with { Lane($0) } },
                count: (length + Self.pieceSize - 1) / Self.pieceSize))
    }

    private var isFew: Bool { end - start < Self.fewEvents }

    /// Returns when all views have folded all of it or have stopped; why it cannot be read further
    /// if it cannot. Throws what the source throws.
    func run(
        by crew: Crew, folded: (Folded) -> Void
    ) throws -> ProjectionFailure? {
        if isFew {
            work(tells: true, folded)
        } else {
            crew.run({ self.work(tells: false) { _ in } }) { work(tells: true, folded) }
        }
        return try state.with { state in
            if let error = state.error { throw error }
            return state.failure
        }
    }

    // MARK: Work

    private func work(tells: Bool, _ folded: (Folded) -> Void) {
        while true {
            switch state.wait({ self.take(&$0, tells: tells) }) {
            case .fold(let lane, let pieces): fold(pieces, lane)
            case .read(let piece, let sections): read(piece, sections: sections)
            case .tell(let news): folded(news)
            case .end: return
            }
        }
    }

    /// What to do next; nil while that waits for others.
    private func take(_ state: inout State, tells: Bool) -> Work? {
        let running = state.lanes.indices.filter {
            !state.lanes[$0].hasStopped && state.lanes[$0].next < state.count
        }
        // Of few events there is one word to say.
        if tells, state.hasNews, !isFew || running.isEmpty {
            state.hasNews = false
            return .tell(folded(state))
        }
        guard let slowest = running.map({ state.lanes[$0].next }).min() else { return .end }
        for lane in running where !state.lanes[lane].isBusy {
            let most = Self.mostTogether(isVisible: state.lanes[lane].isVisible)
            let pieces = ready(from: state.lanes[lane].next, most, in: state)
            let isLast = state.lanes[lane].next + pieces.count == state.count
            guard pieces.count == most || isLast else { continue }
            state.lanes[lane].isBusy = true
            return .fold(lane: lane, pieces)
        }
        guard state.nextRead < min(state.count, slowest + Self.mostAhead) else { return nil }
        let piece = state.nextRead
        state.nextRead += 1
        return .read(piece: piece, sections: needsSections(through: last(of: piece), state))
    }

    private func folded(_ state: State) -> Folded {
        var news = Folded()
        let seen = zip(stations, state.lanes).filter { $0.1.isVisible }
        let slowest = seen.filter { !$0.1.hasStopped }.map(\.1.position).min() ?? end
        for (station, lane) in seen { news.visible[station.0] = min(lane.position, slowest) }
        news.least = state.lanes.filter { !$0.hasStopped }.map(\.position).min() ?? end
        return news
    }

    /// The pieces from `first` on that have been read, `most` of them.
    private func ready(from first: Int, _ most: Int, in state: State) -> [EventBatch] {
        var pieces: [EventBatch] = []
        let end = min(state.count, first + most)
        while first + pieces.count < end, let piece = state.pieces[first + pieces.count] {
            pieces.append(piece)
        }
        return pieces
    }

    /// The last position of a piece.
    private func last(of piece: Int) -> Position {
        min(end, start + Position((piece + 1) * Self.pieceSize))
    }

    /// Whether a view that asks for sections has not yet folded all up to `position`.
    private func needsSections(through position: Position, _ state: State) -> Bool {
        zip(stations, state.lanes).contains { station, lane in
            station.0.type.needsSections && !lane.hasStopped && lane.position < position
        }
    }

    private func read(_ piece: Int, sections: Bool) {
        let read = Result {
            try EventBatch.read(
                from: source, after: start + Position(piece * Self.pieceSize),
                through: last(of: piece), sections: sections)
        }
        if sections, !isFew, let batch = try? read.get() { source.foresee(batch.keys(of: opened)) }
        state.with { state in
            // What follows a piece that could not be read is not looked at.
            guard piece < state.count else { return }
            switch read {
            case .success(let batch):
                state.pieces[piece] = batch
                guard let failure = batch.failure else { return }
                (state.count, state.failure, state.error) = (piece + 1, failure, nil)
            case .failure(let error):
                (state.count, state.failure, state.error) = (piece, nil, error)
            }
        }
        state.broadcast()
    }

    private func fold(_ pieces: [EventBatch], _ lane: Int) {
        let (view, station) = stations[lane]
        let seen = station.with { keeper in
            fold(pieces, view, keeper)
            return Lane(keeper)
        }
        // Let go by this thread, and not while the others wait: events are many.
        let done = state.with { state in
            let next = state.lanes[lane].next + pieces.count
            state.lanes[lane] = seen
            state.lanes[lane].next = next
            state.hasNews = true
            return takeOut(&state)
        }
        state.broadcast()
        _ = consume done
    }

    /// The pieces that nobody folds any more.
    private func takeOut(_ state: inout State) -> [EventBatch] {
        let first = state.lanes.filter { !$0.hasStopped }.map(\.next).min() ?? state.count
        return state.pieces.keys.filter { $0 < first }.compactMap {
            state.pieces.removeValue(forKey: $0)
        }
    }

    private func fold(_ pieces: [EventBatch], _ view: ViewName, _ keeper: any Keeping) {
        // A view that is further along has nothing to fold, and nothing to write down.
        guard !keeper.hasStopped, let last = pieces.last(where: { !$0.events.isEmpty }),
            keeper.position < last.events[last.events.count - 1].position
        else { return }
        do {
            do {
                for piece in pieces { try keeper.fold(piece.events) }
            } catch {
                // What came before it is true, and is kept.
                if !keeper.isFresh, !keeper.isPassing { try keeper.commit() }
                throw error
            }
            let isWaitedFor = !keeper.isFresh && !keeper.isPassing
            if isWaitedFor { try keeper.commit() } else { try keeper.spill() }
        } catch {
            keeper.hasStopped = true
            stop(view, error)
        }
    }
}
