import Foundation
import Terminal
import Testing

@Suite(.timeLimit(.minutes(10))) struct PseudoTerminalTests {
    private let controller: FileHandle, device: FileHandle

    /// Opens a pseudo-terminal; without `O_NOCTTY` it could become that of the test run.
    init() throws {
        let pair = unsafe open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
        try #require(pair >= 0)
        controller = FileHandle(fileDescriptor: pair, closeOnDealloc: true)
        var number: CInt = 0
        try #require(unsafe ioctl(pair, UInt(Self.unlock), &number) == 0)
        try #require(unsafe ioctl(pair, UInt(Self.numberOf), &number) == 0)
        let other = unsafe open("/dev/pts/\(number)", O_RDWR | O_NOCTTY | O_CLOEXEC)
        try #require(other >= 0)
        device = FileHandle(fileDescriptor: other, closeOnDealloc: true)
    }

    /// TIOCSPTLCK and TIOCGPTN of Linux.
    private static let unlock = 0x4004_5431, numberOf = 0x8004_5430

    /// What the terminal shows, read until `part` has come: it comes in pieces.
    private func shown(until part: String) -> String {
        var bytes = Data()
        while true {
            let piece = controller.availableData
            bytes += piece
            let text = String(decoding: bytes, as: UTF8.self)
            if piece.isEmpty || text.contains(part) { return text }
        }
    }

    @Test func `on a terminal words have colour and a bar comes and goes`() throws {
        let file = device.fileDescriptor
        let terminal = Terminal(outputFile: file, errorFile: file)
        #expect(terminal.width == 80)
        let bar = terminal.progress("reading", of: 100, unit: "rows", after: .zero)
        bar.advance(by: 50)
        let drawn = shown(until: "50 of 100 rows")
        #expect(drawn.hasPrefix("\r\u{1B}[2Kreading  ██████████░░░░░░░░░░  50 %  50 of 100 rows"))
        try terminal.print("late", tone: .bad)
        #expect(shown(until: "\r\n").hasSuffix("\r\u{1B}[2K\u{1B}[31mlate\u{1B}[0m\r\n"))
        bar.finish()
        terminal.note("done")
        #expect(shown(until: "\r\n") == "done\r\n")
    }

    @Test func `a bar waits until the work has taken long enough`() {
        let file = device.fileDescriptor
        let terminal = Terminal(outputFile: file, errorFile: file)
        let bar = terminal.progress("reading", of: 100, unit: "rows")
        bar.advance(by: 50)
        terminal.note("done")
        #expect(shown(until: "\r\n") == "done\r\n")
    }

    @Test func `who wants no colour gets none`() throws {
        let file = device.fileDescriptor
        let terminal = Terminal(outputFile: file, errorFile: file, mayStyle: false)
        try terminal.print("late", tone: .bad)
        #expect(shown(until: "\r\n") == "late\r\n")
    }
}
