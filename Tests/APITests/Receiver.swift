import Crypto
import Entries
import Foundation
import HTTP
import TestSupport
import Threads

/// Another system that events are sent to, and that answers as a test wants.
final class Receiver {
    struct Taken: Sendable {
        let id: String, seconds: String, signature: String, cursor: String
        let body: [UInt8]
        let status: Int

        /// The ids of the events.
        var events: [String] {
            let list = try? JSONSerialization.jsonObject(with: Data(body)) as? [[String: Any]]
            return list?.compactMap { $0["id"] as? String } ?? []
        }
    }

    /// What it answers to the next deliveries; 204 when there is nothing left.
    enum Next: Sendable {
        case status(Int, HeaderFields = [:])
        /// It does not answer before so many milliseconds have gone by.
        case late(Int)
        /// It does not answer before `release`.
        case held
    }

    private let server: Server
    private let scratch: Scratch
    private struct State {
        var taken: [Taken] = []
        var next: [Next] = []
        var isHolding = false
        var isReleased = false
    }

    private let state = Monitor(State())

    init(_ next: [Next] = []) throws {
        scratch = try Scratch()
        let state = state
        state.with { $0.next = next }
        var router = Router()
        router.post("/hook", body: .bytes(limit: 1 << 20)) { request in
            let next = state.with { $0.next.isEmpty ? .status(204) : $0.next.removeFirst() }
            var (status, headers) = (204, HeaderFields())
            switch next {
            case .status(let code, let fields): (status, headers) = (code, fields)
            case .late(let milliseconds):
                Thread.sleep(forTimeInterval: Double(milliseconds) / 1000)
            case .held:
                state.with { $0.isHolding = true }
                state.broadcast()
                state.wait { $0.isReleased ? () : nil }
            }
            let taken = Taken(
                id: request.headers["webhook-id"] ?? "",
                seconds: request.headers["webhook-timestamp"] ?? "",
                signature: request.headers["webhook-signature"] ?? "",
                cursor: request.headers["Khamrong-Cursor"] ?? "", body: request.bytes,
                status: status)
            state.with { $0.taken.append(taken) }
            state.broadcast()
            return Response(Status(status), headers: headers)
        }
        server = try Server(
            ServerSettings(listen: ListenAddress("127.0.0.1:0")!, uploads: scratch.path()),
            router: router)
    }

    deinit { server.stop(within: 1000) }

    var address: String { "http://\(server.address)/hook" }
    var taken: [Taken] { state.with { $0.taken } }

    func answer(_ next: Next...) { state.with { $0.next = next } }

    func release() {
        state.with { $0.isReleased = true }
        state.broadcast()
    }

    /// Whether somebody waits for an answer that is held.
    func waitUntilHolding() -> Bool {
        state.wait(milliseconds: 60_000) { $0.isHolding ? true : nil } ?? false
    }

    /// Waits for what `pick` finds among what came; nil if it does not come.
    func wait<Found: Sendable>(_ pick: @escaping ([Taken]) -> Found?) -> Found? {
        state.wait(milliseconds: 60_000) { pick($0.taken) }
    }
}
