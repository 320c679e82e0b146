import Crypto
import Entries
import Foundation
import TestSupport
import Testing
import Vault

@Suite struct SessionsTests: ~Copyable {
    let scratch: Scratch
    let here: VaultPlace
    let sessions: Sessions
    let start = Instant(milliseconds: 1_720_436_202_000)

    init() throws {
        let scratch = try Scratch()
        let here = place(in: scratch)
        try FileManager.default.createDirectory(
            atPath: here.directory, withIntermediateDirectories: true)
        let sessions = try Sessions(here)
        self.sessions = sessions
        self.here = here
        self.scratch = scratch
    }

    private func after(minutes: Int) -> Instant { start.advanced(milliseconds: minutes * 60_000) }

    private func begin(_ account: String, minutes: Int = 30) throws -> String {
        try sessions.begin(of: account, at: start, lifetimeMilliseconds: minutes * 60_000)
    }

    @Test func `a token opens its session until it expires`() throws {
        let token = try begin("a1")
        #expect(token.count == 64)
        let session = try #require(try sessions.session(token, at: after(minutes: 1)))
        #expect(session.account == "a1")
        #expect(session.created == start)
        #expect(session.expires == after(minutes: 30))
        #expect(try sessions.session(token, at: after(minutes: 30)) == nil)
        #expect(try sessions.session("no token", at: start) == nil)
        #expect(try Sessions(here).session(token, at: start)?.id == session.id)
    }

    @Test func `when it was seen is noted to the minute`() throws {
        let token = try begin("a1")
        _ = try sessions.session(token, at: start.advanced(milliseconds: 59_000))
        #expect(try sessions.session(token, at: after(minutes: 2))?.seen == start)
        #expect(try sessions.session(token, at: after(minutes: 2))?.seen == after(minutes: 2))
    }

    @Test func `sessions are listed and ended by their owner`() throws {
        let tokens = [try begin("a1"), try begin("a1", minutes: 60)]
        let other = try begin("a2")
        let list = try sessions.list(of: "a1", at: start)
        #expect(list.count == 2)
        #expect(try sessions.list(of: "a1", at: after(minutes: 31)).count == 1)
        #expect(try sessions.end(list[0].id, of: "a2") == false)
        #expect(try sessions.end(list[0].id, of: "a1"))
        #expect(try sessions.list(of: "a1", at: start).map(\.id) == [list[1].id])
        try sessions.endAll(of: "a1")
        for token in tokens { #expect(try sessions.session(token, at: start) == nil) }
        #expect(try sessions.session(other, at: start)?.account == "a2")
    }

    @Test func `what has expired is swept out`() throws {
        let token = try begin("a1", minutes: 60)
        _ = try begin("a1")
        try sessions.sweep(at: after(minutes: 45))
        // Even seen from a time when both were alive.
        #expect(try sessions.list(of: "a1", at: start).count == 1)
        #expect(try sessions.session(token, at: after(minutes: 45)) != nil)
    }

    @Test func `no token stands in the file`() throws {
        let token = try begin("a1")
        var file = Data()
        for ending in ["", "-wal"] {
            file += try Data(
                contentsOf: URL(filePath: here.directory + "/sessions.sqlite" + ending))
        }
        #expect(file.range(of: Data(token.utf8)) == nil)
        #expect(file.range(of: Data(Hex.decode(token.utf8) ?? [])) == nil)
        #expect(file.range(of: Data(SHA256.hash(Array(token.utf8)).bytes)) != nil)
    }
}
