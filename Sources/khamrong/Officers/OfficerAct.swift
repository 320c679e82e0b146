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
            try tell(password, of: appointment.event.officer, source, on: terminal)
            if DeskScope.isUnbound(
                appointment.event.roles, department: appointment.event.department)
            {
                try terminal.print(
                    "Warning: without --department \(appointment.event.officer) sees the cases of "
                        + "every department.")
            }
        case .password(let officer, let source):
            let (password, hash) = try source.password(policy)
            try logins.setPassword(
                hash: hash, of: officer, via: .counter, by: .system, at: now
            ).needAccepted()
            try logins.endSessions(of: officer, why: .passwordChanged, by: .system, at: now)
            try tell(password, of: officer, source, on: terminal)
        case .removeFactor(let officer, let reason):
            try logins.removeFactor(
                of: officer, because: Reason(text: reason), by: .system, at: now
            ).needAccepted()
            try terminal.print(
                "\(officer) is signed out and sets another second factor at the next sign-in.")
        case .dismiss(let officer, let reason):
            try logins.dismiss(
                officer, because: Reason(text: reason), by: .system, at: now
            ).needAccepted()
            try terminal.print("\(officer) is dismissed and signed out everywhere.")
        }
        return .good
    }

    private func tell(
        _ password: String, of officer: String, _ source: PasswordSource, on terminal: Terminal
    ) throws {
        if source == .drawn {
            try terminal.print("First password of \(officer), shown this once: \(password)")
        }
        try terminal.print("It must be changed at the first sign-in, on /<office>/desk/sign-in.")
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
