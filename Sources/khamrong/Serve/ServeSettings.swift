import Channels
import Files
import HTTP
import Terminal
import Workflow

/// How a server is set up: by one file, then by the environment, then by the command line.
struct ServeSettings {
    var listen = ListenAddress("127.0.0.1:8080")
    var proxies = TrustedProxies()
    /// Whether citizens reach it by TLS even where no proxy says so.
    var isAlwaysSecure = false
    /// Directory of the access log; none is kept if none is named.
    var logs: String?
    var accessLogDays = 90
    /// The offices to serve; all in the data directory if none are named.
    var offices: [String] = []
    /// Where the portal is for its visitors, `https://kathu.go.th`: what papers and messages lead to.
    var site: String?
    /// Nil: messages are kept, and shown on a page of an office of made-up people.
    var mail: MailServer?
    /// Nil: nobody gets an SMS.
    var sms: SMSGateway?
    /// Nil: nobody is written to in LINE.
    var line: LINEChannel?
    /// Where figures are told to whoever watches the machine; nowhere if nil.
    var metrics: ListenAddress?
    /// The socket of clamd; without one nobody looks for viruses.
    var virusScanner: String?
    /// Where backups go; none are made where no directory is named.
    var backups = BackupPlan()
    /// Networks that are not public, and that events may be sent to although.
    var webhookNetworks: [Network] = []
    /// Variables of the environment that look like settings and are none.
    private var strangers: [String] = []

    static let names =
        [
            "listen", "trusted-proxies", "always-secure", "logs", "access-log-days", "offices",
            "site", "virus-scanner", "metrics", "backup", "vault-backup", "vault-copy",
            "backup-days", "webhook-networks", "line.token", "line.secret",
        ] + MailSettings.names + SMSSettings.names

    /// - Throws: `Failure` that names the line or variable and what it should be.
    init(file path: String?, environment: [String: String]) throws {
        do {
            var file = SettingsFile()
            if let path {
                let bytes: [UInt8]
                do throws(FileError) { bytes = try FileReader.whole(path) } catch {
                    throw SettingsFile.Problem(path, "the file cannot be read: \(error.reason)")
                }
                guard let text = String(validating: bytes, as: UTF8.self) else {
                    throw SettingsFile.Problem(path, "the file is not UTF-8 text")
                }
                file = try SettingsFile(text, name: path, known: Self.names)
            }
            strangers = file.take(
                environment: environment, prefix: "KHAMRONG_", known: Self.names)
            try take(file.values)
        } catch let problem as SettingsFile.Problem {
            throw Failure("\(problem)", hint: "nothing was started", code: .usage)
        }
    }

    private mutating func take(_ values: [String: SettingsFile.Value]) throws(SettingsFile.Problem)
    {
        if let value = values["listen"] { listen = try Self.address(value) }
        if let value = values["trusted-proxies"] { proxies.networks = try Self.networks(value) }
        if let value = values["always-secure"] { isAlwaysSecure = try Self.flag(value) }
        if let value = values["logs"] { logs = value.text }
        if let value = values["access-log-days"] {
            accessLogDays = try Self.number(value, in: 90...3650)
        }
        if let value = values["webhook-networks"] {
            webhookNetworks = try Self.networks(value)
        }
        if let value = values["offices"] { offices = Self.list(value) }
        if let value = values["metrics"] { metrics = try Self.address(value) }
        if let value = values["site"] { site = try Self.site(value) }
        if let value = values["virus-scanner"] { virusScanner = try Self.socket(value) }
        if let value = values["backup"] { backups.directory = try Self.directory(value) }
        if let value = values["vault-backup"] {
            backups.vaultDirectory = try Self.directory(value)
        }
        if let value = values["vault-copy"] { backups.vaultCopy = try Self.directory(value) }
        if let value = values["backup-days"] {
            backups.days = try Self.number(value, in: 1...BackupPlan.mostDays)
        }
        mail = try MailSettings.server(values)
        sms = try SMSSettings.gateway(values)
        line = try Self.line(values)
    }

    /// What is left out that an office in service should not be without, one sentence each; the
    /// server begins all the same.
    var warnings: [String] {
        let misspelt = strangers.map { "No setting is named by the variable \($0)" }
        guard logs == nil else { return misspelt }
        return [
            "No access log is kept: section 26 of the Computer Crime Act asks whoever offers a "
                + "service to keep it for 90 days. Name a directory for it by the setting “logs”."
        ] + misspelt
    }

    /// How messages leave the house; a server without any provider shows them all.
    var delivery: OfficePost.Delivery {
        mail == nil && sms == nil && line == nil
            ? .allShown : OfficePost.Delivery(mail: mail, sms: sms, line: line)
    }

    /// The names of the two files, or neither.
    private static func line(
        _ values: [String: SettingsFile.Value]
    ) throws(SettingsFile.Problem) -> LINEChannel? {
        switch (values["line.token"], values["line.secret"]) {
        case (nil, nil): return nil
        case (let token?, let secret?):
            return LINEChannel(tokenName: token.text, secretName: secret.text)
        case (let one?, nil), (nil, let one?):
            throw SettingsFile.Problem(
                one.place, "LINE needs both “line.token” and “line.secret”")
        }
    }

    static func address(_ value: SettingsFile.Value) throws(SettingsFile.Problem) -> ListenAddress {
        guard let address = ListenAddress(value.text) else {
            throw SettingsFile.Problem(
                value.place, "“\(value.text)” is not an address and port like 127.0.0.1:8080")
        }
        return address
    }

    private static func networks(
        _ value: SettingsFile.Value
    ) throws(SettingsFile.Problem) -> [Network] {
        var networks: [Network] = []
        for text in list(value) {
            guard let network = Network(text) else {
                throw SettingsFile.Problem(
                    value.place, "“\(text)” is not an address or a network like 10.0.0.0/8")
            }
            networks.append(network)
        }
        return networks
    }

    /// Without a slash at its end, nor anything behind the host.
    private static func site(_ value: SettingsFile.Value) throws(SettingsFile.Problem) -> String {
        let host = value.text.split(separator: "/", maxSplits: 2, omittingEmptySubsequences: false)
        guard ["https:", "http:"].contains(host[0]), host.count == 3, host[1].isEmpty,
            !host[2].isEmpty,
            host[2].utf8.allSatisfy({ byte in
                (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
                    || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
                    || ".-:[]".utf8.contains(byte)
            })
        else {
            throw SettingsFile.Problem(
                value.place, "“\(value.text)” is not an address like https://kathu.go.th")
        }
        return value.text
    }

    private static func socket(_ value: SettingsFile.Value) throws(SettingsFile.Problem) -> String {
        // The name is put into a socket address, where little more has room.
        guard value.text.hasPrefix("/"), let name = value.text.split(separator: "/").last,
            !value.text.hasSuffix("/"), name.utf8.count <= 60
        else {
            throw SettingsFile.Problem(
                value.place,
                "“\(value.text)” is not the path of a socket like /run/clamav/clamd.ctl")
        }
        return value.text
    }

    private static func directory(
        _ value: SettingsFile.Value
    ) throws(SettingsFile.Problem) -> String {
        guard value.text.hasPrefix("/"), value.text.utf8.count > 1 else {
            throw SettingsFile.Problem(
                value.place, "“\(value.text)” is not the whole path of a directory")
        }
        return value.text.hasSuffix("/") ? String(value.text.dropLast()) : value.text
    }

    private static func flag(_ value: SettingsFile.Value) throws(SettingsFile.Problem) -> Bool {
        switch value.text {
        case "yes": true
        case "no": false
        default: throw SettingsFile.Problem(value.place, "“\(value.text)” is neither yes nor no")
        }
    }

    static func number(
        _ value: SettingsFile.Value, in range: ClosedRange<Int>
    ) throws(SettingsFile.Problem) -> Int {
        guard let number = Int(value.text), range.contains(number) else {
            throw SettingsFile.Problem(
                value.place,
                "“\(value.text)” is not a number of \(range.lowerBound) to \(range.upperBound)")
        }
        return number
    }

    private static func list(_ value: SettingsFile.Value) -> [String] {
        value.text.split { $0 == "," || $0 == " " }.map(String.init)
    }
}
