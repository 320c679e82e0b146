import Foundation
import Terminal
import TestSupport
import Testing

/// A program with one command, printing to files that can be read back.
struct Screen: ~Copyable {
    let scratch: Scratch
    let terminal: Terminal
    private let output: FileHandle, errors: FileHandle

    init() throws {
        let scratch = try Scratch()
        let opened = try ["output", "errors"].map { name in
            let url = scratch.url.appending(path: name)
            try Data().write(to: url)
            return try FileHandle(forWritingTo: url)
        }
        output = opened[0]
        errors = opened[1]
        terminal = Terminal(
            outputFile: opened[0].fileDescriptor, errorFile: opened[1].fileDescriptor)
        self.scratch = scratch
    }

    func run(_ words: String...) -> ExitCode {
        Program(name: "office", summary: "a test", version: "7", commands: [ReplayStandIn.self])
            .run(words, on: terminal)
    }

    func printed() throws -> String {
        try String(contentsOf: scratch.url.appending(path: "output"), encoding: .utf8)
    }

    func noted() throws -> String {
        try String(contentsOf: scratch.url.appending(path: "errors"), encoding: .utf8)
    }
}

@Suite struct ProgramTests {
    @Test func `a command prints its answer and says how it went`() throws {
        let screen = try Screen()
        #expect(screen.run("replay", "queue", "--until=1") == .good)
        #expect(screen.run("replay", "queue", "--until=1", "--limit=15") == .someRefused)
        #expect(try screen.printed() == "queue 10\nqueue 15\n")
        #expect(try screen.noted() == "")
    }

    @Test func `what a command made before it failed is printed, then the reason`() throws {
        let screen = try Screen()
        #expect(screen.run("replay", "queue", "--until=1", "--limit=13") == .failed)
        #expect(screen.run("replay", "queue", "--until=1", "--limit=14") == .damageFound)
        #expect(try screen.printed() == "queue 13\nqueue 14\n")
        #expect(
            try screen.noted()
                == "office: thirteen rows are not shown\nAsk for 12.\noffice: row 14 is damaged\n")
    }

    @Test(arguments: [30, 40, 60, 80])
    func `help is no wider than the terminal, and loses no word`(width: Int) {
        let program = Program(
            name: "office", summary: "a test", version: "7", commands: [ReplayStandIn.self])
        let words = { (text: String) in text.split(whereSeparator: \.isWhitespace) }
        for (narrow, wide) in [
            (program.help(width: width), program.help()),
            (
                program.help(for: ReplayStandIn.self, width: width),
                program.help(for: ReplayStandIn.self)
            ),
        ] {
            // An example is copied, and stands in one piece.
            for line in narrow.split(separator: "\n") where !line.hasPrefix("  office ") {
                #expect(DisplayWidth.of(String(line)) <= width, "\(line)")
            }
            #expect(words(narrow) == words(wide))
        }
    }

    @Test func `a word that is not understood is answered with the nearest one`() throws {
        let screen = try Screen()
        #expect(screen.run("repaly") == .usage)
        #expect(screen.run("replay", "queue", "--untl=1") == .usage)
        #expect(screen.run("--until=1", "replay") == .usage)
        #expect(try screen.printed() == "")
        #expect(
            try screen.noted() == """
                office: there is no command “repaly”; did you mean replay?
                Try: office --help
                office: replay has no option --untl; did you mean --until?
                Try: office replay --help
                office: the command comes first, its options after it: office COMMAND …
                Try: office --help

                """)
    }

    @Test func `help lists the commands and each command's options`() throws {
        let screen = try Screen()
        #expect(screen.run() == .usage)
        #expect(screen.run("--help") == .good)
        #expect(try screen.printed().contains("  replay  show a case as it stood"))
        #expect(screen.run("replay", "--help") == .good)
        #expect(screen.run("help", "replay") == .good)
        let printed = try screen.printed()
        #expect(
            printed.contains(
                "Usage: office replay queue|petition [NAME …] --until POSITION|TIME [options]"))
        #expect(printed.contains("  --order ORDER          what comes first (newest, oldest)"))
        #expect(printed.contains("Example: replay queue --until 12"))
    }

    @Test(arguments: ["version", "--version"])
    func `the program says which it is`(word: String) throws {
        let screen = try Screen()
        #expect(screen.run(word) == .good)
        #expect(try screen.printed() == "office 7\n")
        #expect(screen.run(word, "replay") == .usage)
    }

    @Test func `where no terminal is, there is no colour and no bar`() throws {
        let screen = try Screen()
        let bar = screen.terminal.progress("reading", of: 10, unit: "rows", after: .zero)
        bar.advance(by: 5)
        screen.terminal.note("done", tone: .good)
        #expect(try screen.noted() == "done\n")
    }
}
