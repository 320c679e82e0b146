package import Entries

/// A case of another system in our words: what an import map makes of a `SourceCase`.
package struct MappedCase: Equatable, Sendable {
    package var name: String
    package var kind: ImportMap.Kind
    /// Code of the service, category, channel and department: words of ours or of the source,
    /// as the map says.
    package var service: String
    package var category: String?
    package var channel: String?
    package var department: String?
    package var officer: String?
    package var due: Instant?
    /// Sealed unless the map calls its field clear.
    package var title: MappedText?
    package var place: MappedText?
    /// Whether this case's clocks run on after the import if it is still open.
    package var joinsClocks: Bool
    /// The fields of the case, apart by who may see them; every field is in exactly one of them.
    package var clear: [SourceAttribute]
    package var sealed: [SourceAttribute]
    /// One for each source event, in the order of the file.
    package var events: [MappedEvent]
    /// The line of the file at which it begins.
    package var line: Int
}

/// A text and whether the public may see it.
package struct MappedText: Equatable, Sendable {
    package var text: String, isClear: Bool

    package init(text: String, isClear: Bool) {
        self.text = text
        self.isClear = isClear
    }
}

/// A source event in our words.
package struct MappedEvent: Equatable, Sendable {
    /// What it becomes where that is a legal transition; elsewhere it becomes `step-recorded`.
    package var word: ImportMap.Word
    /// Whether it moves an open case ahead also where stages lie in between.
    package var skipsStages = false
    /// The source's own label.
    package var activity: String
    package var time: Instant?
    package var resource: String?
    package var lifecycle: String?
    package var clear: [SourceAttribute]
    package var sealed: [SourceAttribute]
    /// The line of the file that tells of it, 0 if it comes from no file.
    package var line = 0
}
