import Foundation
import TestSupport
import Testing

/// The sample of `Docs/Deploy` in front of a server, as Caddy runs it. Only where Caddy is there:
/// Debian’s package would begin to serve port 80 of whoever runs the tests.
@Suite(.enabled(if: CaddyProcess.isThere, "there is no /usr/bin/caddy"))
struct CaddyTests {
    @Test func `pages and streams come through, and an event the moment it happens`() throws {
        let office = try ServedProcess(petitions: 5)
        let key = try office.connect("reader", "--scopes", "events:read")
        let server = try #require(office.address.firstMatch(of: #/127\.0\.0\.1:[0-9]+/#)?.output)
        let caddy = try CaddyProcess(before: String(server))
        let home = try #require(
            eventually { try? Client.ask(Self.request("/demo"), port: caddy.port) })
        #expect(home.status == 200 && home.text.contains("<h1"))
        let stream = try Client(port: caddy.port)
        stream.send(
            Self.request(
                "/demo/v1/events", "Authorization: Bearer \(key)", "Accept: text/event-stream"))
        let head = try stream.receive()
        #expect(head.status == 200 && head["Content-Type"] == "text/event-stream")
        // It is heard while the connection stays open: nobody has collected it.
        _ = try office.connect("heard-at-once", "--scopes", "events:read")
        var heard = ""
        while !heard.contains("heard-at-once"), let piece = try stream.nextChunk() {
            heard = String(heard.suffix(200)) + String(decoding: piece, as: UTF8.self)
        }
        #expect(heard.contains("heard-at-once"))
    }

    private static func request(_ path: String, _ fields: String...) -> String {
        (["GET \(path) HTTP/1.1", "Host: 127.0.0.1"] + fields + ["", ""]).joined(separator: "\r\n")
    }
}

/// Caddy with the sample, on a free port of this host and without TLS; ended with the test.
private final class CaddyProcess {
    static let isThere = FileManager.default.isExecutableFile(atPath: "/usr/bin/caddy")

    let port: Int
    private let process = Process()
    private let scratch: Scratch

    init(before server: String) throws {
        scratch = try Scratch()
        port = try Client.freePort()
        process.executableURL = URL(filePath: "/usr/bin/caddy")
        process.arguments = [
            "run", "--adapter", "caddyfile", "--config", Run.path("Docs/Deploy/Caddyfile"),
        ]
        process.environment = [
            "KHAMRONG_SITE": "http://127.0.0.1:\(port)", "KHAMRONG_SERVER": server,
            "CADDY_ADMIN": "off", "HOME": scratch.path(),
            "XDG_DATA_HOME": scratch.path("data"), "XDG_CONFIG_HOME": scratch.path("config"),
        ]
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
    }

    deinit {
        process.terminate()
        process.waitUntilExit()
    }
}
