import Foundation
import Testing
import Threads

/// Runs the built `khamrong` as a shell would.
enum Shell {
    struct Result {
        let output: String, errors: String
        let status: Int32
        /// Whether a signal of number `status` ended it.
        let bySignal: Bool
    }

    /// The program lies where the tests lie.
    static func khamrong(_ words: String..., output: Any? = nil) throws -> Result {
        try khamrong(words, output: output)
    }

    /// `input` is what it reads on standard input; `user` is who runs it, if somebody else.
    static func khamrong(
        _ words: [String], input: String? = nil, output: Any? = nil, user: Int? = nil
    ) throws -> Result {
        let process = try process(words)
        if let user, let program = process.executableURL {
            process.executableURL = URL(filePath: "/usr/bin/setpriv")
            process.arguments =
                ["--reuid", "\(user)", "--clear-groups", program.path] + words
        }
        let printed = Pipe(), noted = Pipe()
        process.standardInput = FileHandle.nullDevice
        if let input {
            let typed = Pipe()
            typed.fileHandleForWriting.write(Data(input.utf8))
            try typed.fileHandleForWriting.close()
            process.standardInput = typed
        }
        process.standardOutput = output ?? printed
        process.standardError = noted
        try process.run()
        if output != nil { try printed.fileHandleForWriting.close() }
        // Both at once: a pipe that nobody empties stops the program.
        let errors = Monitor(Data())
        let reader = WorkerThread {
            let data = noted.fileHandleForReading.readDataToEndOfFile()
            errors.with { $0 = data }
        }
        let text = printed.fileHandleForReading.readDataToEndOfFile()
        reader.join()
        process.waitUntilExit()
        return Result(
            output: String(decoding: text, as: UTF8.self),
            errors: String(decoding: errors.with { $0 }, as: UTF8.self),
            status: process.terminationStatus,
            bySignal: process.terminationReason == .uncaughtSignal)
    }

    /// Runs it with words of the shell behind its own, `2>&-` for example; its exit code.
    static func closed(_ words: [String], _ closing: String) throws -> Int32 {
        let program = try process([]).executableURL?.path ?? ""
        let shell = Process()
        shell.executableURL = URL(filePath: "/bin/sh")
        shell.arguments = ["-c", #"exec "$0" "$@" \#(closing)"#, program] + words
        shell.standardInput = FileHandle.nullDevice
        shell.standardOutput = FileHandle.nullDevice
        shell.standardError = FileHandle.nullDevice
        try shell.run()
        shell.waitUntilExit()
        return shell.terminationStatus
    }

    /// Starts it with nothing to read; nobody listens unless said otherwise.
    static func start(
        _ words: [String], output: Any = FileHandle.nullDevice,
        errors: Any = FileHandle.nullDevice
    ) throws -> Process {
        let process = try process(words)
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = output
        process.standardError = errors
        try process.run()
        return process
    }

    private static func process(_ words: [String]) throws -> Process {
        let process = Process()
        let tests = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
        process.executableURL = URL(filePath: tests).deletingLastPathComponent()
            .appending(path: "khamrong")
        process.arguments = words
        return process
    }
}
