import Foundation
import TestSupport
import Workflow

extension Town {
    /// Serves the office until it says that it does, or does not; all that it printed, and its
    /// exit code.
    func serve() throws -> (output: String, status: Int32) {
        let printed = Pipe()
        let server = try Shell.start(
            ["serve", "--listen", "127.0.0.1:0", "--data", paths.data], output: printed,
            errors: printed)
        var output = ""
        // The warning of the access log comes with every start, and damage before it is over.
        while !output.contains("No access log") || !output.hasSuffix("\n") {
            let more = printed.fileHandleForReading.availableData
            guard !more.isEmpty else { break }
            output += String(decoding: more, as: UTF8.self)
        }
        if server.isRunning { server.terminate() }
        output += String(
            decoding: printed.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        server.waitUntilExit()
        return (output, server.terminationStatus)
    }
}
