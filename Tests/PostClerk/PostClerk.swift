import Channels
import Entries
import Glibc

/// Another process for the tests of the outbox: puts one message in, sends what waits, and may be
/// killed on the way.
///
/// `PostClerk FILE PORT notice|code never|taken|sent email|line|sms`: the fourth says when it kills
/// itself: when the message was taken out to be sent, or when it was sent and nobody has written
/// that down.
@main enum PostClerk {
    static func main() throws {
        let words = CommandLine.arguments
        let outbox = try Outbox(words[1])
        let port = Int(words[2]) ?? 0
        let fault = words[4]
        let event = EventID(at: Instant(milliseconds: 1_800_000_000_000), random: (1, 2))
        let row = NewOutboxRow(
            event: event, position: 7, stream: "petition/TS1200269000001", template: "submitted",
            channel: words[5],
            expires: words[3] == "code" ? now().advanced(milliseconds: 600_000) : nil)
        try outbox.add([row], through: Cursor(epoch: 1, position: 7), at: now())
        let send = try sender(on: words[5], port)
        let worker = OutboxWorker(outbox, channel: words[5], clock: now) { row in
            if fault == "taken" { die() }
            let answer = send(row)
            if fault == "sent" { die() }
            return .answered(answer)
        }
        try worker.recover()
        while try worker.sendOne() {}
        try worker.tellAll()
    }

    /// Hands a message to the provider of a channel, who listens on that port.
    private static func sender(
        on channel: String, _ port: Int
    ) throws -> @Sendable (OutboxRow) -> ChannelAnswer {
        switch channel {
        case "line":
            var line = LINEChannel(tokenName: "line-token", secretName: "line-secret")
            line.address = "http://127.0.0.1:\(port)"
            let sender = LINESender(line, token: "line-token")
            let user = "U" + String(repeating: "0", count: 31) + "1"
            return { row in
                sender.push(.text("text"), to: user, retryKey: "\(row.message.event)")
            }
        case "sms":
            let gateway = SMSGateway(
                address: "http://127.0.0.1:\(port)/sms",
                body: SMSTemplate(.json, #"{"msisdn": "{to}", "message": "{text}"}"#),
                taken: "/phone_number_list/0/message_id", failed: "/error",
                identification: .basic(user: "key"), secretName: "sms")
            let sender = try SMSSender(gateway, secret: "secret")
            return { _ in sender.send(SMSMessage(to: "+66810000001", text: "text"), as: nil) }
        default:
            let mailer = try Mailer(
                MailServer(
                    host: "localhost", port: port, security: .none, sender: "a@town.example"),
                officeName: "Office", password: nil)
            return { row in
                mailer.send(
                    MailMessage(
                        to: MailAddress("somchai@example.org")!, subject: "subject", text: "text",
                        id: row.messageID, date: now()))
            }
        }
    }

    private static func die() { kill(getpid(), SIGKILL) }

    private static func now() -> Instant {
        var time = timespec()
        unsafe clock_gettime(CLOCK_REALTIME, &time)
        return Instant(milliseconds: time.tv_sec * 1000 + time.tv_nsec / 1_000_000)
    }
}
