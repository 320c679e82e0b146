import Entries
import Foundation
import HTTP
import TestSupport
import Threads

/// A server for one test, with a router of a few routes, stopped with it.
final class Site {
    let server: Server
    let records = Monitor<[AccessRecord]>([])
    let failures = Monitor<[String]>([])
    private let scratch: URL

    var port: Int { server.address.port }
    var uploads: String { scratch.path }

    init(
        _ adjust: (inout ServerSettings) -> Void = { _ in }, routes: (inout Router) -> Void
    ) throws {
        scratch = FileManager.default.temporaryDirectory
            .appending(path: "khamrong-http-\(UUID().uuidString.lowercased())")
        try FileManager.default.createDirectory(at: scratch, withIntermediateDirectories: true)
        var settings = ServerSettings(
            listen: ListenAddress("127.0.0.1:0")!, uploads: scratch.path)
        settings.accessLog = { [records] record in
            records.with { $0.append(record) }
            records.broadcast()
        }
        settings.failure = { [failures] error, _ in
            failures.with { $0.append(String(describing: error)) }
        }
        adjust(&settings)
        var router = Router()
        routes(&router)
        server = try Server(settings, router: router)
    }

    deinit {
        server.stop(within: 2000)
        try? FileManager.default.removeItem(at: scratch)
    }

    func ask(_ request: String) throws -> Client.Answer { try Client.ask(request, port: port) }

    func get(_ path: String, _ fields: String = "") throws -> Client.Answer {
        try ask("GET \(path) HTTP/1.1\r\nHost: h\r\n\(fields)\r\n")
    }

    func post(
        _ path: String, _ body: String, type: String = "application/x-www-form-urlencoded"
    ) throws -> Client.Answer {
        try ask(
            "POST \(path) HTTP/1.1\r\nHost: h\r\nContent-Type: \(type)\r\n"
                + "Content-Length: \(body.utf8.count)\r\n\r\n\(body)")
    }

    /// The first `count` lines of the access log, once they are there.
    func log(_ count: Int) -> [AccessRecord] {
        records.wait(milliseconds: 5000) { $0.count >= count ? $0 : nil } ?? []
    }
}
