import Entries
import EventLog
import Events
import Foundation
import Rules
import TestSupport
import Testing
import Threads
import Workflow

@Suite struct EventStreamTests {
    @Test func `an entry is sent once and in order through fifty broken connections`() throws {
        let site = try APISite()
        let key = try site.connect()
        let wanted = 20_000
        let writer = Monitor<(any Error)?>(nil)
        let thread = WorkerThread { [site = Unshared(site)] in
            do {
                for batch in 0..<40 { try site.value.record(500, from: batch * 500) }
            } catch {
                writer.with { $0 = error }
            }
        }
        var random = SeededGenerator.fresh()
        print("seed \(random.seed)")
        var heard: [UInt64] = []
        var last = "1-0"
        for round in 0... {
            let client = try site.listen("/events", key: key, "Last-Event-ID: \(last)")
            var events = SentEvents(client)
            // Fifty times it is broken off after some events; then it is heard to the end.
            let count = round < 50 ? Int.random(in: 1...300, using: &random) : Int.max
            var left = count
            while left > 0, heard.count < wanted, let event = try events.next() {
                let cursor = try #require(Cursor(event.id))
                #expect(
                    event.data.utf8.elementsEqual(
                        try #require(try site.log.entry(at: cursor.position)).bytes))
                heard.append(cursor.position)
                last = event.id
                left -= 1
            }
            client.reset()
            if heard.count >= wanted { break }
        }
        thread.join()
        #expect(writer.with { $0 } == nil)
        #expect(heard == Array(1...UInt64(heard.count)))
    }

    @Test func `what is recorded while somebody listens is heard at once`() throws {
        let site = try APISite()
        let key = try site.connect()
        let head = try site.log.head
        var events = SentEvents(try site.listen("/events?after=1-\(head)", key: key))
        for number in 0..<5 {
            try site.record(1, from: number)
            #expect(try events.next()?.id == "1-\(head + UInt64(number) + 1)")
        }
    }

    @Test func `one that does not read what it asked for costs the others nothing`() throws {
        let site = try APISite()
        let key = try site.connect()
        try site.record(3000)
        // More than any buffer between here and there holds.
        let lazy = try (0..<3).map { _ in try site.listen("/events", key: key) }
        var events = SentEvents(try site.listen("/events", key: key))
        let head = try site.log.head
        for position in 1...head { #expect(try events.next()?.id == "1-\(position)") }
        #expect(site.streams == 4)
        // And it hears all once it reads.
        for client in lazy {
            var late = SentEvents(client)
            for position in 1...head { #expect(try late.next()?.id == "1-\(position)") }
        }
    }

    @Test func `a stream with a filter sends what passes and moves its id over what does not`()
        throws
    {
        let site = try APISite()
        let key = try site.connect()
        try site.record(1200)
        let target = "/events?type=th.khamrong.office.subscriber-set,th.khamrong.petition."
        var events = SentEvents(try site.listen(target, key: key))
        let first = try #require(try events.next())
        #expect(first.data.contains("th.khamrong.office.subscriber-set"))
        _ = try site.connect("second")
        let second = try #require(try events.next())
        #expect(second.data.contains("\"subscriber\":\"second\""))
        #expect(Cursor(second.id)?.position == (try site.log.head))
    }

    @Test func `a filter by unit or category hears of the cases that are there, come and go`()
        throws
    {
        let site = try APISite()
        let number = try site.filed()
        _ = try site.filed(once: "two")
        let before = try #require(try site.office.office.file(of: number)).petition.department
        let other = try #require(
            try site.office.settings().value.departments.keys.sorted().first { $0 != before })
        let clerk = try site.connect(
            "clerk", scopes: ["petitions:read", "petitions:act"], roles: [.receiver, .handler])
        for (act, body) in [
            ("receive", "{}"), ("recategorise", #"{"category":"road"}"#),
            ("forward", #"{"department":"\#(other)","reason":"เป็นงานของท่าน"}"#),
            ("note", #"{"note":"รับไว้แล้ว"}"#),
        ] {
            let version = try #require(try site.office.office.file(of: number)).petition.version
            let answer = try site.act(
                act, in: number, key: clerk, version: version, once: act, body)
            #expect(answer.status == 200, "\(act): \(answer.text)")
        }
        let key = try site.connect()
        func heard(_ filter: String) throws -> [String] {
            let target = "/events?limit=1000&\(filter)&subject=petition/\(number)"
            let page = try site.ask(target, key: key)
            return try page.list.map {
                let type = try #require($0["type"] as? String)
                return String(type.dropFirst("th.khamrong.petition.".count).dropLast(3))
            }
        }
        let all = try heard("type=th.khamrong.petition.")
        let there = try heard("department=\(other)")
        #expect(there.first == "forwarded" && there.last == "noted")
        if let before {
            // It is told how the case went, and nothing of what was done elsewhere.
            let left = try heard("department=\(before)")
            #expect(left.count > 1 && left.count < all.count && all.starts(with: left))
        } else {
            #expect(there.count < all.count)
        }
        let roads = try heard("category=road")
        #expect(roads == Array(all.drop { $0 != "recategorised" }))
        #expect(try heard("category=road,other&department=\(other)") == there)
        #expect(try heard("category=other") == [])
        for bad in ["category=nothing", "department=nothing"] {
            #expect(try site.ask("/events?\(bad)", key: key).status == 422)
        }
        // The same live: the other case is heard of as soon as it comes there.
        var events = SentEvents(
            try site.listen("/events?category=road&after=1-\(try site.log.head)", key: key))
        let second = try site.filed(once: "three")
        let version = try #require(try site.office.office.file(of: second)).petition.version
        let moved = try site.act(
            "recategorise", in: second, key: clerk, version: version, once: "m",
            #"{"category":"road"}"#)
        #expect(moved.status == 200, "\(moved.text)")
        let event = try #require(try events.next())
        #expect(event.data.contains("recategorised") && event.data.contains(second))
    }

    @Test func `a system reads only the types that its settings name`() throws {
        let site = try APISite()
        let key = try site.connect(types: ["th.khamrong.petition."])
        let answer = try site.ask("/events?limit=1000", key: key)
        #expect(answer.text == "[]")
        let asked = try site.ask("/events?limit=1000&type=th.khamrong.office.", key: key)
        #expect(asked.text == "[]")
    }

    @Test func `whoever is ahead of the log is told so, and from where it goes on`() throws {
        let site = try APISite()
        let key = try site.connect()
        let head = try site.log.head
        for cursor in ["1-\(head + 1)", "7-3"] {
            var events = SentEvents(try site.listen("/events?after=\(cursor)", key: key))
            let reset = try #require(try events.next())
            #expect(reset.name == "reset")
            let from = try #require(Cursor(reset.id))
            #expect(from.epoch == 1)
            try site.record(1, from: Int(try site.log.head))
            #expect(try events.next()?.id == "1-\(from.position + 1)")
        }
        let page = try site.ask("/events?after=9-1", key: key)
        #expect(page["Khamrong-Reset"] == "yes")
    }

    @Test func `whoever was ahead of a restored log goes on where both histories are the same`()
        throws
    {
        var kept: Position = 0
        let site = try APISite { paths, place in
            var plan = BackupPlan()
            plan.directory = "\(place)/backup"
            plan.vaultDirectory = "\(place)/vault"
            let office = try Office(reading: paths)
            kept = try office.log.head
            let made = try OfficeBackups(of: office, plan).run(at: APISite.now()).made
            try FileManager.default.removeItem(atPath: paths.office)
            var parts = RestoreParts(
                entries: "\(place)/backup/test/\(made[0])",
                vault: "\(place)/vault/test/\(made[2])")
            parts.sealed = "\(place)/backup/test/\(made[1])"
            _ = try Office.restore(paths, from: parts, clock: APISite.now)
        }
        let key = try site.connect()
        for (cursor, position) in [("1-\(kept + 40)", kept), ("1-2", 2)] {
            var events = SentEvents(try site.listen("/events?after=\(cursor)", key: key))
            let reset = try #require(try events.next())
            #expect(reset.name == "reset" && reset.id == "2-\(position)")
            guard position == kept else { continue }
            let first = try #require(try events.next())
            #expect(first.id == "2-\(kept + 1)" && first.data.contains("log-restored"))
        }
    }

    @Test func `pages give every entry once, and the next page is there when there is more`()
        throws
    {
        let site = try APISite()
        let key = try site.connect()
        try site.record(250)
        var target = "/events?limit=100"
        var count = 0
        for _ in 0..<20 {
            let answer = try site.ask(target, key: key)
            let entries = try #require(
                try JSONSerialization.jsonObject(with: Data(answer.body)) as? [Any])
            count += entries.count
            let link = try #require(answer["Link"])
            let next = try #require(link.firstMatch(of: #/<(\/test\/v1)([^>]*)>; rel="next"/#))
            target = String(next.2)
            if entries.isEmpty { break }
        }
        #expect(count == Int(try site.log.head))
        try site.record(1, from: 250)
        #expect(try site.ask(target, key: key).text.contains("note.250"))
    }

    @Test func `lines end at the head if they are not to follow`() throws {
        let site = try APISite()
        let key = try site.connect()
        let answer = try site.ask("/events?follow=no", key: key, "Accept: application/x-ndjson")
        let lines = answer.text.split(separator: "\n")
        #expect(lines.count == Int(try site.log.head))
        // Lines have no cursor: whoever was cut off goes on behind the id of the last one.
        let middle = try #require(
            try JSONSerialization.jsonObject(with: Data(lines[2].utf8)) as? [String: Any])
        let id = try #require(middle["id"] as? String)
        let rest = try site.ask(
            "/events?follow=no&after=\(id)", key: key, "Accept: application/x-ndjson")
        #expect(rest.text.split(separator: "\n") == Array(lines.dropFirst(3)))
    }

    @Test func `a time is where the entries of that moment begin`() throws {
        let site = try APISite()
        let key = try site.connect()
        let all = try site.ask("/events?limit=1000&since=2026-03-02T10:00:00%2B07:00", key: key)
        #expect(all["Khamrong-Cursor"] == "1-\(try site.log.head)")
        #expect(all.text.hasPrefix("[{"))
        let none = try site.ask("/events?since=2026-03-02T10:00:01%2B07:00", key: key)
        #expect(none.text == "[]")
    }
}

/// A value that a thread of the test uses while the test waits for it.
struct Unshared<Value>: @unchecked Sendable {
    let value: Value
    init(_ value: Value) { self.value = value }
}
