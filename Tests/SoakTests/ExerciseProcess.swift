import Crowd
import Entries
import Foundation
import Threads
import Workflow

/// The executable `Exercise`, which lies where the tests lie, at work on an office.
final class ExerciseProcess {
    private let process = Process()
    private let output = Pipe()
    private let reading: WorkerThread
    private let said = Monitor<[UInt8]>([])

    init(
        on paths: OfficePaths, name: String, seed: UInt64, callers: Int, isForgetting: Bool = false
    ) throws {
        let tests = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
        process.executableURL = URL(filePath: tests).deletingLastPathComponent()
            .appending(path: "Exercise")
        process.arguments = [
            paths.data, paths.keysRoot, paths.code, name, "\(seed)", "\(callers)",
        ]
        if isForgetting { process.arguments?.append("forget") }
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = output
        try process.run()
        let (said, descriptor) = (said, output.fileHandleForReading.fileDescriptor)
        reading = WorkerThread {
            let file = FileHandle(fileDescriptor: descriptor, closeOnDealloc: false)
            while case let data = file.availableData, !data.isEmpty {
                said.with { $0 += data }
                said.broadcast()
            }
        }
    }

    /// Waits until it has said so many lines, the first of them “ready”; whether it does in time.
    func wait(forLines count: Int) -> Bool {
        said.wait(milliseconds: 60_000) { said in
            said.count { $0 == 0x0A } >= count ? true : nil
        } ?? false
    }

    /// Kills it; what it had acknowledged.
    func kill() throws -> [Acknowledgement] {
        Foundation.kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
        reading.join()
        let lines = said.with { $0 }.split(separator: 0x0A, omittingEmptySubsequences: false)
        // What has no end of line was cut off: the first line says “ready”, the last is empty.
        return try lines.dropFirst().dropLast().map { try Acknowledgement.decoded(Array($0)) }
    }
}
