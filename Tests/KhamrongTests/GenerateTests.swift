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

    @Test func `a file that the log names and that is gone or changed is named`() throws {
        #expect(try run("generate", "--petitions", "30", "--seed", "5").status == 0)
        let whole = try run("verify", "--json")
        #expect(whole.output.contains(#""findings":[]"#))
        let files = try #require(
            FileManager.default.enumerator(atPath: "\(scratch.path("data"))/demo/files")
        ).compactMap { $0 as? String }.filter { $0.contains("/") && !$0.hasPrefix("new") }.sorted()
        #expect(whole.output.contains("\"files\":\(files.count)"), "\(whole.output)")
        let paths = files.prefix(2).map { "\(scratch.path("data"))/demo/files/\($0)" }
        try FileManager.default.removeItem(atPath: paths[0])
        try Data("other bytes".utf8).write(to: URL(filePath: paths[1]))
        let table = try run("verify")
        #expect(table.status == 1)
        #expect(table.output.contains("\(files[0].suffix(64)) is missing; position "))
        #expect(table.output.contains("\(files[1].suffix(64)) is damaged; position "))
        let json = try run("verify", "--json")
        #expect(json.output.contains(#""code":"file-missing""#))
        #expect(json.output.contains(#""code":"file-damaged""#))
        // The log is whole without them.
        #expect(try run("verify", "--log").status == 0)
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
