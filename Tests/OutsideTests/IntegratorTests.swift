import Foundation
import TestSupport
import Testing

/// The API as other people's clients see it, on the built program.
@Suite(.enabled(if: Run.python != nil, "KHAMRONG_PYTHON is not set"))
struct IntegratorTests {
    private struct Answer: Decodable {
        struct Heard: Decodable { let same: Bool, rounds: Int }

        struct Requests: Decodable, Equatable {
            let services, requests: Int
            let hasQuestions, findsOne: Bool

            init(from decoder: any Decoder) throws {
                var parts = try decoder.unkeyedContainer()
                services = try parts.decode(Int.self)
                requests = try parts.decode(Int.self)
                hasQuestions = try parts.decode(Bool.self)
                findsOne = try parts.decode(Bool.self)
            }
        }

        let operations, events: Int
        let httpx_sse, sseclient: Heard
        let georeport_json, georeport_xml: Requests
    }

    @Test func `the document is valid, and clients of others resume where they broke off`() throws {
        let office = try ServedProcess(petitions: 40)
        let key = try office.connect("reader", "--scopes", "events:read,petitions:read")
        let answer: Answer = try Run.script("integrator", office.address, key)
        #expect(answer.operations >= 20)
        #expect(answer.events > 100)
        for heard in [answer.httpx_sse, answer.sseclient] {
            #expect(heard.same)
            #expect(heard.rounds >= 50)
        }
        #expect(answer.georeport_json == answer.georeport_xml)
        #expect(answer.georeport_json.services > 3 && answer.georeport_json.requests > 1)
        #expect(answer.georeport_json.hasQuestions && answer.georeport_json.findsOne)
    }

    private struct Followed: Decodable {
        struct Subscriber: Decodable { let same: Bool, kills: Int, again: Bool? }

        let events: Int
        let shell, sqlite: Subscriber
        let jetstream: Subscriber?
    }

    /// The bridge to NATS too where a nats-server is: Debian’s package would start one that stays.
    @Test
    func `the subscribers among the examples hear each event once, however often they are killed`()
        throws
    {
        let office = try ServedProcess(petitions: 20)
        let key = try office.connect("reader", "--scopes", "events:read")
        var words = [office.address, key, Run.path("Docs/Examples")]
        let nats = "/usr/sbin/nats-server"
        if FileManager.default.isExecutableFile(atPath: nats) {
            words += [nats, "\(try Client.freePort())"]
        }
        let followed: Followed = try Run.script("examples", words)
        #expect(followed.events > 100)
        for subscriber in [followed.shell, followed.sqlite, followed.jetstream].compactMap(\.self) {
            #expect(subscriber.same && subscriber.kills >= 8 && subscriber.again != false)
        }
    }

    private struct Fuzzed: Decodable { let cases: Int, failures: [String] }

    @Test(arguments: [1, 2, 3])
    func `nothing that a program makes up from the document breaks the API`(seed: Int) throws {
        let office = try ServedProcess(petitions: 5)
        let key = try office.connect(
            "fuzzer", "--per-minute", "100000", "--roles", "receiver,handler", "--scopes",
            "events:read,petitions:read,personal:read,petitions:file,petitions:act,queue:read,"
                + "documents:read,settings:read,figures:read")
        let answer: Fuzzed = try Run.script("fuzzer", office.address, key, "\(seed)")
        #expect(answer.failures == [])
        #expect(answer.cases > 300)
    }

    private struct Delivered: Decodable {
        let deliveries, kills, repeats, wrong, taken: Int
        let same: Bool
    }

    @Test func `a receiver misses nothing while the server is killed in the middle of deliveries`()
        throws
    {
        let scratch = try Scratch()
        let place = [scratch.path("data"), scratch.path("keys"), "KT"]
        try Run.khamrong([
            "init", "--data", place[0], "--keys", place[1], "--office", "KT", "--name", "ตัวอย่าง",
            "--prefix", "KT",
        ])
        let answer: Delivered = try Run.script("webhooks", [try Run.program()] + place)
        print(
            "\(answer.deliveries) deliveries, \(answer.kills) kills, \(answer.repeats) repeats, "
                + "\(answer.taken) events taken")
        #expect(answer.same)
        #expect(answer.wrong == 0)
        #expect(answer.kills >= 2)
        #expect(answer.repeats > 0)
    }
}
