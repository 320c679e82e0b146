import Foundation
import TestSupport
import Testing
import Workflow

/// The evidence of a case from the command line.
@Suite struct EvidenceCommandTests {
    @Test func `what is not published or not there is said in words`() throws {
        let town = try Town()
        #expect(try town.run("evidence", "KT1080767000011").status == 2)
        let path = town.scratch.path("pack.zip")
        let none = try town.run("evidence", "KT1080767000011", "--out", path)
        #expect(none.status != 0)
        #expect(none.errors.contains("published") || none.errors.contains("no petition"))
        #expect(!FileManager.default.fileExists(atPath: path))
    }
}
