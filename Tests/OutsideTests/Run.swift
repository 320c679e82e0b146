import Foundation
import Testing

/// Programs that are not this one: the built `khamrong`, and Python with packages of others.
enum Run {
    /// What `.ci/python` has made; the checks by others are skipped where there is none.
    static let python = environment("KHAMRONG_PYTHON")

    /// Where the real case histories lie that are not part of the project.
    static let shared = environment("KHAMRONG_SHARED").map { $0 + "/data" }

    /// Whether checks run as well that take minutes.
    static let takesItsTime = environment("KHAMRONG_LARGE") != nil

    static let root = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    static func path(_ name: String) -> String { root.appending(path: name).path }

    /// What a script of `Tests/Outside` found.
    static func script<Answer: Decodable>(
        _ name: String, _ words: [String], answer: Answer.Type = Answer.self
    ) throws -> Answer {
        let python = try #require(python)
        let output = try run(python, [path("Tests/Outside/\(name).py")] + words)
        return try JSONDecoder().decode(Answer.self, from: output)
    }

    /// What a script of `Tests/Outside` found.
    static func script<Answer: Decodable>(
        _ name: String, _ words: String..., answer: Answer.Type = Answer.self
    ) throws -> Answer {
        try script(name, words)
    }

    /// Another program of the tests, that lies where they lie.
    static func beside(_ name: String) throws -> String {
        let tests = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
        return URL(filePath: tests).deletingLastPathComponent().appending(path: name).path
    }

    /// The program that `KHAMRONG_PROGRAM` names, else the one that lies where the tests lie.
    static func program() throws -> String {
        try environment("KHAMRONG_PROGRAM") ?? beside("khamrong")
    }

    static func khamrong(_ words: [String]) throws { _ = try run(try program(), words) }

    /// What the program printed.
    static func printed(by words: [String]) throws -> String {
        String(decoding: try run(try program(), words), as: UTF8.self)
    }

    private static func environment(_ name: String) -> String? {
        ProcessInfo.processInfo.environment[name].flatMap { $0.isEmpty ? nil : $0 }
    }

    private static func run(_ program: String, _ words: [String]) throws -> Data {
        let process = Process()
        process.executableURL = URL(filePath: program)
        process.arguments = words
        let printed = Pipe()
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = printed
        try process.run()
        let output = printed.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        try #require(
            process.terminationReason == .exit && process.terminationStatus == 0,
            "\(program) \(words.joined(separator: " ")) ended with \(process.terminationStatus)")
        return output
    }
}
