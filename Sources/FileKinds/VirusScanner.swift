internal import Sockets

/// The virus scanner of this host: clamd, asked through its socket.
///
/// Blocks until it has answered, half a minute at most. It sees what is kept as it was sent; of
/// photos only our own copy is kept.
package struct VirusScanner: Sendable {
    private let directory, name: String
    private let patienceMilliseconds: Int
    private let report: @Sendable (String) -> Void

    /// `socket` is a path such as `/run/clamav/clamd.ctl`. `report` is told what keeps it from
    /// answering, never anything of a file.
    package init(
        socket: String, patienceMilliseconds: Int = 30_000,
        report: @escaping @Sendable (String) -> Void = { _ in }
    ) {
        let parts = socket.split(separator: "/", omittingEmptySubsequences: false)
        directory = parts.count > 1 ? parts.dropLast().joined(separator: "/") + "/" : "."
        name = String(parts.last ?? "")
        self.patienceMilliseconds = patienceMilliseconds
        self.report = report
    }

    /// Throws `FileRefusal.infected`, `.notScanned`, or what reading the file throws.
    package func scan(_ file: FileContent) throws {
        let answer: String
        do {
            answer = try ask(about: file)
        } catch let error as SocketError {
            report("\(error)")
            throw FileRefusal.notScanned
        }
        if answer.hasSuffix(" FOUND") { throw FileRefusal.infected }
        guard answer == "stream: OK" else {
            report("it answers “\(answer.prefix(100))”")
            throw FileRefusal.notScanned
        }
    }

    private static let pieceBytes = 64 << 10
    private static let longestAnswer = 1024

    /// The command, the file in pieces that each say their length, an empty one for the end; then
    /// one line. A scanner that has heard enough answers early and closes: its answer counts.
    private func ask(about file: FileContent) throws -> String {
        let connection = try UnixConnection(
            directory: directory, name: name, patienceMilliseconds: patienceMilliseconds)
        do {
            try connection.send(unframed: Array("zINSTREAM\0".utf8))
            var start = 0
            while start < file.size {
                try connection.send(try file.bytes(start..<start + Self.pieceBytes))
                start += Self.pieceBytes
            }
            try connection.send([])
        } catch let error as SocketError {
            guard let answer = try? read(connection), !answer.isEmpty else { throw error }
            return answer
        }
        return try read(connection)
    }

    private func read(_ connection: UnixConnection) throws(SocketError) -> String {
        String(decoding: try connection.receive(until: 0, limit: Self.longestAnswer), as: UTF8.self)
    }
}
