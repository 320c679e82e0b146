import Foundation
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(10))) struct GenerateTests: ~Copyable {
    private let scratch: Scratch

    init() throws { scratch = try Scratch() }

    private func run(_ words: String...) throws -> Shell.Result {
        try Shell.khamrong(words + ["--data", scratch.path("data")])
    }

    @Test func `a made-up office is whole, and its views are those of its log`() throws {
        let made = try run("generate", "--petitions", "30", "--seed", "5")
        #expect(made.status == 0 && made.errors == "", "\(made.errors)")
        #expect(made.output.contains("\n30 petitions, "))
        let verified = try run("verify", "--views")
        #expect(verified.status == 0, "\(verified.output)")
        let again = try run("generate", "--petitions", "30")
        #expect(again.status == 4)
        #expect(again.errors.contains("there is an office in "))
    }

    @Test func `killed in the middle it leaves no office, and the next run says so`() throws {
        let files = FileManager.default
        let making = "\(scratch.path("data"))/.making-demo/demo/log/data.mdb"
        let killed = try Shell.start(
            ["generate", "--petitions", "20000", "--data", scratch.path("data")])
        while killed.isRunning, !files.fileExists(atPath: making) { usleep(2000) }
        kill(killed.processIdentifier, SIGKILL)
        killed.waitUntilExit()
        #expect(killed.terminationReason == .uncaughtSignal)
        #expect(try files.contentsOfDirectory(atPath: scratch.path("data")) == [".making-demo"])
        #expect(try run("status").status == 2)
        let made = try run("generate", "--petitions", "5")
        #expect(made.status == 0, "\(made.errors)")
        #expect(
            made.errors
                == "removed what an interrupted run had left of the office demo\n")
        #expect(try files.contentsOfDirectory(atPath: scratch.path("data")) == ["demo"])
        #expect(try run("verify").status == 0)
    }
}
