internal import Entries
package import Foundation
internal import Glibc

/// The process that verifies an office: a damaged page of the log may end it, and nothing else.
package struct VerifyProcess: Sendable {
    /// The hidden word by which the program calls itself.
    package static let word = "verify-child"

    private let process = Process()
    private let output = Pipe()

    /// - Parameter program: the file of a `khamrong`; by itself, that of this process.
    package init(
        _ paths: OfficePaths, _ extent: OfficeVerifier.Extent,
        program: URL = URL(filePath: "/proc/self/exe")
    ) {
        process.executableURL = program
        process.arguments = [Self.word, paths.data, paths.keysRoot, paths.code, extent.rawValue]
        process.environment = ProcessInfo.processInfo.environment.merging(
            ["SWIFT_BACKTRACE": "enable=no"]) { $1 }
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = output
        // What a dying process says there is for its makers; the person is told what it means.
        process.standardError = FileHandle.nullDevice
    }

    /// Hands out each line as it comes; the number of the signal that ended the process, if one
    /// did. Blocks until it has ended.
    package func run(_ take: (VerifyLine) throws -> Void) throws -> Int32? {
        try process.run()
        do {
            try read(take)
        } catch {
            end()
            process.waitUntilExit()
            throw error
        }
        process.waitUntilExit()
        return process.terminationReason == .uncaughtSignal ? process.terminationStatus : nil
    }

    private func read(_ take: (VerifyLine) throws -> Void) throws {
        var rest: [UInt8] = []
        while case let data = output.fileHandleForReading.availableData, !data.isEmpty {
            rest += data
            while let end = rest.firstIndex(of: 0x0A) {
                try take(try VerifyLine.decoded(Array(rest[..<end])))
                rest.removeFirst(end + 1)
            }
        }
    }

    /// Ends it before it has verified everything; nothing where it has ended already.
    ///
    /// A server holds back the signals that would end it, and so do its children: it is not asked.
    package func end() { if process.isRunning { kill(process.processIdentifier, SIGKILL) } }
}
