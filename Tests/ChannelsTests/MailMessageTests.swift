import Channels
import Entries
import Foundation
import TestSupport
import Testing

/// What a message is made of, before any server sees it.
@Suite struct MailMessageTests {
    private let sender = MailSender(
        address: MailAddress("petitions@town.example")!, name: "เทศบาลตำบลทดสอบ",
        replyTo: MailAddress("office@town.example"))

    private func message(subject: String = "ยื่นคำร้องเรียบร้อยแล้ว", text: String = "ก") -> MailMessage {
        MailMessage(
            to: MailAddress("somchai@example.org")!, subject: subject, text: text,
            id: "0192f3a4-b5c6.email", date: Instant(rfc3339: "2026-11-20T19:30:05+07:00")!)
    }

    private func lines(_ message: MailMessage) -> [String] {
        String(decoding: message.bytes(from: sender), as: UTF8.self)
            .components(separatedBy: "\r\n")
    }

    @Test func `the header says who, when, and that a machine wrote it`() {
        let lines = lines(message())
        for line in [
            "Date: Fri, 20 Nov 2026 19:30:05 +0700", "To: <somchai@example.org>",
            "Reply-To: <office@town.example>", "Message-ID: <0192f3a4-b5c6.email@town.example>",
            "Auto-Submitted: auto-generated", "Content-Language: th", "MIME-Version: 1.0",
        ] {
            #expect(lines.contains(line), "\(line)")
        }
    }

    @Test func `a long Thai subject is folded between letters, never within one`() throws {
        let subject = String(repeating: "น้ำท่วมขังที่ซอยกุ่มเนิน ", count: 12)
        let header = lines(message(subject: subject)).drop { !$0.hasPrefix("Subject: ") }
        let folded = [header.first!] + header.dropFirst().prefix { $0.hasPrefix(" ") }
        #expect(folded.count > 5)
        var decoded = ""
        for line in folded {
            #expect(line.utf8.count <= 76)
            let word = line.split(separator: " ").last ?? ""
            let base64 = String(word.dropFirst("=?UTF-8?B?".count).dropLast(2))
            let bytes = try #require(Data(base64Encoded: base64))
            // A word that were cut within a letter would not be UTF-8 by itself.
            decoded += try #require(String(bytes: bytes, encoding: .utf8))
        }
        #expect(decoded == subject.trimmingCharacters(in: .whitespaces))
    }

    @Test(arguments: [
        "x\r\nBcc: all@example.org", "x\nBcc: all@example.org", "x\r\n\r\n<script>",
        "x\u{2028}Bcc: all@example.org", "x\u{85}Bcc: all@example.org", "\r\n.\r\nQUIT",
        "=?UTF-8?B?DQpCY2M6IGFsbEBleGFtcGxlLm9yZw==?=", "x\u{0}\u{1B}[2J",
    ])
    func `nothing in a text becomes a header or a command`(_ text: String) {
        var message = message(subject: text, text: text)
        message.id = text
        message.attachments = [
            MailMessage.Attachment(name: text, type: text, bytes: Array(text.utf8))
        ]
        let hostile = MailSender(address: sender.address, name: text, replyTo: nil)
        let written = String(decoding: message.bytes(from: hostile), as: UTF8.self)
        let lines = written.components(separatedBy: "\r\n")
        #expect(!written.replacing("\r\n", with: "").contains { $0 == "\r" || $0 == "\n" })
        #expect(!lines.contains { $0.lowercased().hasPrefix("bcc") || $0 == "." || $0 == "QUIT" })
        #expect(written.utf8.allSatisfy { $0 < 0x7F && ($0 >= 0x20 || $0 == 0x0D || $0 == 0x0A) })
        let head = lines.prefix { !$0.isEmpty }
        #expect(head.filter { !$0.hasPrefix(" ") }.count == 9)
    }

    @Test func `an address that could say more than an address is none`() {
        for text in [
            "", "a", "a@", "@b.c", "a@b@c.d", "a b@c.d", "a@b.c\r\nBcc: d@e.f", "<a@b.c>",
            "a@b.c>", "\"a\"@b.c", "a,b@c.d", "a@b..c", "สมชาย@example.org", "a@ตัวอย่าง.ไทย",
            "a@b.c RCPT", String(repeating: "a", count: 65) + "@b.c",
        ] {
            #expect(MailAddress(text) == nil, "\(text)")
        }
        for text in ["somchai@example.org", "o'brien+x@sub.example.co.th", "a@localhost"] {
            #expect(MailAddress(text)?.text == text)
        }
    }

    @Test func `settings that cannot work say why`() {
        let good = MailServer(host: "mail.town.example", sender: "a@town.example")
        #expect(good.problem == nil && good.port == 587)
        func bad(_ change: (inout MailServer) -> Void) -> MailServerProblem? {
            var server = good
            change(&server)
            return server.problem
        }
        #expect(bad { $0.host = "a b" } == .host("a b"))
        #expect(bad { $0.host = "mail/x" } == .host("mail/x"))
        #expect(bad { $0.port = 0 } == .port(0))
        #expect(bad { $0.sender = "office" } == .sender("office"))
        #expect(bad { $0.replyTo = "x\r\n@y" } == .replyTo("x\r\n@y"))
        #expect(bad { $0.user = "office" } == .halfALogin)
        for security in [MailServer.Security.none, .offered] {
            let found = bad {
                $0.user = "office"
                $0.secretName = "smtp"
                $0.security = security
            }
            #expect(found == .passwordWithoutTLS)
        }
        #expect(throws: MailServerProblem.host("a b")) {
            var server = good
            server.host = "a b"
            _ = try Mailer(server, officeName: "x", password: nil)
        }
    }
}
