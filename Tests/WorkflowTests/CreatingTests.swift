import Entries
import EventLog
import Events
import Foundation
import TestSupport
import Testing
import Workflow

@Suite struct CreatingTests: ~Copyable {
    private struct Stop: Error {}

    private let scratch: Scratch
    private let paths: OfficePaths
    private let clock = TestClock(Instant(rfc3339: "2026-03-02T10:00:00+07:00")!)

    init() throws {
        scratch = try Scratch()
        paths = OfficePaths(data: scratch.path("data"), keys: scratch.path("keys"), code: "test")
    }

    private func create<Result>(
        filling body: (Office, any CommandPort) throws -> Result
    ) throws -> Result {
        try Office.create(
            paths, opening: TestOffice.opening, clock: clock.now, filling: body)
    }

    private func left() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: paths.data)
    }

    @Test func `an office is nowhere while it is filled, and durable when it is there`() throws {
        let head = try create { office, _ in
            #expect(!office.log.isDurable)
            #expect(!FileManager.default.fileExists(atPath: paths.office))
            #expect(throws: LogError.unfinished(directory: office.paths.log)) {
                try EventLog.open(at: office.paths.log)
            }
            return try office.log.head
        }
        let office = try Office(reading: paths)
        #expect(office.log.isDurable)
        #expect(try office.log.head == head)
        #expect(try left() == ["test"])
    }

    @Test func `an office that could not be filled leaves nothing`() throws {
        #expect(throws: Stop.self) { try create { _, _ in throw Stop() } }
        #expect(try left() == [])
        #expect(!FileManager.default.fileExists(atPath: paths.keys))
        try create { _, _ in }
        #expect(try left() == ["test"])
    }

    @Test func `two do not make the same office at the same time`() throws {
        try create { _, _ in
            #expect(throws: OfficeProblem.beingMade(paths.office)) { try create { _, _ in } }
            #expect(throws: OfficeProblem.beingMade(paths.office)) {
                try Office.removeUnfinished(paths)
            }
        }
        #expect(try left() == ["test"])
    }

    @Test func `what an interrupted making left is removed, and its keys serve again`() throws {
        #expect(try !Office.removeUnfinished(paths))
        let files = FileManager.default
        let making = "\(paths.data)/.making-test/test"
        try create { office, _ in
            try files.copyItem(atPath: office.paths.log, toPath: scratch.path("killed"))
        }
        try files.removeItem(atPath: paths.office)
        try files.createDirectory(atPath: making, withIntermediateDirectories: true)
        try files.moveItem(atPath: scratch.path("killed"), toPath: "\(making)/log")
        #expect(try Office.removeUnfinished(paths))
        #expect(try left() == [])
        // With the keys of an office that was made no other one is.
        #expect(throws: OfficeProblem.keysInUse(paths.keys)) { try create { _, _ in } }
        try files.createDirectory(atPath: making, withIntermediateDirectories: true)
        try files.removeItem(atPath: "\(paths.keys)/in-use")
        #expect(try Office.removeUnfinished(paths))
        try create { _, _ in }
        #expect(try Office(reading: paths).log.isDurable)
    }

    @Test func `two offices of one place never have one origin`() throws {
        try create { _, _ in }
        let beside = OfficePaths(data: paths.data, keys: scratch.path("keys"), code: "other")
        #expect(throws: OfficeProblem.originTaken(TestOffice.opening.origin, by: "test")) {
            try Office.create(beside, opening: TestOffice.opening, clock: clock.now)
        }
        #expect(try left() == ["test"])
        var opening = TestOffice.opening
        opening.origin += ".other"
        try Office.create(beside, opening: opening, clock: clock.now)
        #expect(try left().sorted() == ["other", "test"])
    }
}
