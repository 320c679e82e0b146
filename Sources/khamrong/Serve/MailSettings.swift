import Channels
import Terminal

/// The settings that name the mail server.
enum MailSettings {
    static let names = [
        "smtp.host", "smtp.port", "smtp.security", "smtp.user", "smtp.secret", "smtp.sender",
        "smtp.sender-name", "smtp.reply-to", "smtp.certificates", "smtp.connections",
        "smtp.most-a-minute",
    ]

    /// Nil if no host is named.
    static func server(
        _ values: [String: SettingsFile.Value]
    ) throws(SettingsFile.Problem) -> MailServer? {
        let security = try security(values["smtp.security"])
        var port: Int?
        if let value = values["smtp.port"] {
            port = try ServeSettings.number(value, in: 1...65535)
        }
        guard let host = values["smtp.host"] else {
            if let other = names.lazy.compactMap({ values[$0] }).first {
                throw SettingsFile.Problem(
                    other.place, "“smtp.host” must name the mail server that this is about")
            }
            return nil
        }
        guard let sender = values["smtp.sender"] else {
            throw SettingsFile.Problem(
                host.place, "“smtp.sender” must say from which address mail comes")
        }
        var server = MailServer(
            host: host.text, port: port, security: security,
            sender: sender.text, senderName: values["smtp.sender-name"]?.text,
            replyTo: values["smtp.reply-to"]?.text, user: values["smtp.user"]?.text,
            secretName: values["smtp.secret"]?.text,
            certificates: values["smtp.certificates"]?.text)
        if let value = values["smtp.connections"] {
            server.connections = try ServeSettings.number(value, in: 1...16)
        }
        if let value = values["smtp.most-a-minute"] {
            server.mostAMinute = try ServeSettings.number(value, in: 1...100_000)
        }
        if let problem = server.problem { throw SettingsFile.Problem(host.place, "\(problem)") }
        return server
    }

    private static func security(
        _ value: SettingsFile.Value?
    ) throws(SettingsFile.Problem) -> MailServer.Security {
        guard let value else { return .startTLS }
        guard let security = MailServer.Security(rawValue: value.text) else {
            let words = MailServer.Security.allCases.map(\.rawValue).joined(separator: ", ")
            throw SettingsFile.Problem(value.place, "“\(value.text)” is none of \(words)")
        }
        return security
    }
}
