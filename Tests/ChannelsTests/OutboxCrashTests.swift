import Channels
import Foundation
import TestSupport
import Testing

/// A process that is killed while it sends, a real file, a real mail server.
@Suite(.enabled(if: MailServerProcess.python != nil, "KHAMRONG_PYTHON is not set"))
struct OutboxCrashTests: ~Copyable {
    let scratch: Scratch
    let server: MailServerProcess

    init() throws {
        let server = try MailServerProcess("plain")
        scratch = try Scratch()
        self.server = server
    }

    /// Runs the clerk; whether it was killed.
    private func clerk(_ kind: String, dies fault: String) throws -> Bool {
        let tests = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
        let process = Process()
        process.executableURL = URL(filePath: tests).deletingLastPathComponent()
            .appending(path: "PostClerk")
        process.arguments = [scratch.path("outbox.sqlite"), "\(server.port)", kind, fault]
        try process.run()
        process.waitUntilExit()
        return process.terminationReason == .uncaughtSignal
    }

    private func rows() throws -> [OutboxRow] { try Outbox(scratch.path("outbox.sqlite")).rows() }

    @Test(arguments: ["taken", "sent"])
    func `a notice goes out in the end, and again only under its Message-ID`(_ fault: String) throws
    {
        #expect(try clerk("notice", dies: fault))
        #expect(try rows().map(\.state) == [.sending])
        #expect(try !clerk("notice", dies: "never"))
        let row = try #require(try rows().first)
        #expect(try rows().count == 1)
        #expect(row.state == .sent && row.tries == 2 && row.isTold)
        // And a third run has nothing left to do.
        #expect(try !clerk("notice", dies: "never"))
        let mails = server.stop()
        #expect(mails.count == (fault == "sent" ? 2 : 1))
        #expect(Set(mails.map { $0.headers["message-id"] }) == ["<\(row.messageID)@town.example>"])
    }

    @Test(arguments: ["taken", "sent"])
    func `a code whose sending was cut short is never sent again`(_ fault: String) throws {
        #expect(try clerk("code", dies: fault))
        #expect(try !clerk("code", dies: "never"))
        let row = try #require(try rows().first)
        #expect(row.state == .failed && row.failure == .lost && row.tries == 1)
        #expect(server.stop().count == (fault == "sent" ? 1 : 0))
    }
}
