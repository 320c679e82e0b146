import Foundation
import Testing
import Workflow

@Suite(.timeLimit(.minutes(10))) struct ProcessTests {
    @Test func `help is an answer, no command is a question`() throws {
        let help = try Shell.khamrong("--help")
        #expect(help.status == 0 && help.errors == "")
        #expect(help.output.contains("Usage: khamrong COMMAND"))
        let bare = try Shell.khamrong()
        #expect(bare.status == 2 && bare.output == help.output)
    }

    @Test func `the program names its version and those of what it writes`() throws {
        let said = try Shell.khamrong("--version")
        #expect(said.status == 0 && said.errors == "")
        #expect(
            said.output.contains(#/^khamrong \d+\.\d+\.\d+\nlog format \d+, rules \d+, views /#))
        #expect(try Shell.khamrong("version").output == said.output)
    }

    @Test func `what is not understood ends with 2 and prints nothing`() throws {
        let result = try Shell.khamrong("petition-the-king")
        #expect(result.status == 2 && result.output == "")
        #expect(result.errors.hasPrefix("khamrong: there is no command “petition-the-king”\n"))
    }

    @Test func `a reader that has gone ends the program quietly`() throws {
        let pipe = Pipe()
        try pipe.fileHandleForReading.close()
        let result = try Shell.khamrong("--help", output: pipe)
        #expect(result.bySignal && result.status == SIGPIPE)
        #expect(result.errors == "")
    }

    @Test(arguments: ["cloudevents", "csv", "xes"])
    func `a reader that has gone ends an export as quietly`(format: String) throws {
        let town = try Town()
        let pipe = Pipe()
        try pipe.fileHandleForReading.close()
        let result = try Shell.khamrong(
            "export", format, "--data", town.paths.data, output: pipe)
        #expect(result.bySignal && result.status == SIGPIPE)
        #expect(result.errors == "")
    }

    @Test func `an answer that cannot be written is a failure`() throws {
        let full = try #require(FileHandle(forWritingAtPath: "/dev/full"))
        let result = try Shell.khamrong("--help", output: full)
        #expect(result.status == 4)
        #expect(
            result.errors
                == "khamrong: cannot write standard output: write: No space left on device\n")
    }
}
