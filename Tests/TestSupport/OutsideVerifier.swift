internal import Foundation

/// Verifiers of transparency logs that are not ours, in the folder that `KHAMRONG_SHARED` names.
package enum OutsideVerifier {
    private static let folder = ProcessInfo.processInfo.environment["KHAMRONG_SHARED"].flatMap {
        $0.isEmpty ? nil : $0 + "/verify"
    }

    package struct Answer {
        package let status: Int32
        /// All that it said.
        package let words: String
        /// What of that was its result, on standard output.
        package let output: String
    }

    package static let isThere =
        folder.map {
            FileManager.default.fileExists(atPath: "\($0)/verify_tlog.py")
        } ?? false

    /// Whether the one in Go can be run too: it needs two packages of Debian's.
    package static let isGoThere =
        isThere && FileManager.default.isExecutableFile(atPath: "/usr/bin/go")
        && FileManager.default.fileExists(
            atPath: "/usr/share/gocode/src/golang.org/x/mod/sumdb/tlog")

    /// `verify_tlog.py WORDS`: status 0 says verified, 1 that verification failed.
    package static func python(_ words: [String]) throws -> Answer {
        try run("/usr/bin/env", ["python3", "\(folder ?? "")/verify_tlog.py"] + words)
    }

    /// `xmod_verify.go LOGDIR VKEY [OLD_CHECKPOINT …]`.
    package static func go(_ words: [String]) throws -> Answer {
        try run("/usr/bin/go", ["run", "\(folder ?? "")/xmod_verify.go"] + words)
    }

    private static func run(_ program: String, _ words: [String]) throws -> Answer {
        let process = Process()
        process.executableURL = URL(filePath: program)
        process.arguments = words
        process.environment = ProcessInfo.processInfo.environment.merging([
            "GO111MODULE": "off", "GOPATH": "/usr/share/gocode", "GOFLAGS": "",
            "GOCACHE": FileManager.default.temporaryDirectory.path + "/khamrong-go-cache",
        ]) { $1 }
        let (printed, noted) = (Pipe(), Pipe())
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = printed
        process.standardError = noted
        try process.run()
        // What it notes is a few lines, which the pipe holds until they are read.
        let output = printed.fileHandleForReading.readDataToEndOfFile()
        let notes = noted.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return Answer(
            status: process.terminationStatus,
            words: String(decoding: notes + output, as: UTF8.self),
            output: String(decoding: output, as: UTF8.self))
    }
}
