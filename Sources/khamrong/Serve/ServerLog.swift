import Entries
import Foundation
import HTTP
import Terminal

/// What the server says of itself: one JSON object a line to standard error, for the journal.
///
/// It holds codes, kinds of error and the ids of requests; nothing that anybody typed.
struct ServerLog: Sendable {
    private static let queue = DispatchQueue(label: "server-log")

    static func say(_ event: String, _ fill: (inout [String: JSON]) -> Void = { _ in }) {
        let line = JSON.object { fields in
            fields["time"] = .string(SystemClock.now().description)
            fields["event"] = .string(event)
            fill(&fields)
        }
        let bytes = line.bytes + [UInt8(ascii: "\n")]
        queue.async { FileHandle.standardError.write(Data(bytes)) }
    }

    /// The kind of an error, which is ours, and never its text, which may quote what came in.
    static func failed(_ error: any Error, _ request: HTTP.Request?) {
        say("request-failed") { fields in
            if let request {
                fields["request"] = .string(request.id)
                fields["route"] = .string(request.route)
            }
            fields["error"] = .string("\(type(of: error))")
        }
    }
}

extension AccessRecord {
    /// As the access log keeps it.
    var line: [UInt8] {
        JSON.object { fields in
            fields["time"] = .string(arrival.description)
            fields["request"] = .string(request)
            fields["client"] = client.map { .string("\($0)") }
            fields["port"] = .integer(peerPort)
            fields["method"] = method.map { .string($0.rawValue) }
            fields["route"] = route.map { .string($0) }
            fields["status"] = status.map { .integer($0.code) }
            fields["bytes"] = .integer(byteCount)
            fields["microseconds"] = .integer(microseconds)
            fields["complete"] = .boolean(isComplete)
        }.bytes
    }
}
