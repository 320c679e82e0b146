internal import Files
internal import Foundation
internal import Threads

/// Another process of this program, and how much memory of its own it took.
struct ChildProcess {
    let output: [UInt8]
    let seconds: Double
    /// The most that was its own alone and written to; 0 if nobody watched.
    let ownBytes: Int
    /// As `ownBytes`, with the pages of files that no other process had mapped.
    let privateBytes: Int

    /// Returns at its end. What others wrote before is on the disk when it begins: it shares the
    /// disk with nobody.
    ///
    /// `isWatched`: its memory is looked at all the time. That holds it up, since the system looks
    /// through all its pages: a process is timed or watched.
    init(_ program: String, _ arguments: [String], isWatched: Bool = false) throws {
        Directory.syncEverything()
        let process = Process()
        process.executableURL = URL(filePath: program)
        process.arguments = arguments
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = FileHandle.nullDevice
        let start = ContinuousClock.now
        try process.run()
        let memory = isWatched ? MemoryWatch(process.processIdentifier) : nil
        let output = try pipe.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        seconds = (ContinuousClock.now - start) / .seconds(1)
        (ownBytes, privateBytes) = memory?.finish() ?? (0, 0)
        guard process.terminationStatus == 0 else {
            throw BenchProblem.process(
                "\(arguments.first ?? "") ended with \(process.terminationStatus)")
        }
        self.output = Array(output)
    }

    /// The number behind `"key":` in the output.
    func number(_ key: String) -> Double? {
        let text = String(decoding: output, as: UTF8.self)
        guard let start = text.range(of: "\"\(key)\":")?.upperBound else { return nil }
        return Double(text[start...].prefix { $0.isNumber })
    }
}

/// Looks twenty times a second at how much memory a process has.
private final class MemoryWatch {
    private struct State {
        var own = 0, whole = 0
        var isOver = false
    }

    private let state = Monitor(State())
    private let thread: WorkerThread

    init(_ process: Int32) {
        let state = self.state
        thread = WorkerThread {
            while true {
                if let memory = ProcessMemory(of: "\(process)") {
                    state.with { state in
                        state.own = max(state.own, memory.own)
                        state.whole = max(state.whole, memory.own + memory.clean)
                    }
                }
                let isOver = state.wait(milliseconds: 50) { $0.isOver ? true : nil }
                if isOver ?? false { return }
            }
        }
    }

    func finish() -> (Int, Int) {
        state.with { $0.isOver = true }
        state.broadcast()
        thread.join()
        return state.with { ($0.own, $0.whole) }
    }
}
