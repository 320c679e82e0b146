internal import Entries
internal import TransparencyLog

/// Why the office's log is not signed, or not published, as it is.
package enum PublisherProblem: Error, Equatable, Sendable {
    /// It has fewer entries than a checkpoint that was signed: it was restored from an older copy.
    case shrunk(signed: UInt64, head: UInt64)
    /// The entries that a signed checkpoint is about are other ones now.
    case rewritten(size: UInt64)
    /// Neither of the two notes of what was signed last can be read.
    case signerStateDamaged(String)
    /// What is published was signed with another key than the office has.
    case anotherKey(published: String, own: String)
    /// The log's origin may not be a key's name.
    case unusableOrigin(String)
    /// A checkpoint was not there in time.
    case late
}

extension PublisherProblem: CustomStringConvertible {
    package var description: String {
        switch self {
        case .shrunk(let signed, let head):
            "a checkpoint of \(signed) entries was signed and the log has \(head): nothing is "
                + "signed any more. Was an older copy restored? Docs/OPERATING.md says what to do"
        case .rewritten(let size):
            "the first \(size) entries are not those that were signed: nothing is signed any more. "
                + "“khamrong verify” says what it finds; Docs/OPERATING.md says what to do"
        case .signerStateDamaged(let path):
            "\(path) cannot be read, so that it is not known what was signed: nothing is signed"
        case .anotherKey(let published, let own):
            "what is published is signed with \(published), and the office's key is \(own)"
        case .unusableOrigin(let origin):
            "“\(origin)” holds a plus sign or a space, and cannot be the name of a log's key"
        case .late: "no checkpoint was signed in time; nothing is lost, it can be asked for again"
        }
    }
}
