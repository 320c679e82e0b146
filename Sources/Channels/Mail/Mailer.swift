internal import Threads

/// Hands messages to an office's mail server, over as many connections at once as it is given.
///
/// Any thread may use it, none that must not wait: a call blocks for up to the server's
/// `totalSeconds`, and longer while all connections are busy.
package final class Mailer: Sendable {
    package let server: MailServer
    package let sender: MailSender
    private let password: String?
    private let free: Monitor<Int>

    /// `officeName` stands beside the address unless the settings name somebody else.
    package init(
        _ server: MailServer, officeName: String, password: String?
    ) throws(MailServerProblem) {
        if let problem = server.problem { throw problem }
        guard let address = MailAddress(server.sender) else { throw .sender(server.sender) }
        guard (server.user == nil) == (password == nil) else { throw .halfALogin }
        self.server = server
        self.password = password
        free = Monitor(max(1, server.connections))
        sender = MailSender(
            address: address, name: server.senderName ?? officeName,
            replyTo: server.replyTo.flatMap { MailAddress($0) })
    }

    package func send(_ message: MailMessage) -> ChannelAnswer {
        free.wait { free in
            guard free > 0 else { return nil as Void? }
            free -= 1
            return ()
        }
        defer {
            free.with { $0 += 1 }
            free.signal()
        }
        do throws(SMTPError) {
            return try SMTPSession().send(
                message.bytes(from: sender), from: sender.address, to: message.recipient,
                over: server, password: password)
        } catch {
            return .temporary(ChannelReply(failure: "curl \(error.code)"))
        }
    }
}
