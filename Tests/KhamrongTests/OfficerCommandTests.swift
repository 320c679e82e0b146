import Entries
import EventLog
import Events
import Foundation
import Rules
import TestSupport
import Testing
import Vault
import Workflow

/// The first administrator, and whoever cannot sign in, from the command line.
@Suite(.timeLimit(.minutes(10))) struct OfficerCommandTests: ~Copyable {
    private let town: Town

    init() throws { town = try Town() }

    private let add = [
        "officer", "add", "admin", "--name", "นางสาวใจดี ทดสอบ", "--roles", "administrator,dpo",
        "--department", "clerk", "--email", "admin@example.org",
    ]

    private func run(_ words: [String], input: String? = nil) throws -> Shell.Result {
        try Shell.khamrong(words + ["--data", "\(town.root)/data"], input: input)
    }

    private func settings() throws -> OfficeSettings {
        try EventLog.open(at: town.paths.log).settings(of: "KT")
    }

    /// The password that was printed.
    private func password(_ result: Shell.Result) throws -> String {
        let found = try #require(result.output.firstMatch(of: #/once: ([0-9A-Z-]{17})\n/#))
        return String(found.output.1)
    }

    /// Whether a password is the officer's now.
    private func isRight(_ password: String, of officer: String) throws -> Bool {
        let office = try Office(reading: town.paths)
        let hash = try Accounts(office.vault).passwordHash(of: OfficerLogin.account(of: officer))
        return try PasswordHasher().verify(password, against: hash)
    }

    @Test func `an office gets its first administrator, whose password is printed once`() throws {
        let added = try run(add)
        #expect(added.status == 0, "\(added.errors)")
        let password = try password(added)
        #expect(try isRight(password, of: "admin"))
        let officer = try #require(try settings().activeOfficer("admin"))
        #expect(officer.roles == [.administrator, .dpo] && officer.department == "clerk")
        #expect(officer.isPasswordInitial && !officer.hasSecondFactor)
        #expect(!added.output.contains("Warning"))
        let listed = try run(["officer", "list"])
        #expect(listed.output.contains("นางสาวใจดี ทดสอบ"))
        #expect(listed.output.contains("first password"))
        let json = try run(["officer", "list", "--json"])
        #expect(json.output.contains(#""officer":"admin""#))
        // Neither the name nor the password lies in the clear in what the log keeps.
        let bytes = try Data(contentsOf: town.dataFile)
        #expect(bytes.firstRange(of: Data("ใจดี".utf8)) == nil)
        #expect(bytes.firstRange(of: Data(password.utf8)) == nil)
        let again = try run(add)
        #expect(again.status == 4 && again.errors.contains("admin"))
        #expect(try isRight(password, of: "admin"), "a refused appointment changes no password")
    }

    @Test func `a password is read from standard input and never from the command line`() throws {
        let added = try run(add + ["--password-stdin"], input: "Given#Desk-2569\nrest\n")
        #expect(added.status == 0, "\(added.errors)")
        #expect(!added.output.contains("Given#Desk-2569"))
        #expect(try isRight("Given#Desk-2569", of: "admin"))
        let weak = try run(["officer", "password", "admin", "--password-stdin"], input: "short\n")
        #expect(weak.status == 4 && weak.errors.contains("at least 8"))
        let nothing = try run(["officer", "password", "admin", "--password-stdin"], input: "")
        #expect(nothing.status == 4 && nothing.errors.contains("nothing was changed"))
        #expect(try isRight("Given#Desk-2569", of: "admin"))
    }

    @Test func `all this goes through the process that serves the office`() throws {
        let (office, port) = try Office.open(town.paths, clock: Town.now)
        defer { port.close() }
        let sessions = try Sessions(office.vault.place)
        #expect(try run(add).status == 0)
        _ = try sessions.begin(
            of: OfficerLogin.account(of: "admin"), at: Town.now(), lifetimeMilliseconds: 3_600_000)
        let set = try run(["officer", "password", "admin"])
        #expect(set.status == 0, "\(set.errors)")
        #expect(try isRight(try password(set), of: "admin"))
        let account = OfficerLogin.account(of: "admin")
        #expect(try sessions.list(of: account, at: Town.now()) == [])
        let ended = try office.log.readStream("office/KT", afterVersion: 0, limit: 10_000)
            .compactMap { entry -> OfficeEvent.OfficerSessionsEnded? in
                let event = try RecordedEvent.read(entry).event
                if case .office(.officerSessionsEnded(let data)) = event { return data }
                return nil
            }
        #expect(ended == [.init(officer: "admin", why: .passwordChanged, sessions: 1)])
    }

    @Test func `a lost second factor is removed with its reason`() throws {
        #expect(try run(add).status == 0)
        let words = ["officer", "second-factor", "admin", "--reason", "โทรศัพท์หาย"]
        let none = try run(words)
        #expect(none.status == 4, "there is none yet")
        let (office, port) = try Office.open(town.paths, clock: Town.now)
        let set = OfficeEvent.secondFactorSet(.init(officer: "admin"))
        _ = port.perform(Draft(.office(OfficeCommand(set)), by: .system, at: Town.now()))
        port.close()
        #expect(try office.log.settings(of: "KT").activeOfficer("admin")?.hasSecondFactor == true)
        #expect(try run(Array(words.dropLast(2))).status == 2, "without a reason")
        let removed = try run(words)
        #expect(removed.status == 0, "\(removed.errors)")
        #expect(try settings().activeOfficer("admin")?.hasSecondFactor == false)
    }

    @Test func `who is dismissed has no password left, and one administrator stays`() throws {
        #expect(try run(add).status == 0)
        let words = ["officer", "dismiss", "admin", "--reason", "โอนย้าย"]
        let last = try run(words)
        #expect(last.status == 4 && last.errors.contains("There must be an administrator"))
        let other = [
            "officer", "add", "admin-2", "--name", "นายดี ทดสอบ", "--roles", "administrator",
        ]
        #expect(try run(other).status == 0)
        #expect(try run(words).status == 0)
        #expect(try settings().activeOfficer("admin") == nil)
        let office = try Office(reading: town.paths)
        let account = OfficerLogin.account(of: "admin")
        #expect(try Accounts(office.vault).passwordHash(of: account) == nil)
        #expect(try run(["officer", "list"]).output.contains("admin-2"))
        #expect(try !run(["officer", "list"]).output.contains("dismissed"))
        #expect(try run(["officer", "list", "--all"]).output.contains("dismissed"))
    }

    @Test(arguments: [
        ["officer", "add", "x", "--roles", "administrator"],
        ["officer", "add", "x", "--name", "One", "--roles", "administrator"],
        ["officer", "add", "x", "--name", "A B", "--roles", "citizen"],
        ["officer", "add", "x", "--name", "A B", "--roles", "administrator", "--email", "no"],
        ["officer", "add", "--name", "A B", "--roles", "administrator"],
        ["officer", "password"], ["officer", "dismiss", "x"], ["officer", "promote", "x"],
    ]) func `what is not understood is said before anything is opened`(words: [String]) throws {
        #expect(try run(words).status == 2)
    }

    @Test func `nobody is appointed by an id that cannot be one, and unknown ones are named`()
        throws
    {
        var words = add
        words[2] = "ใจดี"
        #expect(try run(words).status == 4)
        let unknown = try run(["officer", "password", "nobody-1"])
        #expect(unknown.status == 4 && unknown.errors.contains("nobody-1"))
    }
}
