internal import Files
internal import SQLite

/// A database beside the log that a process of the office cannot do without.
package enum SideFile: String, CaseIterable, Sendable {
    case drafts, outbox, reads, sessions, codes, webhooks

    /// Where it lies in an office of these paths.
    package func path(in paths: OfficePaths) -> String {
        switch self {
        case .drafts: "\(paths.drafts)/drafts.sqlite"
        case .outbox: paths.outbox
        case .reads: paths.readMarks
        case .sessions: "\(paths.vault)/sessions.sqlite"
        case .codes: "\(paths.vault)/codes.sqlite"
        case .webhooks: paths.webhooks
        }
    }

    /// What is lost without what stood in it.
    package var loss: String {
        switch self {
        case .drafts:
            "what people had begun to file is out of reach; they begin anew. The file and the keys "
                + "that open it are kept for 30 days"
        case .outbox:
            "messages that waited are not sent, and what was sent stands in the kept file alone; "
                + "people are told of what happens from now on"
        case .reads: "messages of the office are new once more to all petitioners"
        case .sessions: "everybody signs in again"
        case .codes: "codes and links that are out are worthless; people ask for new ones"
        case .webhooks:
            "connected systems are told of what happens from now on; what they missed they read "
                + "from /v1/events"
        }
    }

    /// Why the file is no database that can be used; nil if it can, or if there is none.
    ///
    /// Reads it whole. What is wrong with its place and not with itself is not found here.
    func damage(in paths: OfficePaths) throws -> String? {
        let path = path(in: paths)
        guard try FileStatus.of(path) != nil else { return nil }
        do {
            let database = try Database(path: path, mode: .read)
            let words = try database.first("PRAGMA quick_check(1)") { $0.text(0) }
            return words == "ok" ? nil : words
        } catch let error as SQLiteError where error.kind == .corrupt {
            return error.message
        } catch is SQLiteError {
            return nil
        }
    }
}
