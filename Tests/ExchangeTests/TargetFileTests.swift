import Exchange
import Foundation
import TestSupport
import Testing

@Suite struct TargetFileTests: ~Copyable {
    private let scratch: Scratch

    init() throws { scratch = try Scratch() }

    private var names: [String] {
        get throws { try FileManager.default.contentsOfDirectory(atPath: scratch.path()).sorted() }
    }

    @Test func `an export appears whole or not at all`() throws {
        let path = scratch.path("out")
        try Data("old".utf8).write(to: URL(filePath: path))
        do {
            var target = try TargetFile(path: path)
            try target.write([UInt8](repeating: 0x61, count: 1 << 20))
            #expect(try names.count == 2)
        }
        #expect(try names == ["out"])
        #expect(try String(contentsOfFile: path, encoding: .utf8) == "old")
        var target = try TargetFile(path: path)
        try target.write("new".utf8)
        try target.finish()
        #expect(try names == ["out"])
        #expect(try String(contentsOfFile: path, encoding: .utf8) == "new")
    }

    @Test func `a device is written to as it is`() throws {
        var target = try TargetFile(path: "/dev/full")
        try target.write("x".utf8)
        var code: Int32?
        do {
            try target.finish()
        } catch {
            if case .system("write", "/dev/full", let number) = error { code = number }
        }
        #expect(code == ENOSPC)
    }

    @Test func `a folder that is not there is what is missing`() {
        let missing = ExchangeError.system(
            call: "open", path: scratch.path("no"), code: ENOENT)
        #expect(throws: missing) { try TargetFile(path: scratch.path("no/out")).finish() }
    }
}
