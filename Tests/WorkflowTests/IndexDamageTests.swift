import EventLog
import Events
import Foundation
import Testing
import Workflow

/// An index leads to the entries and is no part of them: where it is damaged, a case that was
/// opened must not pass for one that never was.
@Suite struct IndexDamageTests {
    private let test: TestOffice

    init() throws { test = try TestOffice() }

    @Test func `a case that the index does not lead to is damage, not absent`() throws {
        let number = try test.accepted(test.port.perform(test.filing())).name
        let opened = try #require(try test.office.log.history(of: number)?.events.first)
        // The index follows 128 entries behind.
        for _ in 0..<128 { _ = try test.accepted(test.port.perform(test.filing())) }
        test.port.close()
        try changeName(of: "petition/\(number)")
        try test.restart()
        let damage = LogDamage.streamIndex(at: opened.position)
        #expect(throws: damage) { try test.office.log.history(of: number) }
        #expect(throws: damage) { try test.office.log.cases { _ in } }
    }

    /// Changes the last letter of a subject wherever it stands outside an entry.
    private func changeName(of subject: String) throws {
        let url = URL(filePath: "\(test.paths.log)/data.mdb")
        var bytes = try Data(contentsOf: url)
        let name = Data(subject.utf8)
        var (next, changed) = (bytes.startIndex, 0)
        while let place = bytes.range(of: name, in: next..<bytes.endIndex) {
            next = place.upperBound
            guard bytes[place.lowerBound - 1] != UInt8(ascii: "\"") else { continue }
            bytes[place.upperBound - 1] ^= 1
            changed += 1
        }
        try #require(changed > 0)
        try bytes.write(to: url)
    }
}
