import Channels
import Foundation
import TestSupport
import Testing

/// A process that is killed while it sends, a real file, and a provider that counts what it takes.
@Suite(.enabled(if: MailServerProcess.python != nil, "KHAMRONG_PYTHON is not set"))
struct OutboxCrashTests: ~Copyable {
    let scratch: Scratch

    init() throws { scratch = try Scratch() }

    /// Runs the clerk; whether it was killed.
    private func clerk(
        _ kind: String, on channel: String, port: Int, dies fault: String
    ) throws -> Bool {
        let tests = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
        let process = Process()
        process.executableURL = URL(filePath: tests).deletingLastPathComponent()
            .appending(path: "PostClerk")
        process.arguments = [scratch.path("outbox.sqlite"), "\(port)", kind, fault, channel]
        try process.run()
        process.waitUntilExit()
        return process.terminationReason == .uncaughtSignal
    }

    private func rows() throws -> [OutboxRow] { try Outbox(scratch.path("outbox.sqlite")).rows() }

    /// Killed at the fault, then run twice more; the row that is left.
    private func run(
        _ kind: String, on channel: String, port: Int, dying fault: String
    ) throws -> OutboxRow {
        #expect(try clerk(kind, on: channel, port: port, dies: fault))
        #expect(try rows().map(\.state) == [.sending])
        #expect(try !clerk(kind, on: channel, port: port, dies: "never"))
        let row = try #require(try rows().first)
        // And a third run has nothing left to do.
        #expect(try !clerk(kind, on: channel, port: port, dies: "never"))
        #expect(try rows() == [row])
        return row
    }

    @Test(arguments: ["taken", "sent"])
    func `a notice goes out in the end, and again only under its Message-ID`(_ fault: String) throws
    {
        let server = try MailServerProcess("plain")
        let row = try run("notice", on: "email", port: server.port, dying: fault)
        #expect(row.state == .sent && row.tries == 2 && row.isTold)
        let mails = server.stop()
        #expect(mails.count == (fault == "sent" ? 2 : 1))
        #expect(Set(mails.map { $0.headers["message-id"] }) == ["<\(row.messageID)@town.example>"])
    }

    @Test(arguments: ["taken", "sent"])
    func `a code whose sending was cut short is never sent again`(_ fault: String) throws {
        let server = try MailServerProcess("plain")
        let row = try run("code", on: "email", port: server.port, dying: fault)
        #expect(row.state == .failed && row.failure == .lost && row.tries == 1)
        #expect(server.stop().count == (fault == "sent" ? 1 : 0))
    }

    private struct Taken: Decodable {}

    @Test(arguments: ["taken", "sent"])
    func `in LINE a message comes once, whenever the sender was killed`(_ fault: String) throws {
        let process = try ProviderProcess("line_server.py")
        let row = try run("notice", on: "line", port: process.port, dying: fault)
        #expect(row.state == .sent && row.tries == 2 && row.isTold)
        #expect(process.stop(Taken.self).count == 1)
    }

    @Test(arguments: ["taken", "sent"])
    func `an SMS is never lost, and a code in it never sent twice`(_ fault: String) throws {
        // A gateway knows no key: a notice that may have gone out goes out again.
        let process = try ProviderProcess("sms_gateway.py")
        let notice = try run("notice", on: "sms", port: process.port, dying: fault)
        #expect(notice.state == .sent && notice.tries == 2)
        #expect(process.stop(Taken.self).count == (fault == "sent" ? 2 : 1))
        try FileManager.default.removeItem(atPath: scratch.path("outbox.sqlite"))
        let another = try ProviderProcess("sms_gateway.py")
        let code = try run("code", on: "sms", port: another.port, dying: fault)
        #expect(code.state == .failed && code.failure == .lost && code.tries == 1)
        #expect(another.stop(Taken.self).count == (fault == "sent" ? 1 : 0))
    }
}
