internal import Entries

/// The JSON Schema (2020-12) of what an entry holds as `data`, and of the plaintext of a section.
package enum EventSchema {
    private static let dialect: SchemaJSON = "https://json-schema.org/draft/2020-12/schema"

    package static func document(of data: any EventData.Type, in kind: StreamKind) -> SchemaJSON {
        var visitor = SchemaVisitor()
        let schema = self.data(data, &visitor)
        return document(
            id: Event.type(data, in: kind), meaning: data.meaning, schema, visitor.definitions)
    }

    package static func document(of section: any Section.Type) -> SchemaJSON {
        func open<Plaintext: Section>(_ type: Plaintext.Type) -> SchemaJSON {
            var visitor = SchemaVisitor(longest: Bounds.sealed)
            let schema = visitor.object(type)
            return document(
                id: "\(EventType.prefix)section.\(type.kind.rawValue)", meaning: type.kind.label,
                schema, visitor.definitions)
        }
        return open(section)
    }

    /// The members of a type with those of the frame, in the order in which they are written.
    static func data(_ type: any EventData.Type, _ visitor: inout SchemaVisitor) -> SchemaJSON {
        func open<Data: EventData>(_ type: Data.Type, _ visitor: inout SchemaVisitor) -> SchemaJSON
        {
            let schema = visitor.object(type)
            guard case .object(var members) = schema,
                let index = members.firstIndex(where: { $0.key == "properties" }),
                case .object(let properties) = members[index].value
            else { return schema }
            let all = (properties + frame(type.sections, &visitor)).sorted { $0.key < $1.key }
            members[index] = SchemaJSON.Member("properties", .object(all))
            return .object(members)
        }
        return open(type, &visitor)
    }

    private static func frame(
        _ sections: [SectionKind], _ visitor: inout SchemaVisitor
    ) -> [SchemaJSON.Member] {
        var members = [
            SchemaJSON.Member(EventFrame.keys[0], ["const": .boolean(true)]),
            SchemaJSON.Member(EventFrame.keys[1], visitor.form(.instant)),
            SchemaJSON.Member(EventFrame.keys[3], visitor.reference(SourceStep.self)),
        ]
        guard !sections.isEmpty else { return members }
        let kinds: SchemaJSON = ["properties": ["f": ["enum": .strings(sections.map(\.rawValue))]]]
        let section: SchemaJSON = ["allOf": .array([visitor.reference(SealedSection.self), kinds])]
        members.append(
            SchemaJSON.Member(
                SealedSection.key, ["type": "array", "items": section, "minItems": .integer(1)]))
        return members
    }

    private static func document(
        id: String, meaning: Wording, _ schema: SchemaJSON, _ definitions: [SchemaJSON.Member]
    ) -> SchemaJSON {
        guard case .object(let members) = schema else { return schema }
        var document = [
            SchemaJSON.Member("$schema", dialect),
            SchemaJSON.Member("$id", .string("urn:khamrong:\(id)")),
            SchemaJSON.Member("title", .string(meaning.thai)),
            SchemaJSON.Member("description", .string(meaning.english)),
        ]
        document += members
        if !definitions.isEmpty {
            let sorted = definitions.sorted { $0.key < $1.key }
            document.append(SchemaJSON.Member("$defs", .object(sorted)))
        }
        return .object(document)
    }
}
