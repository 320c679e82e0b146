/// Changed in place: looking a stream's name up costs more than all that is done with its state.
final class StreamState {
    /// Nil until the stream's first entry.
    var number: UInt32?
    var version: Int
    let subject: String

    init(_ subject: String, number: UInt32?, version: Int) {
        self.subject = subject
        self.number = number
        self.version = version
    }
}

/// The streams that were used last, in two generations: a full one ages, the aged one goes.
struct RecentStreams {
    /// An import comes back to its cases in no order; each takes about a hundred bytes.
    private static let generationSize = 100_000
    private var young: [String: StreamState] = [:]
    private var old: [String: StreamState] = [:]

    var isFull: Bool { young.count >= Self.generationSize }

    /// Makes room; not within a batch, whose streams must all be known.
    mutating func age() {
        old = young
        young = [:]
    }

    /// What is asked for is young again: what a decision has changed must outlast it.
    mutating func state(of subject: String) -> StreamState? {
        if let state = young[subject] { return state }
        guard let state = old[subject] else { return nil }
        add(state)
        return state
    }

    mutating func add(_ state: StreamState) { young[state.subject] = state }
}
