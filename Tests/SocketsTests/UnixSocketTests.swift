import Sockets
import TestSupport
import Testing
import Threads

@Suite struct UnixSocketTests {
    @Test func `frames cross a socket whose path is longer than an address can be`() throws {
        let scratch = try Scratch()
        let deep = scratch.path(String(repeating: "d", count: 120))
        try makeDirectory(deep)
        let listener = try UnixListener(directory: deep, name: "writer.sock")
        let echo = WorkerThread {
            guard let connection = listener.accept() else { return }
            while let frame = try? connection.receive(limit: 1 << 20) {
                try? connection.send(frame.reversed())
            }
        }
        let client = try UnixConnection(directory: deep, name: "writer.sock")
        for size in [0, 1, 300_000] {
            let frame = (0..<size).map { UInt8(truncatingIfNeeded: $0 &* 7) }
            try client.send(frame)
            #expect(try client.receive(limit: 1 << 20) == frame.reversed())
        }
        client.shutDown()
        echo.join()
    }

    @Test func `a frame over the limit is refused and nobody listening is an error`() throws {
        let scratch = try Scratch()
        #expect(throws: SocketError.self) {
            try UnixConnection(directory: scratch.path(), name: "writer.sock")
        }
        let listener = try UnixListener(directory: scratch.path(), name: "writer.sock")
        let client = try UnixConnection(directory: scratch.path(), name: "writer.sock")
        let server = try #require(listener.accept())
        try client.send([1, 2, 3])
        #expect(throws: SocketError.self) { try server.receive(limit: 2) }
    }
}
