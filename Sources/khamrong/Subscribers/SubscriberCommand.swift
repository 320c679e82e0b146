import API
import Entries
import Events
import Rules
import Terminal
import Workflow

/// Connects other systems: for whoever runs the machine.
struct SubscriberCommand: Verb {
    static let name = "subscriber"
    static let summary = "connect other systems, say what they may do, and disconnect them"
    static let parameters = [action, subscriber]
    static let options =
        OfficePlace.options + [
            nameOption, scopes, types, categories, departments, roles, department, perMinute,
            address, Option.json,
        ]
    static let notes = """
        A key is shown when a system is added and when its key is replaced; the one before is worth
        nothing from then on, and streams that it opened end within 15 seconds. Whoever has a key
        reads what its scopes allow, at /<office>/v1: keep it like a password.

          khamrong subscriber add city-dashboard --name "แดชบอร์ดเมือง"
          khamrong subscriber add works-map --name "แผนที่งานช่าง" --types th.khamrong.petition.
          khamrong subscriber add road-crew --name "ซ่อมถนน" --categories road,drain
          khamrong subscriber add street-lamps --name "ระบบไฟฟ้าสาธารณะ" \\
              --scopes petitions:read,petitions:file,petitions:act --roles handler --department works
          khamrong subscriber key city-dashboard
          khamrong subscriber remove works-map
        """

    private enum Action: String, CaseIterable { case add, list, key, remove }

    private static let action = Parameter(
        "ACTION", "what to do; key replaces the key", words: Action.allCases.map(\.rawValue))
    private static let subscriber = Parameter(
        "SYSTEM", "the system’s id: letters, digits, hyphens", count: .atMostOne)
    private static let nameOption = Option("name", "NAME", "what people call it; needed for add")
    private static let scopes = Option(
        "scopes", "SCOPES",
        "with commas between, of \(ClientScope.allCases.map(\.rawValue).joined(separator: ", ")); "
            + "default: \(ClientScope.events.rawValue)")
    private static let types = Option(
        "types", "TYPES", "beginnings of the event types that it may read; default: all")
    private static let categories = Option(
        "categories", "CODES",
        "it hears of cases about one of these alone, with commas between; default: of everything")
    private static let departments = Option(
        "departments", "CODES",
        "it hears of cases with one of these departments alone; default: of everything")
    private static let roles = Option(
        "roles", "ROLES",
        "with commas between: as what it acts in petitions, like an officer; default: none")
    private static let department = Option(
        "department", "CODE", "the department that it works in; default: all of them")
    private static let perMinute = Option(
        "per-minute", "N", "requests that it may make in a minute; default: 600")

    private static let address = Option(
        "address", "URL", "where events are sent, https://…; default: nowhere")

    private let place: OfficePlace
    private let action: Action
    private let code: String
    private let added: OfficeEvent.SubscriberSet
    private let isJSON: Bool

    init(_ arguments: Arguments) throws(UsageError) {
        place = try OfficePlace(arguments)
        isJSON = arguments.has(.json)
        action = Action(rawValue: try arguments.required(Self.action)) ?? .list
        if action == .list { try arguments.needNone(Self.subscriber, with: "subscriber list") }
        code = action == .list ? "" : try arguments.required(Self.subscriber)
        var added = OfficeEvent.SubscriberSet(subscriber: code, name: "")
        if action == .add {
            guard let name = try arguments.line(Self.nameOption) else {
                throw UsageError("subscriber add needs --name NAME")
            }
            added.name = name
            added.scopes = try Self.scopes(arguments[Self.scopes] ?? ClientScope.events.rawValue)
            added.types = Self.list(arguments[Self.types] ?? "")
            added.categories = Self.list(arguments[Self.categories] ?? "")
            added.departments = Self.list(arguments[Self.departments] ?? "")
            added.roles = try Self.list(arguments[Self.roles] ?? "").map(Self.role)
            added.address = arguments[Self.address]
            added.department = arguments[Self.department]
            added.perMinute = try arguments[Self.perMinute].map(Self.number)
        }
        self.added = added
    }

    private static func list(_ text: String) -> [String] {
        text.split(separator: ",").map(String.init)
    }

    private static func role(_ word: String) throws(UsageError) -> Role {
        guard let role = Role(rawValue: word) else {
            throw UsageError(
                "--roles takes \(Role.allCases.map(\.rawValue).joined(separator: ", ")), not "
                    + "“\(Printable.text(word))”",
                closest: Spelling.closest(to: word, among: Role.allCases.map(\.rawValue)))
        }
        return role
    }

    private static func number(_ text: String) throws(UsageError) -> Int {
        guard let number = Int(text), number > 0 else {
            throw UsageError("--per-minute takes a whole number above 0")
        }
        return number
    }

    private static func scopes(_ text: String) throws(UsageError) -> [String] {
        for word in list(text) where ClientScope(rawValue: word) == nil {
            throw UsageError(
                "--scopes takes \(ClientScope.allCases.map(\.rawValue).joined(separator: ", "))")
        }
        return list(text)
    }

    func run(on terminal: Terminal) throws -> ExitCode {
        try explained {
            if action == .list {
                try list(on: terminal)
                return .good
            }
            let (office, port) = try place.openForWriting(on: terminal)
            defer { port.close() }
            let known = try office.log.settings(of: place.office).subscribers[code]
            let event: OfficeEvent
            switch action {
            case .add:
                guard known == nil else { throw Failure("there is a system \(code) already") }
                event = .subscriberSet(withNewSecret(added))
            case .key:
                guard let known else { throw Failure("there is no system \(code)") }
                event = .subscriberSet(withNewSecret(known))
            case .remove, .list: event = .subscriberRemoved(.init(subscriber: code))
            }
            let outcome = port.submitAndWait([
                Draft(.office(OfficeCommand(event)), by: .system, at: SystemClock.now())
            ])[0]
            guard case .accepted = outcome else { throw Failure(outcome.words) }
            var secrets: Secrets?
            if case .subscriberSet(let data) = event { secrets = try Secrets(of: data, office) }
            try tell(secrets, on: terminal)
            return .good
        }
    }

    /// What is told once, when it is made.
    private struct Secrets {
        let key: String
        /// Nil where nothing is sent to the system.
        let signing: String?

        init(of data: OfficeEvent.SubscriberSet, _ office: Office) throws {
            let keys = try SubscriberKeys(office.vault)
            key = keys.key(of: data) ?? ""
            signing = data.address == nil ? nil : keys.signingSecret(of: data)
        }
    }

    private func tell(_ secrets: Secrets?, on terminal: Terminal) throws {
        if isJSON {
            return try terminal.print(
                .object { fields in
                    fields["subscriber"] = .string(code)
                    fields["key"] = secrets.map { .string($0.key) }
                    fields["signing_secret"] = secrets?.signing.map { .string($0) }
                })
        }
        guard let secrets else { return try terminal.print("\(code) is disconnected.") }
        try terminal.print("Key of \(code), shown this once: \(secrets.key)")
        guard let signing = secrets.signing else { return }
        try terminal.print("Secret of its signatures: \(signing)")
    }

    /// Each list narrows what the others leave.
    private static func extent(of data: OfficeEvent.SubscriberSet) -> String {
        let lists = [data.types, data.categories, data.departments].filter { !$0.isEmpty }
        return lists.isEmpty
            ? "everything" : lists.map { $0.joined(separator: ",") }.joined(separator: " & ")
    }

    /// The name of a secret is the moment it was made: no two are the same.
    private func withNewSecret(_ data: OfficeEvent.SubscriberSet) -> OfficeEvent.SubscriberSet {
        var data = data
        data.secret = "k\(SystemClock.now().milliseconds)"
        return data
    }

    private func list(on terminal: Terminal) throws {
        let office = try Office(reading: place.paths)
        let standings = try WebhookDesk(office, at: SystemClock.now())
            .standings(of: office.log.settings(of: place.office).subscribers.values)
        if isJSON { return try terminal.print(.array(standings.map(\.json))) }
        guard !standings.isEmpty else {
            return try terminal.print("No other system is connected.")
        }
        var table = Table([
            Table.Column("system", .whole), Table.Column("name"), Table.Column("may"),
            Table.Column("hears of"), .number("requests"), Table.Column("last", .whole),
        ])
        for standing in standings {
            let data = standing.system
            table.add([
                Table.Cell(data.subscriber), Table.Cell(data.name),
                Table.Cell(data.scopes.joined(separator: ",")),
                Table.Cell(Self.extent(of: data)), .count(standing.usage?.requests ?? 0),
                Table.Cell(standing.usage?.last.display(.short) ?? "never"),
            ])
        }
        try terminal.print(table)
    }
}

extension SystemStanding {
    fileprivate var json: JSON {
        .object { fields in
            fields["subscriber"] = .string(system.subscriber)
            fields["name"] = .string(system.name)
            fields["scopes"] = .array(system.scopes.map { .string($0) })
            fields["types"] = .array(system.types.map { .string($0) })
            fields["categories"] = .array(system.categories.map { .string($0) })
            fields["departments"] = .array(system.departments.map { .string($0) })
            fields["requests"] = .integer(usage?.requests ?? 0)
            fields["last_used"] = usage.map { .string("\($0.last)") }
        }
    }
}
