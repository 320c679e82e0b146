import Foundation
import TestSupport

/// An office of its own in service by the built program, on a free port; ended with the test.
final class ServedProcess {
    let address: String
    private let process: Process
    private let scratch: Scratch

    struct NoAddress: Error { let printed: String }

    /// Whose process it is.
    var number: Int { Int(process.processIdentifier) }

    /// What programs that work beside the server are told: where the office lies.
    var place: [String] { [scratch.path("data"), scratch.path("keys"), "demo"] }

    /// Makes an office with `petitions` made-up cases, and serves it.
    init(petitions: Int) throws {
        scratch = try Scratch()
        let place = [
            "--data", scratch.path("data"), "--keys", scratch.path("keys"), "--office", "demo",
        ]
        try Run.khamrong(
            ["generate", "--petitions", "\(petitions)", "--seed", "2567"] + place)
        process = Process()
        process.executableURL = URL(filePath: try Run.program())
        process.arguments = ["serve", "--listen", "127.0.0.1:0"] + place
        let printed = Pipe()
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = printed
        process.standardError = FileHandle.nullDevice
        try process.run()
        let line = String(
            decoding: printed.fileHandleForReading.availableData, as: UTF8.self)
        guard let found = line.firstMatch(of: #/http://[0-9.:]+/#)?.output else {
            process.terminate()
            throw NoAddress(printed: line)
        }
        address = "\(found)/demo"
    }

    deinit {
        process.terminate()
        process.waitUntilExit()
    }

    func path(_ name: String) -> String { scratch.path(name) }
}
