import Foundation

/// Somebody else's server in a process of its own, which tells what it was asked: an SMS gateway,
/// LINE, an OpenID provider.
///
/// Its script lies in `Tests/Outside`; it needs the Python that `KHAMRONG_PYTHON` names.
package final class ProviderProcess: Sendable {
    private struct Greeting: Decodable { let port: Int }

    package static var isThere: Bool { MailServerProcess.python != nil }

    package let port: Int
    private let process: Process
    private let input: FileHandle, output: LineReader

    package init(_ script: String, _ arguments: [String] = []) throws {
        let file = URL(filePath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "Outside/\(script)")
        let process = Process()
        process.executableURL = URL(filePath: MailServerProcess.python ?? "/usr/bin/python3")
        process.arguments = [file.path] + arguments
        let (input, output) = (Pipe(), Pipe())
        process.standardInput = input
        process.standardOutput = output
        try process.run()
        self.process = process
        self.input = input.fileHandleForWriting
        self.output = LineReader(output.fileHandleForReading)
        port = try JSONDecoder().decode(Greeting.self, from: self.output.line()).port
    }

    deinit { stop() }

    /// What it tells next; waits for it.
    package func next<Said: Decodable>(_ type: Said.Type = Said.self) throws -> Said {
        try JSONDecoder().decode(Said.self, from: output.line())
    }

    /// Ends it, and gives what nobody has asked for.
    @discardableResult
    package func stop<Said: Decodable>(_ type: Said.Type) -> [Said] {
        try? input.close()
        let rest = output.rest()
        process.waitUntilExit()
        return rest.compactMap { try? JSONDecoder().decode(Said.self, from: $0) }
    }

    package func stop() { stop([String: String].self) }
}
