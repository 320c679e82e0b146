import Foundation
import Testing

/// Another process that works on a log: the executable `LogClerk`, which lies where the tests lie.
final class OtherProcess {
    private let process = Process()
    private let input = Pipe(), output = Pipe()

    init(_ words: String...) throws {
        let tests = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
        process.executableURL = URL(filePath: tests).deletingLastPathComponent()
            .appending(path: "LogClerk")
        process.arguments = words
        process.standardInput = input
        process.standardOutput = output
        try process.run()
    }

    /// The next bytes of its output; empty when it has ended.
    func read() -> String {
        String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
    }

    /// The rest of its output, to its end.
    func rest() -> String {
        let bytes = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return String(decoding: bytes, as: UTF8.self)
    }

    func lines() -> [String] { rest().split(separator: "\n").map(String.init) }

    func closeInput() throws { try input.fileHandleForWriting.close() }

    func kill() { Foundation.kill(process.processIdentifier, SIGKILL) }
}
