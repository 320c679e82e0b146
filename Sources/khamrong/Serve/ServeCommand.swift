import API
import Entries
import EventLog
import FileKinds
import Foundation
import HTTP
import Projections
import Terminal
import Threads
import Web
import Workflow

/// Serves the citizens' pages.
struct ServeCommand: Verb {
    static let name = "serve"
    static let summary = "serve the pages of the offices"
    static let options = OfficePlace.options + [settingsOption, listenOption]
    static let notes = """
        Serves every office of the data directory, or the one that is named, until it is asked to
        end (SIGTERM, Control-C); what is under way is finished first. TLS is the work of a proxy
        in front of it. Settings are read from one file and from the environment (the setting
        “listen” is KHAMRONG_LISTEN there): Docs/OPERATING.md lists them.

          khamrong serve --data data --listen 127.0.0.1:8080
        """

    private static let settingsOption = Option("settings", "FILE", "the file with the settings")
    private static let listenOption = Option(
        "listen", "ADDRESS:PORT", "where to listen; default: 127.0.0.1:8080; port 0 is a free one")

    private let data: String
    private let keys: String
    private let only: String?
    private let settings: String?
    private let listen: ListenAddress?

    init(_ arguments: Arguments) throws(UsageError) {
        only = arguments[OfficePlace.officeOption]
        let place = try OfficePlace(arguments, office: only ?? "any")
        data = place.data
        keys = place.keys
        settings = arguments[Self.settingsOption]
        if let text = arguments[Self.listenOption] {
            guard let address = ListenAddress(text) else {
                throw UsageError("--listen takes an address and a port, like 127.0.0.1:8080")
            }
            listen = address
        } else {
            listen = nil
        }
    }

    func run(on terminal: Terminal) throws -> ExitCode {
        // Before the first thread: they all inherit it.
        TerminationSignal.hold()
        return try explained {
            var settings = try ServeSettings(
                file: settings, environment: ProcessInfo.processInfo.environment)
            if let listen { settings.listen = listen }
            guard settings.backups.isUsable(data: data, keys: keys) else {
                throw Failure(
                    "no backup lies inside another, the data or the keys",
                    hint:
                        "backup, vault-backup and vault-copy are directories apart from each other",
                    code: .usage)
            }
            let offices = try self.offices(settings)
            defer { offices.close() }
            // Found out now rather than by the first citizen.
            for code in offices.codes { try open(code, of: offices, settings) }
            return try serve(offices, settings, on: terminal)
        }
    }

    private func offices(_ settings: ServeSettings) throws -> Offices {
        let named = only.map { [$0] } ?? settings.offices
        let codes = named.isEmpty ? try Offices.codes(in: data) : named
        guard !codes.isEmpty else {
            throw Failure("there is no office in \(data)", hint: "“khamrong init” makes one")
        }
        let (data, keys) = (data, keys)
        return Offices(codes) { code in
            try ServedOffice(
                OfficePaths(data: data, keys: keys, code: code), clock: SystemClock.now,
                notices: { notice in
                    ServerLog.say("writer-notice") { fields in
                        fields["office"] = .string(code)
                        fields["notice"] = .string("\(notice)")
                    }
                })
        }
    }

    private func open(
        _ code: String, of offices: Offices, _ settings: ServeSettings
    ) throws {
        guard let office = try offices.office(code) else { return }
        try office.beginPost(
            settings.delivery, site: settings.site.map { "\($0)/\(code)" },
            report: { text in
                ServerLog.say("post") { fields in
                    fields["office"] = .string(code)
                    fields["says"] = .string(text)
                }
            })
        office.beginPublishing { text in
            ServerLog.say("publishing") { fields in
                fields["office"] = .string(code)
                fields["says"] = .string(text)
            }
        }
        try office.beginDeadlines { text in
            ServerLog.say("deadlines") { fields in
                fields["office"] = .string(code)
                fields["says"] = .string(text)
            }
        }
    }

    /// What was damaged when the office was opened, and what that costs.
    private func warn(of code: String, in offices: Offices, on terminal: Terminal) throws {
        guard let office = try offices.office(code) else { return }
        for aside in office.setAside {
            try terminal.print("Warning: \(aside.words)", tone: .bad)
            ServerLog.say("set-aside") { fields in
                fields["office"] = .string(code)
                fields["file"] = .string(aside.path)
                fields["says"] = .string(aside.file.loss)
            }
        }
        for view in ViewName.allCases {
            guard let damage = office.views.status(of: view).damage else { continue }
            let words = view.madeAnew(because: damage)
            try terminal.print("Warning: \(words)", tone: .near)
            ServerLog.say("view-made-anew") { fields in
                fields["office"] = .string(code)
                fields["says"] = .string(words)
            }
        }
    }

    /// Has events sent to the addresses of connected systems.
    private func begin(_ offices: Offices, _ settings: ServeSettings) throws -> [Webhooks] {
        let reach = WebhookReach(allowed: settings.webhookNetworks)
        return try offices.codes.compactMap { code in
            guard let office = try offices.office(code) else { return nil }
            let webhooks = try Webhooks(office, reach: reach, clock: SystemClock.now) { text in
                ServerLog.say("webhooks") { fields in
                    fields["office"] = .string(code)
                    fields["says"] = .string(text)
                }
            }
            webhooks.start()
            return webhooks
        }
    }

    private func serve(
        _ offices: Offices, _ settings: ServeSettings, on terminal: Terminal
    ) throws -> ExitCode {
        let scanner = settings.virusScanner.map { socket in
            VirusScanner(socket: socket) { problem in
                ServerLog.say("virus-scanner-failed") { $0["error"] = .string(problem) }
            }
        }
        let api = API(
            offices, scanner: scanner, reach: WebhookReach(allowed: settings.webhookNetworks),
            clock: SystemClock.now)
        defer { api.close() }
        let portal = Portal(
            offices, api: api, site: settings.site, scanner: scanner, clock: SystemClock.now)
        let access = try settings.logs.map { directory in
            try DailyLog(directory: "\(directory)/access", days: settings.accessLogDays) { error in
                ServerLog.say("access-log-failed") { $0["error"] = .string("\(error)") }
            }
        }
        defer { access?.close() }
        var serving = ServerSettings(
            listen: settings.listen ?? ListenAddress(IPAddress("127.0.0.1")!, port: 8080),
            uploads: "\(data)/.uploads")
        try FileManager.default.createDirectory(
            atPath: serving.uploads, withIntermediateDirectories: true,
            attributes: [.posixPermissions: 0o700])
        serving.proxies = settings.proxies
        serving.isAlwaysSecure = settings.isAlwaysSecure
        serving.clock = SystemClock.now
        serving.refusalPage = { refusal, request in
            guard let request, API.isAsked(request) else { return portal.refused(refusal, request) }
            return API.refused(refusal, request)
        }
        serving.accessLog = { record in access?.write(record.line, at: record.arrival) }
        serving.failure = { ServerLog.failed($0, $1) }
        let webhooks = try begin(offices, settings)
        defer { for one in webhooks { one.stop() } }
        var router = portal.router
        api.add(to: &router)
        api.addOpen311(to: &router)
        let server = try Server(serving, router: router)
        try terminal.print(
            "Serving \(offices.codes.joined(separator: ", ")) on http://\(server.address)/")
        for warning in settings.warnings {
            try terminal.print("Warning: \(warning)", tone: .near)
            ServerLog.say("warning") { $0["says"] = .string(warning) }
        }
        for code in offices.codes { try warn(of: code, in: offices, on: terminal) }
        try terminal.flush()
        let watched = try settings.metrics.map { address in
            try Server(
                ServerSettings(listen: address, uploads: serving.uploads),
                router: HealthAnswers(offices, api).router)
        }
        defer { watched?.stop() }
        if let watched {
            ServerLog.say("metrics") { $0["address"] = .string("\(watched.address)") }
        }
        let housekeeping = Housekeeping(
            offices, backups: settings.backups, clock: SystemClock.now)
        defer { housekeeping.stop() }
        ServerLog.say("started") { $0["address"] = .string("\(server.address)") }
        let signal = TerminationSignal.wait()
        ServerLog.say("stopping") { $0["signal"] = .integer(Int(signal)) }
        let isClean = server.stop()
        ServerLog.say("stopped") { $0["clean"] = .boolean(isClean) }
        return .good
    }
}
