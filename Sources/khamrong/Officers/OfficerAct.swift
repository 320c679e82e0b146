import Entries
import Events
import Rules
import Terminal
import Vault
import Workflow

/// One thing that is done about an officer.
enum OfficerAct: Equatable {
    case list(all: Bool)
    case add(Appointment, PasswordSource)
    case password(String, PasswordSource)
    case removeFactor(String, because: String)
    case dismiss(String, because: String)

    struct Appointment: Equatable {
        var event: OfficeEvent.OfficerAppointed
        var identity: Identity
    }

    /// Where a first password comes from; never from the command line, which others can see.
    enum PasswordSource: Equatable { case drawn, input }

    func perform(
        at place: OfficePlace, isJSON: Bool, on terminal: Terminal
    ) throws -> ExitCode {
        if case .list(let all) = self {
            try OfficerList.print(place, all: all, isJSON: isJSON, on: terminal)
            return .good
        }
        let (office, port) = try place.openForWriting(on: terminal)
        defer { port.close() }
        let logins = try OfficerLogins(office, port: port)
        let policy = try office.log.settings(of: place.office).passwordPolicy
        let now = SystemClock.now()
        switch self {
        case .list: break
        case .add(let appointment, let source):
            let (password, hash) = try source.password(policy)
            try logins.appoint(
                appointment.event, as: appointment.identity, passwordHash: hash, by: .system,
                at: now
            ).needAccepted()
            let officer = appointment.event.officer
            try Done(officer, mustChange: password, from: source).tell(isJSON, on: terminal)
            if DeskScope.isUnbound(
                appointment.event.roles, department: appointment.event.department)
            {
                terminal.note(
                    "Warning: without --department \(officer) sees the cases of every department.")
            }
        case .password(let officer, let source):
            let (password, hash) = try source.password(policy)
            try logins.setPassword(
                hash: hash, of: officer, via: .counter, by: .system, at: now
            ).needAccepted()
            try logins.endSessions(of: officer, why: .passwordChanged, by: .system, at: now)
            try Done(officer, mustChange: password, from: source).tell(isJSON, on: terminal)
        case .removeFactor(let officer, let reason):
            try logins.removeFactor(
                of: officer, because: Reason(text: reason), by: .system, at: now
            ).needAccepted()
            try Done(officer, "is signed out and sets another second factor at the next sign-in.")
                .tell(isJSON, on: terminal)
        case .dismiss(let officer, let reason):
            try logins.dismiss(
                officer, because: Reason(text: reason), by: .system, at: now
            ).needAccepted()
            try Done(officer, "is dismissed and signed out everywhere.")
                .tell(isJSON, on: terminal)
        }
        return .good
    }
}

/// What was done about an officer, for a person or for a program.
private struct Done {
    private let officer: String
    /// One that nobody knows until it is told.
    private var password: String?
    private let lines: [String]

    init(_ officer: String, _ words: String) {
        self.officer = officer
        lines = ["\(officer) \(words)"]
    }

    init(_ officer: String, mustChange password: String, from source: OfficerAct.PasswordSource) {
        self.officer = officer
        let isDrawn = source == .drawn
        self.password = isDrawn ? password : nil
        lines =
            (isDrawn ? ["First password of \(officer), shown this once: \(password)"] : [])
            + ["It must be changed at the first sign-in, on /<office>/desk/sign-in."]
    }

    func tell(_ isJSON: Bool, on terminal: Terminal) throws {
        guard isJSON else { return try lines.forEach { try terminal.print($0) } }
        try terminal.print(
            .object { fields in
                fields["officer"] = .string(officer)
                fields["password"] = password.map { .string($0) }
            })
    }
}

extension OfficerAct.PasswordSource {
    /// A first password with its hash. One that is read must be one that the office takes.
    fileprivate func password(_ policy: PasswordPolicy) throws -> (text: String, hash: String) {
        let text: String
        switch self {
        case .drawn: text = OfficerLogins.initialPassword()
        case .input:
            guard let line = readLine(), !line.isEmpty else {
                throw Failure("there is no password on standard input; nothing was changed")
            }
            if let fault = policy.faults(of: line).first {
                throw Failure(fault.wording.inBoth)
            }
            text = line
        }
        return (text, try PasswordHasher().hash(text))
    }
}

extension CommandOutcome {
    /// Ends the command with the reason where it was not accepted.
    fileprivate func needAccepted() throws {
        if case .unknown = self {
            throw Failure(
                words,
                hint: "“khamrong officer list” shows whether it was recorded; who is there without "
                    + "a password gets one by “khamrong officer password”")
        }
        guard case .accepted = self else { throw Failure(words) }
    }
}
