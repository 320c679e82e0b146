import Entries
import Foundation
import Projections
import SQLite
import TestSupport
import Testing

/// A log with views that follow it, in a directory of their own.
struct Views: ~Copyable {
    let scratch: Scratch
    let log: OfficeLog
    let runner: ViewRunner
    let directory: ViewDirectory

    init(_ log: OfficeLog = OfficeLog(), views: [ViewName] = ViewName.allCases) throws {
        let scratch = try Scratch()
        let directory = try ViewDirectory(scratch.path("views"))
        self.log = log
        self.directory = directory
        runner = ViewRunner(
            directory: directory, source: log.source, open: log.opener, views: views)
        self.scratch = scratch
    }

    /// Brings the views to the head and insists that none has stopped.
    func catchUp() throws {
        try runner.catchUp()
        for view in ViewName.allCases {
            if let failure = runner.status(of: view).failure { throw failure }
        }
    }

    func read<Result>(_ view: ViewName, _ body: (Database) throws -> Result) throws -> Result {
        try #require(try ViewReader(view, in: directory).read(body))
    }

    func digest(_ view: ViewName) throws -> ViewDigest {
        try #require(try ViewReader(view, in: directory).digest())
    }

    /// The first column of the rows of a query.
    func texts(_ view: ViewName, _ sql: String) throws -> [String] {
        try read(view) { try $0.rows(sql) { $0.text(0) } }
    }
}
