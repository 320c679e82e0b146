import Foundation
import Terminal
import TestSupport
import Testing

@Suite struct OutputTests {
    @Test func `a file appears under its name only when it is whole`() throws {
        let scratch = try Scratch()
        let path = scratch.path("export.ndjson")
        let output = try Output(file: path)
        let line = Array((String(repeating: "ก", count: 100) + "\n").utf8)
        for _ in 0..<1000 { try output.write(line) }
        #expect(!FileManager.default.fileExists(atPath: path))
        try output.finish()
        #expect(try Data(contentsOf: URL(filePath: path)).count == 1000 * line.count)
        #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.path()).count == 1)
    }

    @Test func `a place where nothing can be written is named`() throws {
        let error = #expect(throws: OutputError.self) { try Output(file: "/nowhere/export") }
        #expect(
            error?.description
                == "cannot write /nowhere/export.part: open: No such file or directory")
    }

    @Test func `a full device is an error, not a loss`() throws {
        let full = try #require(FileHandle(forWritingAtPath: "/dev/full"))
        let terminal = Terminal(outputFile: full.fileDescriptor, errorFile: full.fileDescriptor)
        try terminal.print("an answer")
        #expect(throws: OutputError.failed(call: "write", code: 28, path: "output")) {
            try terminal.flush()
        }
        terminal.note("nobody hears this")
    }
}
