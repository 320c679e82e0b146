internal import Entries
internal import Sockets
internal import Threads

/// The writer of another process, through its socket.
package final class RemoteWriter: CommandPort {
    private let connection: UnixConnection
    private let queue = Monitor<Queue>(Queue())
    private let thread: WorkerThread

    private static let mostWaiting = 1000
    /// A writer that is at work answers within a commit or two.
    private static let patienceMilliseconds = 5000
    /// One that is stopped is not waited for without end.
    private static let longestMilliseconds = 60_000

    private struct Queue {
        var waiting: [(drafts: [Draft], completion: @Sendable ([CommandOutcome]) -> Void)] = []
        var isClosed = false
    }

    /// - Parameter waiting: called for each answer that has not come within five seconds. It is
    ///   waited for a minute, and then nobody knows whether what was sent is going to be recorded.
    /// - Throws: `SocketError` when nobody listens.
    package init(_ paths: OfficePaths, waiting: @escaping @Sendable () -> Void = {}) throws {
        let connection = try UnixConnection(
            directory: paths.office, name: OfficePaths.socketName)
        self.connection = connection
        let queue = self.queue
        thread = WorkerThread {
            while let next = queue.wait({ queue in
                queue.waiting.isEmpty
                    ? (queue.isClosed ? .some(nil) : nil) : .some(queue.waiting.removeFirst())
            }) {
                next.completion(Self.exchange(next.drafts, over: connection, waiting))
            }
        }
    }

    package func submit(
        _ drafts: [Draft], completion: @escaping @Sendable ([CommandOutcome]) -> Void
    ) {
        let isRefused = queue.with { queue in
            let isRefused = queue.isClosed || queue.waiting.count >= Self.mostWaiting
            if !isRefused { queue.waiting.append((drafts, completion)) }
            return isRefused
        }
        queue.signal()
        if isRefused { completion(.init(repeating: .busy, count: drafts.count)) }
    }

    package func close() {
        queue.with { $0.isClosed = true }
        queue.signal()
        thread.join()
    }

    private static func exchange(
        _ drafts: [Draft], over connection: UnixConnection, _ waiting: () -> Void
    ) -> [CommandOutcome] {
        do {
            try connection.send(SocketFrame.encoded(drafts))
            if !connection.isAnswered(within: patienceMilliseconds) {
                waiting()
                guard connection.isAnswered(within: longestMilliseconds - patienceMilliseconds)
                else {
                    // An answer that came late would be taken for that of the next command.
                    connection.shutDown()
                    return .init(
                        repeating: .unknown("the writer has not answered for a minute"),
                        count: drafts.count)
                }
            }
            guard let frame = try connection.receive(limit: OfficeWriter.largestFrame) else {
                return .init(
                    repeating: .unknown("the writer has closed"), count: drafts.count)
            }
            let outcomes = try SocketFrame.outcomes(frame)
            guard outcomes.count == drafts.count else {
                return .init(
                    repeating: .unknown("the writer gave another number of answers"),
                    count: drafts.count)
            }
            return outcomes
        } catch {
            return .init(repeating: .unknown("\(error)"), count: drafts.count)
        }
    }
}
