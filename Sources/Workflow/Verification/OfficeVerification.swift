package import Entries
internal import EventLog

/// What the verification of an office has looked at.
package struct OfficeVerification: Fields, Equatable, Sendable {
    package var head = 0
    package var entryBytes = 0
    package var streams = 0
    package var sections = 0
    /// Sections that are gone because their key was erased.
    package var erasedSections = 0
    /// Nil when the log is damaged.
    package var root: Digest?
    /// Keys that can still be used; nil when the vault could not be looked at.
    package var keys: Int?
    package var erasedKeys: Int?
    /// Files that are whole; nil when they were not looked at.
    package var files: Int?
    /// The views that are as a rebuild would make them.
    package var views: [String] = []
    /// Those of which there is no file yet: they come by themselves, or by a rebuild.
    package var unbuiltViews: [String] = []
    package var findings = 0
    /// The entries of the published checkpoint whose tiles were looked at; nil if none were.
    package var published: Int?

    package init() {}

    mutating func take(_ log: Verification) {
        head = Int(log.head)
        entryBytes = log.entryBytes
        streams = log.streams
        sections = log.sections
        root = log.root
    }

    package mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
        try fields.field("entry_bytes", &entryBytes)
        try fields.field("erased_keys", &erasedKeys)
        try fields.field("erased_sections", &erasedSections)
        try fields.field("files", &files)
        try fields.field("findings", &findings)
        try fields.field("head", &head)
        try fields.field("keys", &keys)
        try fields.field("published", &published)
        try fields.field("root", &root)
        try fields.field("sections", &sections)
        try fields.field("streams", &streams)
        try fields.list("views", &views)
        try fields.list("views_not_built", &unbuiltViews)
    }
}
