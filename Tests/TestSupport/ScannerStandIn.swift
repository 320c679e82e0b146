internal import Foundation
internal import Sockets
internal import Threads

/// Speaks as clamd does on its socket, and knows one virus: whatever holds `EICAR`.
package final class ScannerStandIn: Sendable {
    package enum Manner: Sendable {
        case looks
        /// Takes the file and says nothing.
        case keepsSilent
        /// Has heard enough before the end, as clamd has of a file over its limit.
        case breaksOff(saying: String)
    }

    package let path: String
    private let scratch: Scratch
    private let listener: UnixListener
    private let thread: WorkerThread
    private let sizes: Monitor<[Int]>

    package init(_ manner: Manner = .looks) throws {
        scratch = try Scratch()
        path = scratch.path("clamd.ctl")
        let listener = try UnixListener(directory: scratch.path(), name: "clamd.ctl")
        let sizes = Monitor<[Int]>([])
        self.listener = listener
        self.sizes = sizes
        thread = WorkerThread {
            // Held, so that who keeps silent does not hang up either.
            var held: [UnixConnection] = []
            while let connection = listener.accept() {
                held.append(connection)
                let isOver = (try? Self.answer(connection, manner, sizes)) ?? true
                if isOver { held.removeLast() }
            }
        }
    }

    deinit {
        listener.shutDown()
        thread.join()
    }

    /// How large the files were that it has looked at.
    package var looked: [Int] { sizes.with { $0 } }

    /// Whether there is nothing more to say.
    private static func answer(
        _ connection: UnixConnection, _ manner: Manner, _ sizes: Monitor<[Int]>
    ) throws -> Bool {
        let command = try connection.receive(until: 0, limit: 100)
        guard String(decoding: command, as: UTF8.self) == "zINSTREAM" else { return true }
        if case .breaksOff(let words) = manner {
            _ = try connection.receive(limit: 1 << 20)
            try connection.send(unframed: Array("\(words)\0".utf8))
            return true
        }
        var file: [UInt8] = []
        while let piece = try connection.receive(limit: 1 << 20), !piece.isEmpty { file += piece }
        if case .keepsSilent = manner { return false }
        sizes.with { $0.append(file.count) }
        let isFound = file.firstRange(of: Array("EICAR".utf8)) != nil
        let words = isFound ? "stream: Eicar-Test-Signature FOUND\0" : "stream: OK\0"
        try connection.send(unframed: Array(words.utf8))
        return true
    }
}
