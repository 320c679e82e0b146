internal import Entries
internal import Glibc
internal import Threads

/// Reads the log once for all views and folds it into each, from head to head as the log grows.
struct Pipeline {
    private let source: EventSource
    private let crew = Crew()
    /// The dearest first: whoever folds one of these last would be waited for.
    private let stations: [(ViewName, ViewRunner.Station)]
    private var lastRead: Position
    private var ended: ProjectionFailure?

    init(source: EventSource, stations: [ViewName: ViewRunner.Station]) {
        self.source = source
        self.stations = stations.map { ($0.key, $0.value) }.sorted {
            ($0.0.type.opens.count, $0.0.rawValue) > ($1.0.type.opens.count, $1.0.rawValue)
        }
        lastRead = self.stations.map { $0.1.with { $0.position } }.min() ?? 0
    }

    /// Waits a little for the log to grow.
    func pause() -> Bool {
        usleep(2000)
        return ended == nil && !stations.isEmpty
    }

    /// Goes on to the head; `stop` hears of each view that cannot, `folded` how far the others are.
    mutating func run(
        stop: @escaping @Sendable (ViewName, any Error) -> Void,
        folded: (Stretch.Folded) -> Void
    ) throws {
        guard ended == nil, !stations.isEmpty else { return }
        while case let end = try source.head().position, end > lastRead {
            let stretch = Stretch(
                source: source, after: lastRead, through: end, stations: stations, stop: stop)
            let failure = try stretch.run(by: crew, folded: folded)
            lastRead = end
            guard let failure else { continue }
            for (view, _) in stations { stop(view, failure) }
            ended = failure
            return
        }
    }
}
