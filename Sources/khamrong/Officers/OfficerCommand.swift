import Events
import Rules
import Terminal
import Workflow

/// Appoints officers and helps those who cannot sign in: for whoever runs the machine.
struct OfficerCommand: Verb {
    static let name = "officer"
    static let summary = "appoint officers, dismiss them, set passwords, remove lost second factors"
    static let parameters = [action, officer]
    static let options =
        OfficePlace.options + [
            nameOption, roles, department, email, reason, all, passwordInput, Option.json,
        ]
    static let notes = """
        The first administrator of an office is appointed here; administrators appoint the others
        at the desk. A first password is printed once, or read from standard input, and must be
        changed at the first sign-in. While the office is served, all this goes through the server.

          khamrong officer add admin --name "นางสาวใจดี ทดสอบ" --roles administrator
          khamrong officer list
          khamrong officer password works-1
          khamrong officer second-factor works-1 --reason "โทรศัพท์หาย"
          khamrong officer dismiss works-1 --reason "โอนย้าย"
        """

    enum Action: String, CaseIterable {
        case add, list, password
        case secondFactor = "second-factor"
        case dismiss
    }

    private static let action = Parameter(
        "ACTION", "what to do; second-factor removes a lost one",
        words: Action.allCases.map(\.rawValue))
    private static let officer = Parameter(
        "OFFICER", "the officer’s id: letters, digits, hyphens; no person’s name",
        count: .atMostOne)
    private static let nameOption = Option(
        "name", "NAME", "given name and family name; needed for add")
    private static let roles = Option(
        "roles", "ROLES",
        "with commas between, of \(Role.ofOfficers.map(\.rawValue).joined(separator: ", "))")
    private static let department = Option("department", "CODE", "where the officer works")
    private static let email = Option(
        "email", "ADDRESS", "for news of work and for a forgotten password")
    private static let reason = Option(
        "reason", "TEXT", "why; needed for dismiss and second-factor")
    private static let all = Option(flag: "all", "list those who were dismissed too")
    private static let passwordInput = Option(
        flag: "password-stdin", "read the first password from standard input")

    private let place: OfficePlace
    private let act: OfficerAct
    private let isJSON: Bool

    init(_ arguments: Arguments) throws(UsageError) {
        place = try OfficePlace(arguments)
        isJSON = arguments.has(.json)
        let action = Action(rawValue: try arguments.required(Self.action)) ?? .list
        switch action {
        case .list:
            try arguments.needNone(Self.officer, with: "officer list")
            act = .list(all: arguments.has(Self.all))
        case .add: act = .add(try Self.appointment(arguments), Self.source(arguments))
        case .password:
            act = .password(try arguments.required(Self.officer), Self.source(arguments))
        case .secondFactor:
            act = .removeFactor(
                try arguments.required(Self.officer), because: try arguments.required(Self.reason))
        case .dismiss:
            act = .dismiss(
                try arguments.required(Self.officer), because: try arguments.required(Self.reason))
        }
    }

    func run(on terminal: Terminal) throws -> ExitCode {
        try explained { try act.perform(at: place, isJSON: isJSON, on: terminal) }
    }

    private static func source(_ arguments: Arguments) -> OfficerAct.PasswordSource {
        arguments.has(passwordInput) ? .input : .drawn
    }

    private static func appointment(
        _ arguments: Arguments
    ) throws(UsageError) -> OfficerAct.Appointment {
        let words = try arguments.required(roles).split(separator: ",").map(String.init)
        var found: [Role] = []
        for word in words {
            guard let role = Role(rawValue: word), Role.ofOfficers.contains(role) else {
                throw UsageError(
                    "--roles takes \(Role.ofOfficers.map(\.rawValue).joined(separator: ", ")), not "
                        + "“\(Printable.text(word))”",
                    closest: Spelling.closest(to: word, among: Role.ofOfficers.map(\.rawValue)))
            }
            found.append(role)
        }
        // The family name is what stands last: a title and a given name are written as one.
        guard let name = try arguments.line(nameOption) else {
            throw UsageError("officer add needs --name NAME")
        }
        let parts = name.split(separator: " ").map(String.init)
        guard let family = parts.last, parts.count > 1 else {
            throw UsageError("--name takes a given name and a family name")
        }
        var identity = Identity(
            givenName: parts.dropLast().joined(separator: " "), familyName: family)
        if let text = arguments[email] {
            guard let address = try? EmailAddress(text) else {
                throw UsageError("--email takes an e-mail address")
            }
            identity.email = address.text
        }
        return OfficerAct.Appointment(
            event: OfficeEvent.OfficerAppointed(
                officer: try arguments.required(officer), roles: found,
                department: arguments[department]),
            identity: identity)
    }
}
