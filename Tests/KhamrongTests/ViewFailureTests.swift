import EventLog
import Foundation
import Projections
import SQLite
import TestSupport
import Testing
import Workflow

/// What the program does when a view is not what it should be: it makes it anew.
@Suite(.timeLimit(.minutes(10))) struct ViewFailureTests {
    private func file(_ town: borrowing Town, _ view: ViewName) -> String {
        URL(filePath: "\(town.paths.views)/\(view.rawValue).sqlite").resolvingSymlinksInPath().path
    }

    private func filled() throws -> Town {
        let town = try Town()
        let result = try Shell.khamrong(
            try town.history(cases: 20) + ["--data", town.paths.data])
        #expect(result.status == 0)
        return town
    }

    @Test func `a damaged view comes back by itself, as it was`() throws {
        let town = try filled()
        let digests = try town.run("digest")
        #expect(digests.status == 0)
        for view in ViewName.allCases {
            try Data(repeating: 0x2A, count: 9000).write(to: URL(filePath: file(town, view)))
        }
        let again = try town.run("digest")
        #expect(again.status == 0)
        for view in ViewName.allCases {
            #expect(again.errors.contains("\(view.rawValue) was damaged"))
        }
        #expect(again.output == digests.output)
        #expect(try town.run("verify", "--views").status == 0)
    }

    @Test(arguments: ["cases", "cases_by_rank", "cases_by_entry"])
    func `a damaged page of a table or an index is found, and goes with a rebuild`(
        tree: String
    ) throws {
        let town = try filled()
        let path = file(town, .officerQueue)
        let (page, size) = try #require(
            try Database(path: path, mode: .read).first(
                """
                SELECT rootpage, (SELECT page_size FROM pragma_page_size) FROM sqlite_schema
                WHERE name = ?
                """, tree
            ) { ($0.int(0), $0.int(1)) })
        var bytes = try Data(contentsOf: URL(filePath: path))
        let place = (page - 1) * size..<page * size
        bytes.replaceSubrange(place, with: Data(repeating: 0x2A, count: size))
        try bytes.write(to: URL(filePath: path))
        let found = try town.run("rebuild", "officer-queue", "--dry-run")
        #expect(found.status == 1)
        #expect(found.errors.hasPrefix("khamrong: the file of officer-queue is damaged: "))
        #expect(try town.run("verify", "--views").status == 1)
        #expect(try town.run("rebuild", "officer-queue").status == 0)
        #expect(try town.run("verify", "--views").status == 0)
    }

    @Test(
        arguments: [
            (
                ViewName.officerQueue,
                "INSERT INTO counts VALUES ('awaits-citizen', 'nowhere', 0, 7)"
            ),
            (.search, "INSERT INTO names(rowid, name) VALUES (99999, 'KT9999999999999')"),
        ])
    func `sums and words that no row stands behind are found, and go with a rebuild`(
        view: ViewName, change: String
    ) throws {
        let town = try filled()
        do {
            let database = try Database(path: file(town, view), mode: .write)
            try database.run(change)
        }
        let found = try town.run("rebuild", view.rawValue, "--dry-run")
        #expect(found.status == 1)
        #expect(try town.run("verify", "--views").status == 1)
        #expect(try town.run("rebuild", view.rawValue).status == 0)
        #expect(try town.run("rebuild", view.rawValue, "--dry-run").status == 0)
    }

    @Test(arguments: ["epoch = 99", "version = 99", "rules = 99", "position = 9999"])
    func `a view of another log or version is made anew`(change: String) throws {
        let town = try filled()
        let digests = try town.run("digest")
        let old = file(town, .officerQueue)
        do {
            let database = try Database(path: old, mode: .write)
            try database.run("UPDATE checkpoint SET \(change)")
        }
        #expect(try town.run("digest").output == digests.output)
        #expect(file(town, .officerQueue) != old)
    }

    @Test func `views that were deleted come back`() throws {
        let town = try filled()
        let digests = try town.run("digest")
        try FileManager.default.removeItem(atPath: town.paths.views)
        #expect(try town.run("digest").output == digests.output)
    }

    @Test func `a row that nobody recorded is found by verify and goes with a rebuild`() throws {
        let town = try filled()
        do {
            let database = try Database(path: file(town, .reporting), mode: .write)
            try database.run(
                "DELETE FROM petition_rows WHERE number IN (SELECT number FROM petition_rows LIMIT 1)"
            )
        }
        let verified = try town.run("verify", "--views")
        #expect(verified.status == 1)
        #expect(
            verified.output.hasPrefix(
                "the view reporting is not what the log says; other in its table petition_rows: 1 ("
            ))
        #expect(try town.run("rebuild", "reporting").status == 0)
        #expect(try town.run("verify", "--views").status == 0)
    }

    @Test func `a dry run says up to where it has compared`() throws {
        let town = try filled()
        let head = try Office(reading: town.paths).log.head
        let whole = try town.run("rebuild", "search", "--dry-run")
        #expect(whole.status == 0)
        #expect(
            whole.output.contains("search: compared up to position \(head), the end of the log"))
        try town.append(type: "th.khamrong.petition.submitted", at: Town.now())
        let behind = try town.run("rebuild", "search", "--dry-run", "--json")
        #expect(behind.output.contains(#""position":\#(head),"#))
        #expect(behind.errors.contains("compared up to position \(head), where its file stands"))
        #expect(behind.errors.contains("the log goes on to \(head + 1)"))
    }
}
