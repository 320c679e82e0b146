internal import Foundation

/// A program of somebody else's that tells what we wrote.
package struct OutsideTool: Sendable {
    package let name: String

    package init(_ name: String) {
        self.name = name
    }

    package static let pdftotext = OutsideTool("pdftotext")
    package static let pdfinfo = OutsideTool("pdfinfo")
    package static let pdffonts = OutsideTool("pdffonts")
    package static let pdftoppm = OutsideTool("pdftoppm")
    package static let zbarimg = OutsideTool("zbarimg")

    /// Whether all of them are there: `make test` installs them.
    package static func areInstalled(_ tools: OutsideTool...) -> Bool {
        tools.allSatisfy { $0.path != nil }
    }

    private var path: String? {
        let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin").split(
            separator: ":")
        return folders.map { "\($0)/\(name)" }
            .first { FileManager.default.isExecutableFile(atPath: $0) }
    }

    /// What it printed; throws if it ended badly.
    package func run(_ words: [String]) throws -> String {
        let process = Process()
        guard let path else { throw Failure(tool: name, status: 127) }
        process.executableURL = URL(filePath: path)
        process.arguments = words
        let printed = Pipe()
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = printed
        process.standardError = FileHandle.nullDevice
        try process.run()
        let output = printed.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else {
            throw Failure(tool: name, status: process.terminationStatus)
        }
        return String(decoding: output, as: UTF8.self)
    }

    package struct Failure: Error {
        package let tool: String, status: Int32
    }
}

extension Scratch {
    /// Writes `bytes` as `name` and tells the path.
    package func write(_ bytes: [UInt8], as name: String) throws -> String {
        try Data(bytes).write(to: url.appending(path: name))
        return path(name)
    }
}

/// Where tests leave what a person wants to look at: the folder in `KHAMRONG_LOOK`, if it is set.
package enum Look {
    package static func keep(_ bytes: [UInt8], as name: String) throws {
        guard let folder = ProcessInfo.processInfo.environment["KHAMRONG_LOOK"] else { return }
        try FileManager.default.createDirectory(
            atPath: folder, withIntermediateDirectories: true)
        try Data(bytes).write(to: URL(filePath: folder).appending(path: name))
    }
}
