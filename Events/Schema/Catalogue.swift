internal import Entries

/// The catalogue of events, as a page for integrators; made from the types.
package enum Catalogue {
    private static let introduction = """
        # Events

        Made from the types in `Events/`; a test keeps it so. Each event is one CloudEvent 1.0 in
        canonical JSON (RFC 8785; no null, no fraction). Its JSON Schema and stored examples lie
        beside its Swift type: `Events/<Kind>/Schemas/<name>.v<n>.json`,
        `Events/<Kind>/Examples/`. A type keeps its name and fields for ever; a changed fact is a
        new version, and older ones are read as the newest.

        Any event's `data` may also hold `imported` (it came with an import), `occurred_at` (when
        it happened, if elsewhere or earlier), `sealed` (the sections beside it) and `step` (the
        source's own word for it). A `?` marks what may be missing, `[]` a list; lists are never
        empty but left out.

        """

    package static func markdown() -> String {
        var text = introduction
        for (kind, types) in Event.types {
            text += "\n## \(heading(kind))\n\n"
            text += "| Type | ความหมาย | Meaning | Data | Sections |\n|---|---|---|---|---|\n"
            for type in types { text += row(type, in: kind) }
        }
        return text + sections() + words()
    }

    private static func heading(_ kind: StreamKind) -> String {
        switch kind {
        case .account: "One person's account: `account/<32 hex digits>`"
        case .office: "The office itself: `office/<code>`"
        case .petition: "One case: `petition/<number>`"
        }
    }

    private static func row(_ type: any EventData.Type, in kind: StreamKind) -> String {
        let sections = type.sections.map(\.rawValue).joined(separator: ", ")
        return "| `\(kind.rawValue).\(type.name).v\(type.version)` | \(type.meaning.thai) "
            + "| \(type.meaning.english) | \(fields(of: type)) | \(sections) |\n"
    }

    private static func fields(of type: any Fields.Type) -> String {
        func open<Value: Fields>(_ type: Value.Type) -> String {
            var visitor = SchemaVisitor()
            guard case .object(let members) = visitor.object(type),
                case .object(let properties)? = members.first(where: { $0.key == "properties" })?
                    .value
            else { return "" }
            let required = members.first { $0.key == "required" }?.value
            return properties.map { field($0, required) }.joined(separator: ", ")
        }
        return open(type)
    }

    private static func field(_ property: SchemaJSON.Member, _ required: SchemaJSON?) -> String {
        if case .array(let keys)? = required, keys.contains(.string(property.key)) {
            return property.key
        }
        if case .object(let members) = property.value,
            members.contains(SchemaJSON.Member("type", "array"))
        {
            return property.key + "[]"
        }
        return property.key + "?"
    }

    private static func sections() -> String {
        var text = """

            ## Sealed sections

            The plaintext of a section is canonical JSON too; only who holds its key reads it.
            Schemas and examples: `Events/Sections/`.

            | `f` | ความหมาย | Meaning | Fields |
            |---|---|---|---|

            """
        for kind in SectionKind.allCases {
            text += "| `\(kind.rawValue)` | \(kind.label.thai) | \(kind.label.english) "
            text += "| \(fields(of: kind.section)) |\n"
        }
        return text
    }

    private static func words() -> String {
        var visitor = SchemaVisitor()
        for type in Event.types.flatMap(\.types) { _ = EventSchema.data(type, &visitor) }
        var text = "\n## Closed lists\n"
        for (name, words) in visitor.words.sorted(by: { $0.key < $1.key }) {
            text += "\n**\(name)**: "
            text += words.map { "`\($0.rawValue)` \($0.label.thai) (\($0.label.english))" }
                .joined(separator: " · ")
            text += "\n"
        }
        return text
    }
}
