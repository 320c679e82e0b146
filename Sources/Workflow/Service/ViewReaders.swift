package import Projections
package import SQLite
internal import Threads

/// Several readers of one view, so that threads read side by side; any thread may use it.
package final class ViewReaders: Sendable {
    private let readers: [Monitor<ViewReader>]
    private let free: Monitor<[Int]>

    package init(_ view: ViewName, in directory: ViewDirectory, count: Int) {
        precondition(count > 0, "somebody must read")
        readers = (0..<count).map { _ in Monitor(ViewReader(view, in: directory)) }
        free = Monitor(Array(0..<count))
    }

    /// Hands `body` one state of the view; waits while all readers are busy.
    /// - Throws: `OfficeProblem.viewMissing` if it was never built.
    package func read<Result: Sendable>(_ body: (Database) throws -> Result) throws -> Result {
        let index = free.wait { $0.popLast() }
        defer {
            free.with { $0.append(index) }
            free.signal()
        }
        guard let result = try readers[index].with({ reader in try reader.read(body) }) else {
            throw OfficeProblem.viewMissing
        }
        return result
    }
}
