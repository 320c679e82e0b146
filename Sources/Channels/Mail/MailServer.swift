/// The mail server of an office, as its settings name it.
package struct MailServer: Equatable, Sendable {
    package enum Security: String, CaseIterable, Sendable {
        /// TLS from the first byte, usually on port 465.
        case tls
        /// STARTTLS or nothing is sent, usually on port 587.
        case startTLS = "starttls"
        /// STARTTLS where the server offers it.
        case offered
        /// For a server on this machine or in its own network.
        case none
    }

    package var host: String
    package var port: Int
    package var security: Security
    /// Nil: the server takes mail from this machine without asking who it is.
    package var user: String?
    /// The name of the file with the password in the office's directory of keys.
    package var secretName: String?
    /// Where mail comes from.
    package var sender: String
    /// The name beside it; the office's own if there is none.
    package var senderName: String?
    /// A box that somebody reads; the sender's if there is none.
    package var replyTo: String?
    /// Certificates to trust in place of the system's: of an authority of the office's own.
    package var certificates: String?
    package var connectSeconds = 10
    /// How many messages it is handed at once.
    package var connections = 1
    /// How many it takes in a minute; what every plan begins with if nil.
    package var mostAMinute: Int?
    /// For one message, connecting included.
    package var totalSeconds = 45

    package init(
        host: String, port: Int? = nil, security: Security = .startTLS, sender: String,
        senderName: String? = nil, replyTo: String? = nil, user: String? = nil,
        secretName: String? = nil, certificates: String? = nil
    ) {
        self.host = host
        self.port = port ?? (security == .tls ? 465 : security == .none ? 25 : 587)
        self.security = security
        self.sender = sender
        self.senderName = senderName
        self.replyTo = replyTo
        self.user = user
        self.secretName = secretName
        self.certificates = certificates
    }

    /// Why no mail can be sent with these settings; nil if there is nothing to say against them.
    package var problem: MailServerProblem? {
        guard !host.isEmpty, host.utf8.allSatisfy(Self.isHostByte) else { return .host(host) }
        guard (1...65535).contains(port) else { return .port(port) }
        guard MailAddress(sender) != nil else { return .sender(sender) }
        if let replyTo, MailAddress(replyTo) == nil { return .replyTo(replyTo) }
        guard (user == nil) == (secretName == nil) else { return .halfALogin }
        // With STARTTLS only offered, whoever sits in between takes the offer away and reads it.
        if user != nil, security == .offered || security == .none { return .passwordWithoutTLS }
        guard connectSeconds > 0, totalSeconds > 0 else { return .time }
        return nil
    }

    private static func isHostByte(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
            || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
            || "-.:[]".utf8.contains(byte)
    }
}

/// What is wrong with the settings of a mail server.
package enum MailServerProblem: Error, Equatable, Sendable {
    case host(String)
    case port(Int)
    case sender(String)
    case replyTo(String)
    /// A user without a secret's name, or the other way round.
    case halfALogin
    case passwordWithoutTLS
    case time
}

extension MailServerProblem: CustomStringConvertible {
    package var description: String {
        switch self {
        case .host(let host): "“\(host)” is no name of a mail server"
        case .port(let port): "\(port) is no port of a mail server"
        case .sender(let address): "“\(address)” is no address to send mail from"
        case .replyTo(let address): "“\(address)” is no address to answer to"
        case .halfALogin: "a login to the mail server needs a user and the name of a secret"
        case .passwordWithoutTLS:
            "a password is sent to a mail server under TLS only: set tls or starttls"
        case .time: "the times for a mail server must be longer than nothing"
        }
    }
}
