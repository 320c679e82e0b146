import Entries
import Foundation
import HTTP
import TestSupport
import Testing
import Threads

@Suite struct StopTests {
    @Test func `what is under way is finished, who comes is told to come again`() throws {
        let began = Monitor(false)
        let gate = Monitor(false)
        let site = try Site { router in
            router.get("/slow") { _ in
                began.with { $0 = true }
                began.broadcast()
                _ = gate.wait { $0 ? true : nil }
                return .text("finished")
            }
            router.get("/") { _ in .text("served") }
        }
        let client = try Client(port: site.port)
        client.send("GET /slow HTTP/1.1\r\nHost: h\r\n\r\n")
        _ = began.wait { $0 ? true : nil }
        let isClean = Monitor<Bool?>(nil)
        let stopper = WorkerThread { [server = site.server] in
            let result = server.stop(within: 30_000)
            isClean.with { $0 = result }
        }
        let late = try eventually {
            let other = try Client(port: site.port)
            other.send("GET / HTTP/1.1\r\nHost: h\r\n\r\n")
            let answer = try other.receive()
            return answer.status == 200 ? nil : answer
        }
        #expect(late?.status == 503)
        #expect(late?["Retry-After"] == "10")
        #expect(late?["Connection"]?.lowercased() == "close")
        gate.with { $0 = true }
        gate.broadcast()
        let answer = try client.receive()
        #expect(answer.text == "finished")
        #expect(answer["Connection"]?.lowercased() == "close")
        stopper.join()
        #expect(isClean.with { $0 } == true)
        #expect(throws: (any Error).self) { try Client(port: site.port) }
    }

    @Test func `a server that is busy stops again and again`() throws {
        for _ in 0..<40 {
            let site = try Site { router in router.get("/") { _ in .text("served") } }
            let crowd = (0..<4).map { _ in
                WorkerThread { [port = site.port] in
                    for _ in 0..<50 {
                        guard let client = try? Client(port: port) else { return }
                        client.send("GET / HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n")
                        guard (try? client.receive()) != nil else { return }
                    }
                }
            }
            usleep(2_000)
            #expect(site.server.stop(within: 3000))
            for member in crowd { member.join() }
        }
    }

    @Test func `what does not finish in time is told so`() throws {
        let began = Monitor(false)
        let gate = Monitor(false)
        let site = try Site { router in
            router.get("/stuck") { _ in
                began.with { $0 = true }
                began.broadcast()
                _ = gate.wait { $0 ? true : nil }
                return .text("too late")
            }
        }
        let client = try Client(port: site.port)
        client.send("GET /stuck HTTP/1.1\r\nHost: h\r\n\r\n")
        _ = began.wait { $0 ? true : nil }
        let start = SystemClock.microseconds
        #expect(!site.server.stop(within: 100))
        #expect(SystemClock.microseconds - start < 2_000_000)
        #expect(try client.receive().status == 503)
        gate.with { $0 = true }
        gate.broadcast()
    }

    @Test func `streams send what they have, in pieces, and end with the server`() throws {
        let open = Monitor<ResponseStream?>(nil)
        let ended = Monitor(0)
        let site = try Site { router in
            router.get("/events") { _ in
                let stream = ResponseStream { ended.with { $0 += 1 } }
                stream.send(Array("data: 1\n\n".utf8))
                open.with { $0 = stream }
                return .stream(stream)
            }
        }
        let client = try Client(port: site.port)
        client.send("GET /events HTTP/1.1\r\nHost: h\r\nAccept-Encoding: gzip\r\n\r\n")
        let reader = try client.head()
        #expect(reader.status == 200)
        #expect(reader["Content-Type"] == "text/event-stream")
        #expect(try client.nextChunk() == Array("data: 1\n\n".utf8))
        let stream = try #require(open.with { $0 })
        usleep(50_000)
        #expect(stream.send(Array("data: 2\n\n".utf8)))
        #expect(try client.nextChunk() == Array("data: 2\n\n".utf8))
        #expect(site.server.stop(within: 2000))
        #expect(try client.nextChunk() == nil)
        #expect(ended.with { $0 } == 1)
        #expect(!stream.send([1]))
    }

    @Test func `a stream whose reader is too slow or gone ends`() throws {
        let open = Monitor<[ResponseStream]>([])
        let ended = Monitor(0)
        let site = try Site { router in
            router.get("/events") { _ in
                let stream = ResponseStream(limit: 4096) {
                    ended.with { $0 += 1 }
                    ended.broadcast()
                }
                open.with { $0.append(stream) }
                return .stream(stream)
            }
        }
        do {
            let client = try Client(port: site.port)
            client.send("GET /events HTTP/1.1\r\nHost: h\r\n\r\n")
            _ = try client.head()
        }
        let stream = try #require(open.with { $0.first })
        for _ in 0..<50 where stream.send([0x3A, 0x0A]) { usleep(10_000) }
        #expect(ended.wait(milliseconds: 3000) { $0 == 1 ? true : nil } == true)
        #expect(!stream.send(Array("x".utf8)))
        let large = ResponseStream(limit: 10)
        #expect(!large.send([UInt8](repeating: 0, count: 11)))
        #expect(!large.isOpen)
    }

    @Test func `many clients at once are all answered, also those that leave`() throws {
        let site = try Site { router in
            router.get("/{word}") { .text($0.parameters["word"] ?? "") }
            router.post("/form") { .text($0.form["a"] ?? "") }
        }
        let wrong = Monitor(0)
        let crowd = (0..<8).map { worker in
            WorkerThread { [port = site.port] in
                for round in 0..<100 {
                    guard let client = try? Client(port: port) else { continue }
                    let word = "w\(worker)-\(round)"
                    client.send("GET /\(word) HTTP/1.1\r\nHost: h\r\n\r\n")
                    if round % 5 == 0 {
                        client.reset()
                        continue
                    }
                    if (try? client.receive().text) != word { wrong.with { $0 += 1 } }
                    client.send(
                        "POST /form HTTP/1.1\r\nHost: h\r\nContent-Length: \(word.utf8.count + 2)"
                            + "\r\nContent-Type: application/x-www-form-urlencoded\r\n\r\na=\(word)"
                    )
                    if (try? client.receive().text) != word { wrong.with { $0 += 1 } }
                }
            }
        }
        for member in crowd { member.join() }
        #expect(wrong.with { $0 } == 0)
        #expect(site.server.stop(within: 3000))
    }

    @Test func `an address that is taken is an error with its name`() throws {
        let site = try Site { _ in }
        let settings = ServerSettings(listen: site.server.address, uploads: "/tmp")
        let error = #expect(throws: ServerError.self) { try Server(settings, router: Router()) }
        #expect(
            error.map(String.init(describing:))
                == "bind 127.0.0.1:\(site.port): Address already in use")
    }
}
