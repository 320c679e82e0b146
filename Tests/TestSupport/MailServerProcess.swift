import Foundation

/// A real mail server in a process of its own, which tells what it took.
///
/// It needs the Python that `KHAMRONG_PYTHON` names; there is none without it.
package final class MailServerProcess: Sendable {
    package struct Mail: Decodable, Sendable {
        package let from: String
        package let to: [String]
        package let user: String?
        package let tls: Bool
        /// By their names in lower case, decoded.
        package let headers: [String: String]
        package let names: [String]
        package let text: String?, html: String?
        /// The longest line.
        package let longest: Int
        package let ascii: Bool
        package let defects: [String]
        package let files: [File]

        package struct File: Decodable, Sendable, Equatable {
            package let name: String, type: String, size: Int

            package init(from decoder: any Decoder) throws {
                var parts = try decoder.unkeyedContainer()
                name = try parts.decode(String.self)
                type = try parts.decode(String.self)
                size = try parts.decode(Int.self)
            }
        }
    }

    private struct Greeting: Decodable { let port: Int, certificates: String }

    package static let python = ProcessInfo.processInfo.environment["KHAMRONG_PYTHON"].flatMap {
        $0.isEmpty ? nil : $0
    }

    package let port: Int
    package let certificates: String
    private let process: Process
    private let input: FileHandle, output: LineReader

    /// `way` is `plain`, `starttls`, `tls` or `login`.
    package init(_ way: String, port: Int = 0) throws {
        let script = URL(filePath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "Outside/smtp_server.py")
        let process = Process()
        process.executableURL = URL(filePath: Self.python ?? "/usr/bin/python3")
        process.arguments = [script.path, way] + (port == 0 ? [] : ["\(port)"])
        let (input, output) = (Pipe(), Pipe())
        process.standardInput = input
        process.standardOutput = output
        // It complains of every connection that is cut.
        process.standardError = FileHandle.nullDevice
        try process.run()
        self.process = process
        self.input = input.fileHandleForWriting
        self.output = LineReader(output.fileHandleForReading)
        let greeting = try JSONDecoder().decode(Greeting.self, from: self.output.line())
        self.port = greeting.port
        certificates = greeting.certificates
    }

    deinit { stop() }

    /// The next mail that it took; waits for it.
    package func mail() throws -> Mail {
        try JSONDecoder().decode(Mail.self, from: output.line())
    }

    /// Ends it, and gives the mail that nobody has asked for.
    @discardableResult
    package func stop() -> [Mail] {
        try? input.close()
        let rest = output.rest()
        process.waitUntilExit()
        return rest.compactMap { try? JSONDecoder().decode(Mail.self, from: $0) }
    }
}
