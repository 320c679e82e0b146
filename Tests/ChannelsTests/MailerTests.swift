import Channels
import Entries
import TestSupport
import Testing

/// A real mail server takes what we send, refuses it, or breaks off.
@Suite(.enabled(if: MailServerProcess.python != nil, "KHAMRONG_PYTHON is not set"))
struct MailerTests {
    private func server(
        _ process: MailServerProcess, _ security: MailServer.Security, user: String? = nil
    ) -> MailServer {
        MailServer(
            host: "localhost", port: process.port, security: security,
            sender: "petitions@town.example", replyTo: "office@town.example", user: user,
            secretName: user.map { _ in "smtp" }, certificates: process.certificates)
    }

    private func mailer(_ server: MailServer, password: String? = nil) throws -> Mailer {
        try Mailer(server, officeName: "เทศบาลตำบลทดสอบ", password: password)
    }

    private func message(to address: String, text: String = "คำร้องเลขที่ TS1200269000001")
        -> MailMessage
    {
        var message = MailMessage(
            to: MailAddress(address)!, subject: "ยื่นคำร้องเรียบร้อยแล้ว TS1200269000001", text: text,
            id: "event-1.email", date: Instant(rfc3339: "2026-11-20T19:30:05+07:00")!)
        message.html = "<p lang=\"th\">\(text)</p>"
        return message
    }

    @Test func `over STARTTLS and a login, Thai arrives as it was written`() throws {
        let process = try MailServerProcess("login")
        let mailer = try mailer(
            server(process, .startTLS, user: "office"), password: "s3cret-ก")
        var message = message(to: "somchai@example.org", text: "น้ำท่วม\n.\nจุดเดียว ๑๒๓\n")
        message.attachments = [
            .init(name: "ใบรับคำร้อง.pdf", bytes: [0x25, 0x50, 0x44, 0x46, 0, 255])
        ]
        #expect(mailer.send(message) == .accepted(ChannelReply(code: 250, detail: "2.0.0")))
        let mail = try process.mail()
        #expect(mail.tls && mail.user == "office")
        #expect(mail.from == "petitions@town.example" && mail.to == ["somchai@example.org"])
        #expect(mail.headers["subject"] == "ยื่นคำร้องเรียบร้อยแล้ว TS1200269000001")
        #expect(mail.headers["from"] == "เทศบาลตำบลทดสอบ <petitions@town.example>")
        #expect(mail.headers["reply-to"] == "<office@town.example>")
        #expect(mail.headers["auto-submitted"] == "auto-generated")
        #expect(mail.headers["content-language"] == "th")
        #expect(mail.headers["message-id"] == "<event-1.email@town.example>")
        #expect(mail.text == "น้ำท่วม\n.\nจุดเดียว ๑๒๓\n")
        #expect(mail.html?.contains("น้ำท่วม") == true)
        #expect(mail.files.map(\.name) == ["ใบรับคำร้อง.pdf"])
        #expect(mail.files.map(\.size) == [6])
        #expect(mail.defects == [] && mail.ascii && mail.longest <= 130)
    }

    @Test func `TLS from the first byte, and none at all`() throws {
        let tls = try MailServerProcess("tls")
        guard case .accepted = try mailer(server(tls, .tls)).send(message(to: "a@example.org"))
        else { return #expect(Bool(false), "not taken under TLS") }
        #expect(try tls.mail().tls)
        let plain = try MailServerProcess("plain")
        for security in [MailServer.Security.none, .offered] {
            let answer = try mailer(server(plain, security)).send(message(to: "a@example.org"))
            #expect(answer == .accepted(ChannelReply(code: 250, detail: "2.0.0")))
            #expect(try !plain.mail().tls)
        }
    }

    @Test func `nothing goes out where TLS is wanted and not to be had, or not to be trusted`()
        throws
    {
        let plain = try MailServerProcess("plain")
        guard case .temporary = try mailer(server(plain, .startTLS)).send(message(to: "a@b.cd"))
        else { return #expect(Bool(false), "sent in the clear") }
        #expect(plain.stop().isEmpty)
        let other = try MailServerProcess("starttls")
        var stranger = server(other, .startTLS)
        stranger.certificates = nil
        guard case .temporary = try mailer(stranger).send(message(to: "a@b.cd"))
        else { return #expect(Bool(false), "sent to a stranger") }
        #expect(other.stop().isEmpty)
    }

    @Test func `a wrong password is our fault and no reason to give a message up`() throws {
        let process = try MailServerProcess("login")
        let mailer = try mailer(server(process, .startTLS, user: "office"), password: "wrong")
        guard case .temporary(let reply) = mailer.send(message(to: "a@example.org")) else {
            return #expect(Bool(false), "not temporary")
        }
        #expect(reply.code == 535)
    }

    @Test func `the server's no is for ever, for now, or about the message`() throws {
        let process = try MailServerProcess("plain")
        let mailer = try mailer(server(process, .none))
        guard
            case .permanent(let refused, .recipient) = mailer.send(
                message(to: "refused@example.org"))
        else { return #expect(Bool(false), "not refused") }
        #expect(refused.code == 550 && refused.detail == "5.1.1")
        // The server's words name the person: they are not kept.
        #expect(!refused.description.contains("@"))
        guard case .temporary(let later) = mailer.send(message(to: "later@example.org"))
        else { return #expect(Bool(false), "not put off") }
        #expect(later.code == 451 && later.detail == "4.3.0")
        guard
            case .permanent(let unwanted, .message) = mailer.send(
                message(to: "unwanted@example.org"))
        else { return #expect(Bool(false), "not refused") }
        #expect(unwanted.code == 554)
        #expect(process.stop().isEmpty)
    }

    @Test func `a connection cut within the text is no delivery, one cut after it may be`() throws {
        let process = try MailServerProcess("plain")
        let mailer = try mailer(server(process, .none))
        let long = message(
            to: "cut@example.org", text: String(repeating: "ยาวมาก ", count: 100_000))
        guard case .temporary = mailer.send(long) else {
            return #expect(Bool(false), "taken for delivered")
        }
        let answer = mailer.send(message(to: "cutafter@example.org"))
        guard case .unknown = answer else {
            return #expect(Bool(false), "the outcome is not known: \(answer)")
        }
        // It had been taken: that is why nobody can know.
        #expect(process.stop().map(\.to) == [["cutafter@example.org"]])
    }

    @Test func `a server that is down or silent is asked again later`() throws {
        let process = try MailServerProcess("plain")
        var server = server(process, .none)
        process.stop()
        guard case .temporary(let reply) = try mailer(server).send(message(to: "a@example.org"))
        else { return #expect(Bool(false), "not temporary") }
        #expect(reply.code == nil && reply.failure != nil)
        server.host = "no-such-host.invalid"
        guard case .temporary = try mailer(server).send(message(to: "a@example.org"))
        else { return #expect(Bool(false), "not temporary") }
    }
}
