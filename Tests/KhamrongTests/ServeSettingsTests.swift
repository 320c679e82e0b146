import Foundation
import Terminal
import TestSupport
import Testing
import Workflow

@testable import khamrong

/// How a server is set up, looked at before anything is opened.
@Suite struct ServeSettingsTests {
    private func settings(
        _ text: String, _ environment: [String: String] = [:]
    ) throws -> ServeSettings {
        let scratch = try Scratch()
        let path = scratch.path("server.conf")
        try Data(text.utf8).write(to: URL(filePath: path))
        return try ServeSettings(file: path, environment: environment)
    }

    @Test func `the environment goes before the file`() throws {
        let settings = try settings(
            "# the portal\nlisten = 127.0.0.1:9000\nsite = https://kathu.go.th\n",
            ["KHAMRONG_LISTEN": "127.0.0.1:9001", "KHAMRONG_ALWAYS_SECURE": "yes", "LISTEN": "no"])
        #expect(settings.listen.map { "\($0)" } == "127.0.0.1:9001")
        #expect(settings.site == "https://kathu.go.th")
        #expect(settings.isAlwaysSecure)
        #expect(settings.accessLogDays == 90)
    }

    @Test(arguments: [
        ("\nlistn = 127.0.0.1:80", "line 2: there is no setting “listn”; “listen”?"),
        ("listen = here", "line 1: “here” is not an address and port like 127.0.0.1:8080"),
        ("listen", "line 1: “listen” is not “name = value”"),
        ("site = https://a.go.th\nsite = https://b.go.th", "line 2: “site” stands there twice"),
        ("access-log-days = 30", "line 1: "), ("always-secure = perhaps", "line 1: "),
        ("trusted-proxies = 10.0.0.0/99", "line 1: "), ("smtp.host = mail.example.com", "smtp"),
    ])
    func `what cannot work is named with its place, and nothing starts`(
        text: String, says: String
    ) throws {
        let failure = try #require(throws: Failure.self) { try settings(text) }
        #expect(failure.message.contains(says), "\(failure.message)")
        #expect(failure.hint == "nothing was started" && failure.code == .usage)
    }

    @Test func `a variable that cannot work is named`() throws {
        let failure = try #require(throws: Failure.self) {
            try settings("", ["KHAMRONG_ACCESS_LOG_DAYS": "89"])
        }
        #expect(failure.message.hasPrefix("KHAMRONG_ACCESS_LOG_DAYS: "))
    }

    @Test func `the nightly backups go where the settings say, and are kept so long`() throws {
        let none = try settings("").backups
        #expect(none.directory == nil && none.vaultDirectory == nil && none.vaultCopy == nil)
        #expect(none.days == BackupPlan().days)
        let plan = try settings(
            """
            backup = /backup/log
            vault-backup = /backup/vault
            vault-copy = /other/vault
            backup-days = 7
            """, ["KHAMRONG_BACKUP": "/elsewhere"]
        ).backups
        #expect(plan.directory == "/elsewhere" && plan.vaultDirectory == "/backup/vault")
        #expect(plan.vaultCopy == "/other/vault" && plan.days == 7)
        #expect(plan.isUsable(data: "/data", keys: "/keys"))
        for days in ["0", "\(BackupPlan.mostDays + 1)", "many"] {
            #expect(throws: Failure.self) { try settings("backup-days = \(days)") }
        }
        #expect(throws: Failure.self) { try settings("backup = here") }
    }

    @Test(arguments: [
        ("backup = /data/backup", "/data", "/keys"), ("vault-copy = /keys", "/data", "/keys"),
        ("backup = /b\nvault-backup = /b/vault", "/data", "/keys"),
        ("backup = /srv", "/srv/data", "/keys"),
    ]) func `no backup lies in another, in the data or beside the keys`(
        text: String, data: String, keys: String
    ) throws {
        #expect(try !settings(text).backups.isUsable(data: data, keys: keys))
    }

    @Test func `an office without an access log is warned of the law`() throws {
        let warning = try #require(try settings("").warnings.first)
        for word in ["“logs”", "90 days", "Computer Crime Act"] { #expect(warning.contains(word)) }
        #expect(try settings("logs = /var/log/khamrong").warnings == [])
        #expect(try settings("", ["KHAMRONG_LOGS": "/var/log/khamrong"]).warnings == [])
    }

    @Test func `a variable that names no setting is warned of, with the one that was meant`() throws
    {
        let warnings = try settings(
            "logs = /var/log/khamrong",
            ["KHAMRONG_LISTN": "127.0.0.1:1", "KHAMRONG_SITE": "https://a.example", "HOME": "/"]
        ).warnings
        #expect(
            warnings == ["No setting is named by the variable KHAMRONG_LISTN; KHAMRONG_LISTEN?"])
    }

    @Test func `the warning is said at the start, and the office served`() throws {
        let town = try Town()
        let printed = Pipe(), noted = Pipe()
        let server = try Shell.start(
            ["serve", "--listen", "127.0.0.1:0", "--data", town.paths.data], output: printed,
            errors: noted)
        // It says where it is served, then the warning, and both before it takes anybody in.
        var output = ""
        while !output.contains("Warning:") || !output.hasSuffix("\n") {
            let more = printed.fileHandleForReading.availableData
            guard !more.isEmpty else { break }
            output += String(decoding: more, as: UTF8.self)
        }
        server.terminate()
        server.waitUntilExit()
        let notes = String(
            decoding: noted.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        #expect(output.contains("Serving KT on http://127.0.0.1:"))
        #expect(output.contains("Warning: No access log is kept"))
        #expect(notes.contains("\"event\":\"warning\"") && notes.contains("section 26"))
        #expect(server.terminationStatus == 0)
    }

    @Test func `a file that cannot be read is named`() throws {
        let failure = try #require(throws: Failure.self) {
            try ServeSettings(file: "/nowhere/server.conf", environment: [:])
        }
        #expect(
            failure.message
                == "/nowhere/server.conf: the file cannot be read: No such file or directory")
    }
}
