import Entries
import EventLog
import Events
import Foundation
import Projections
import SQLite
import TestSupport
import Testing
import Vault
import Workflow

/// What becomes of a data directory that another version of the product wrote.
@Suite(.timeLimit(.minutes(10))) struct UpgradeTests {
    private static func place(_ town: borrowing Town) throws -> VaultPlace {
        VaultPlace(
            directory: town.paths.vault, keys: town.paths.keys, data: town.paths.data,
            office: try Office(reading: town.paths).log.origin)
    }

    private static func view(_ view: ViewName, _ town: borrowing Town) -> String {
        URL(filePath: "\(town.paths.views)/\(view.rawValue).sqlite").resolvingSymlinksInPath().path
    }

    /// The directory as earlier versions left it: their views, no table or file that came later.
    private func makeOlder(_ town: borrowing Town) throws {
        for view in ViewName.allCases {
            let database = try Database(path: Self.view(view, town), mode: .write)
            try database.run("UPDATE checkpoint SET version = version - 1, rules = rules - 1")
        }
        do {
            let queue = try Database(path: Self.view(.officerQueue, town), mode: .write)
            try queue.run("DROP TABLE counts")
        }
        do {
            let sessions = try Database(
                path: SideFile.sessions.path(in: town.paths), mode: .write)
            try sessions.run("DROP TRIGGER devices_go")
            try sessions.run("DROP TABLE devices")
            let accounts = try Database(path: "\(town.paths.vault)/accounts.sqlite", mode: .write)
            try accounts.run("DROP TABLE second_factors")
        }
        for file in [SideFile.reads, .webhooks, .outbox, .drafts, .codes] {
            for end in ["", "-wal", "-shm"] {
                try? FileManager.default.removeItem(atPath: file.path(in: town.paths) + end)
            }
        }
        try? FileManager.default.removeItem(atPath: town.paths.snapshots)
    }

    @Test func `an office of an earlier version goes on with all that it had`() throws {
        let town = try Town()
        try town.fileOne()
        let imported = try Shell.khamrong(
            try town.history(cases: 20) + ["--data", town.paths.data])
        try #require(imported.status == 0)
        let number = try #require(try filedNumber(town))
        // What was issued before its kinds were a closed list.
        try town.append(
            type: "th.khamrong.petition.document-issued.v1", to: "petition/\(number)",
            data: #"{"document":"license","number":"15/2567"}"#)
        try #require(try town.serve().status == 0)
        let token = try Sessions(Self.place(town)).begin(
            of: "somebody", at: Town.now(), lifetimeMilliseconds: 3_600_000)
        let before = try town.run("digest")
        try #require(before.status == 0)
        let log = try EventLog.open(at: town.paths.log)
        let (head, root) = (try log.head, try log.rootHash(atSize: UInt64(log.head)))
        try makeOlder(town)

        let after = try town.run("digest")
        #expect(after.status == 0, "\(after.errors)")
        #expect(after.output == before.output)
        let served = try town.serve()
        #expect(served.status == 0, "\(served.output)")
        #expect(!served.output.contains("damaged"))
        #expect(try town.run("verify", "--views").status == 0)
        #expect(try log.rootHash(atSize: UInt64(head)) == root)

        let session = try Sessions(Self.place(town)).session(token, at: Town.now())
        #expect(session?.account == "somebody")
        let office = try Office(reading: town.paths)
        let file = try #require(try office.file(of: number))
        #expect(file.text?.subject == "ไฟถนนดับ")
        #expect(file.petitioner?.givenName == "สมชาย")
        #expect(file.documents.map(\.data.kind) == [.licence])
        // A second start finds nothing left to do.
        #expect(try town.run("digest").errors.isEmpty)
    }

    private func filedNumber(_ town: borrowing Town) throws -> String? {
        var found: String?
        try EventLog.open(at: town.paths.log).events { event in
            if case .petition(.submitted(let data)) = event.event, data.source == nil {
                found = data.number
            }
        }
        return found
    }

    @Test(arguments: [
        "vault/keys.sqlite", "vault/accounts.sqlite", "vault/sessions.sqlite",
        "vault/codes.sqlite", "drafts/drafts.sqlite", "outbox.sqlite", "webhooks.sqlite",
    ])
    func `a file of a newer version is named and left as it is`(name: String) throws {
        let town = try Town()
        try #require(try town.serve().status == 0)
        let path = "\(town.paths.office)/\(name)"
        // The way in which a file is written stands in its first page: it is to stay.
        var settings = Database.Settings()
        if name.hasPrefix("vault/"), !name.hasSuffix("sessions.sqlite") {
            settings.journal = .delete
        }
        let format: Int
        do {
            let database = try Database(path: path, mode: .write, settings: settings)
            format = try #require(try database.first("PRAGMA user_version") { $0.int(0) })
            try database.execute("PRAGMA user_version = 99")
        }
        let bytes = try Data(contentsOf: URL(filePath: path))
        let refused = try town.serve()
        #expect(refused.status == 4)
        #expect(
            refused.output.contains(
                "\(path) has format 99, which is newer than this program; nothing was changed"),
            "\(refused.output)")
        #expect(refused.output.contains("use the version that wrote it, or a newer one"))
        #expect(try Data(contentsOf: URL(filePath: path)) == bytes)
        do {
            let database = try Database(path: path, mode: .write, settings: settings)
            try database.execute("PRAGMA user_version = \(format)")
        }
        #expect(try town.serve().status == 0)
    }
}
