internal import Entries

/// The AsyncAPI 3.1 document of the event stream, made from the types.
package enum AsyncAPI {
    private static let place = "#/components/schemas/"

    package static func document() -> SchemaJSON {
        var visitor = SchemaVisitor(place: place)
        var schemas: [SchemaJSON.Member] = []
        var messages: [SchemaJSON.Member] = []
        for (kind, types) in Event.types {
            for type in types {
                let name = Event.type(type, in: kind)
                schemas.append(SchemaJSON.Member(name, EventSchema.data(type, &visitor)))
                messages.append(SchemaJSON.Member(name, message(name, type, &visitor)))
            }
        }
        schemas += visitor.definitions.sorted { $0.key < $1.key }
        return [
            "asyncapi": "3.1.0",
            "info": [
                "title": "Khamrong (คำร้อง)", "version": "1",
                "description": """
                Every entry of an office's log: one CloudEvent 1.0 in canonical JSON, in one \
                order without holes. What is about a person is sealed; `data.sealed` names it.
                """,
                "license": [
                    "name": "Apache-2.0", "url": "https://www.apache.org/licenses/LICENSE-2.0",
                ],
            ],
            "defaultContentType": "application/cloudevents+json",
            "channels": .object(Event.types.map { channel($0.kind, $0.types) }),
            "operations": .object(Event.types.map { operation($0.kind) }),
            "components": ["messages": .object(messages), "schemas": .object(schemas)],
        ]
    }

    private static func channel(
        _ kind: StreamKind, _ types: [any EventData.Type]
    ) -> SchemaJSON.Member {
        let messages = types.map { type in
            let name = Event.type(type, in: kind)
            return SchemaJSON.Member(name, ["$ref": .string("#/components/messages/\(name)")])
        }
        return SchemaJSON.Member(
            kind.rawValue,
            [
                "address": .string("\(kind.rawValue)/{name}"),
                "description": .string("The streams whose subject begins with \(kind.rawValue)/."),
                "parameters": ["name": ["description": "The stream's name."]],
                "messages": .object(messages),
            ])
    }

    private static func operation(_ kind: StreamKind) -> SchemaJSON.Member {
        SchemaJSON.Member(
            kind.rawValue,
            [
                "action": "send", "channel": ["$ref": .string("#/channels/\(kind.rawValue)")],
                "summary": .string("What happened in the streams of \(kind.rawValue)."),
            ])
    }

    private static func message(
        _ name: String, _ type: any EventData.Type, _ visitor: inout SchemaVisitor
    ) -> SchemaJSON {
        [
            "name": .string(name), "title": .string(type.meaning.thai),
            "summary": .string(type.meaning.english), "payload": entry(name, &visitor),
        ]
    }

    /// The whole entry; its members stand in the order in which they are written.
    private static func entry(_ name: String, _ visitor: inout SchemaVisitor) -> SchemaJSON {
        let text: SchemaJSON = ["type": "string", "minLength": .integer(1)]
        return SchemaVisitor.object(
            [
                SchemaJSON.Member("actor", text),
                SchemaJSON.Member("cause", visitor.form(.eventID)),
                SchemaJSON.Member("correlation", visitor.form(.eventID)),
                SchemaJSON.Member("data", ["$ref": .string(place + name)]),
                SchemaJSON.Member("id", visitor.form(.eventID)), SchemaJSON.Member("source", text),
                SchemaJSON.Member("specversion", ["const": "1.0"]),
                SchemaJSON.Member("streamversion", ["type": "integer", "minimum": .integer(1)]),
                SchemaJSON.Member("subject", text),
                SchemaJSON.Member("time", visitor.form(.instant)),
                SchemaJSON.Member("type", ["const": .string(name)]),
            ],
            [
                "actor", "data", "id", "source", "specversion", "streamversion", "subject",
                "time", "type",
            ])
    }
}
