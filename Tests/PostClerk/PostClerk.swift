import Channels
import Entries
import Glibc

/// Another process for the tests of the outbox: puts one message in, sends what waits, and may be
/// killed on the way.
///
/// `PostClerk FILE PORT notice|code never|taken|sent`: the last says when it kills itself: when
/// the message was taken out to be sent, or when it was sent and nobody has written that down.
@main enum PostClerk {
    static func main() throws {
        let words = CommandLine.arguments
        let outbox = try Outbox(words[1])
        let port = Int(words[2]) ?? 0
        let fault = words[4]
        let event = EventID(at: Instant(milliseconds: 1_800_000_000_000), random: (1, 2))
        let row = NewOutboxRow(
            event: event, position: 7, stream: "petition/TS1200269000001", template: "submitted",
            expires: words[3] == "code" ? now().advanced(milliseconds: 600_000) : nil)
        try outbox.add([row], through: Cursor(epoch: 1, position: 7), at: now())
        let mailer = try Mailer(
            MailServer(host: "localhost", port: port, security: .none, sender: "a@town.example"),
            officeName: "Office", password: nil)
        let worker = OutboxWorker(outbox, clock: now) { row in
            if fault == "taken" { die() }
            let answer = mailer.send(
                MailMessage(
                    to: MailAddress("somchai@example.org")!, subject: "subject", text: "text",
                    id: row.messageID, date: now()))
            if fault == "sent" { die() }
            return .answered(answer)
        }
        try outbox.recover(at: now())
        while try worker.sendOne() {}
        try worker.tellAll()
    }

    private static func die() { kill(getpid(), SIGKILL) }

    private static func now() -> Instant {
        var time = timespec()
        unsafe clock_gettime(CLOCK_REALTIME, &time)
        return Instant(milliseconds: time.tv_sec * 1000 + time.tv_nsec / 1_000_000)
    }
}
