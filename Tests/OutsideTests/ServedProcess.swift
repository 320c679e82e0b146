import Crypto
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

    /// Makes an office with `petitions` made-up cases, and others beside it by their names and
    /// the letters of their numbers; serves them all.
    init(petitions: Int, beside others: [(name: String, prefix: String)] = []) throws {
        scratch = try Scratch()
        let place = ["--data", scratch.path("data"), "--keys", scratch.path("keys")]
        for office in [(name: "demo", prefix: "KT")] + others {
            try Run.khamrong(
                [
                    "generate", "--petitions", "\(petitions)", "--seed", "2567", "--office",
                    office.name, "--prefix", office.prefix,
                ] + place)
        }
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

    /// The key of a system that is connected now.
    func connect(_ code: String, _ words: String...) throws -> String {
        let place = ["--data", place[0], "--keys", place[1], "--office", place[2]]
        let printed = try Run.printed(
            by: ["subscriber", "add", code, "--name", code] + words + place)
        guard let key = printed.firstMatch(of: #/kr_\S+/#)?.output else {
            throw NoAddress(printed: printed)
        }
        return String(key)
    }

    /// People may log in by a provider of the tests, and officers of a role need a second factor.
    func logIn(by provider: String, at port: Int, secondFactorOf role: String) throws {
        let secret = "\(provider)-secret"
        try SecretFile.create(
            Array("s3cret&+".utf8).span, at: "\(place[1])/\(place[2])/\(secret)")
        try settle(
            """
            {"format": "khamrong-settings/1",
             "sign_in": {"second_factor": ["\(role)"], "session_hours": 10},
             "login_providers": [{"provider": "\(provider)", "enabled": true,
                "issuer": "http://127.0.0.1:\(port)", "client": "khamrong", "secret": "\(secret)"}],
             "news": [{"news": "2569-water", "title": {"th": "งดจ่ายน้ำ"},
                "body": {"th": "วันที่ 5 เวลา 9.00 น."}}]}
            """)
    }

    private func settle(_ document: String) throws {
        let file = path("settings.json")
        try document.write(toFile: file, atomically: true, encoding: .utf8)
        try Run.khamrong(
            [
                "settings", "apply", file, "--data", place[0], "--keys", place[1], "--office",
                place[2],
            ])
    }

    func path(_ name: String) -> String { scratch.path(name) }
}
