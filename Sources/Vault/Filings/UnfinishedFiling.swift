package import Entries

/// What somebody has begun to file: answers as the caller wrote them, and what was uploaded.
package struct UnfinishedFiling: Equatable, Sendable {
    package let id: FilingID
    /// Nil: it belongs to whoever knows its id.
    package let account: String?
    /// One higher with each change; say which one you saw, so that of two tabs none overwrites
    /// the other.
    package let version: Int
    package let created: Instant
    package let changed: Instant
    package let answers: [UInt8]
    package let files: [FilingFile]
}

/// What is said of a file beside its content.
package struct FileLabel: Equatable, Sendable {
    /// As the person called it.
    package var name: String
    package var mediaType: String
    /// The document's code in the definition, or a heading.
    package var label: String?

    package init(name: String, mediaType: String, label: String? = nil) {
        self.name = name
        self.mediaType = mediaType
        self.label = label
    }
}

/// A file of an unfinished filing.
package struct FilingFile: Equatable, Sendable {
    /// Within its filing; never given twice.
    package let number: Int
    package let label: FileLabel
    /// SHA-256 of what was uploaded.
    package let content: Digest
    package let size: Int
    /// Where it lies among the drafts' files.
    let file: Digest
}

/// How much is kept of what may never be filed.
package struct FilingLimits: Equatable, Sendable {
    package var perAccount = 20
    /// Of all people without an account together.
    package var ofGuests = 20_000
    package var answerBytes = 256 << 10
    package var files = 40
    /// Of the files of one filing.
    package var fileBytes = 100 << 20
    /// Of the files of all filings.
    package var allFileBytes = 50 << 30
    package var lifetimeMilliseconds = 30 * 86_400_000

    package init() {}
}

/// Why an unfinished filing is not to be had or changed.
package enum FilingError: Error, Equatable, Sendable {
    /// There is none of that id, or it is somebody else's: nobody is told which.
    case gone
    /// Another tab has changed it.
    case stale(seen: Int, actual: Int)
    case tooMany(limit: Int)
    case tooManyFiles(limit: Int)
    case tooLarge(limit: Int)
    /// The drafts of all people together leave no room.
    case full
    case noSuchFile
    /// What lies on the disk is not what was put there.
    case damaged
}
