internal import Threads

/// Runs independent pieces of work on this thread and one more, each piece once.
///
/// The other thread waits for the next pieces: starting one for every batch costs more than waking
/// it. It ends when the crew is let go.
final class Crew: Sendable {
    typealias Piece = @Sendable () -> Void

    private struct Desk {
        /// Those that nobody has taken yet.
        var pieces: [Piece?] = []
        var next = 0
        /// How many have not run to their end.
        var unfinished = 0
        var hasMate = false
        var isOver = false
    }

    private let desk = Monitor(Desk())

    deinit {
        desk.with { $0.isOver = true }
        desk.broadcast()
    }

    /// Returns when all have run; calls do not nest.
    ///
    /// It takes the pieces over: what one holds is let go, by the thread that ran it, as it ends.
    func run(_ pieces: inout [Piece]) {
        let given = pieces
        pieces = []
        guard given.count > 1 else { return given.forEach { $0() } }
        begin(given)
        end()
    }

    /// Runs `piece` on the other thread while `own` runs on this one; returns when both have.
    func run(_ piece: @escaping Piece, beside own: () -> Void) {
        begin([piece])
        own()
        end()
    }

    private func begin(_ given: [Piece]) {
        let desk = desk
        let isAlone = desk.with { desk in
            desk.pieces = given
            desk.next = 0
            desk.unfinished = given.count
            defer { desk.hasMate = true }
            return !desk.hasMate
        }
        if isAlone { _ = WorkerThread { Self.serve(desk) } } else { desk.broadcast() }
    }

    private func end() {
        while desk.with({ Self.take(&$0) })?() != nil { Self.finish(desk) }
        desk.wait { $0.unfinished == 0 ? () : nil }
    }

    private static func serve(_ desk: Monitor<Desk>) {
        while let piece = desk.wait({ desk -> Piece?? in
            if let piece = take(&desk) { return piece }
            return desk.isOver ? .some(nil) : nil
        }) {
            piece()
            finish(desk)
        }
    }

    private static func take(_ desk: inout Desk) -> Piece? {
        guard desk.next < desk.pieces.count else { return nil }
        defer {
            desk.pieces[desk.next] = nil
            desk.next += 1
        }
        return desk.pieces[desk.next]
    }

    private static func finish(_ desk: Monitor<Desk>) {
        let isLast = desk.with { desk in
            desk.unfinished -= 1
            return desk.unfinished == 0
        }
        if isLast { desk.broadcast() }
    }
}
