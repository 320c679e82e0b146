import Entries
import Events
import Foundation
import Testing

/// Swift type, schema and stored examples say the same.
@Suite struct VocabularyTests {
    @Test(arguments: TypeUnderTest.all)
    func `the committed schema is the one the type describes`(subject: TypeUnderTest) throws {
        let schema = EventSchema.document(of: subject.type, in: subject.kind)
        try Repository.expect(
            "\(subject.folder)/Schemas/\(subject.stem).json", toBe: schema.text)
    }

    @Test(arguments: TypeUnderTest.all)
    func `every stored example is read, and written again byte for byte`(
        subject: TypeUnderTest
    ) throws {
        let examples = try Repository.examples(
            of: subject.stem, in: "\(subject.folder)/Examples")
        #expect(!examples.isEmpty)
        for (name, bytes) in examples {
            let entry = try Envelope(bytes)
            #expect(entry.encoded() == bytes, "\(name)")
            #expect(entry.type == subject.testDescription, "\(name)")
            #expect(try rewritten(entry.data, subject.type) == entry.data, "\(name)")
            let recorded = try RecordedEvent.read(position: 7, bytes: bytes)
            #expect(recorded.stream.subject == entry.subject)
            let read = type(of: recorded.event.data)
            #expect(read.name == subject.type.name)
            #expect(recorded.frame.sections.allSatisfy { allowed($0, subject.type) }, "\(name)")
        }
    }

    /// A section of the source's attributes may stand beside any imported event.
    private func allowed(_ section: SealedSection, _ type: any EventData.Type) -> Bool {
        type.sections.contains { $0.rawValue == section.field }
    }

    private func rewritten(_ data: [UInt8], _ type: any EventData.Type) throws -> [UInt8] {
        func open<Value: EventData>(_ type: Value.Type) throws -> [UInt8] {
            var decoder = FieldDecoder(CanonicalReader(data))
            let value = try decoder.data(type)
            try value.checkBounds()
            var encoder = FieldEncoder()
            encoder.data(value, frame: decoder.frame)
            return encoder.writer.bytes
        }
        return try open(type)
    }

    @Test(arguments: TypeUnderTest.all)
    func `the examples show every field`(subject: TypeUnderTest) throws {
        let shown = try Repository.examples(of: subject.stem, in: "\(subject.folder)/Examples")
            .reduce(into: Set<String>()) { $0.formUnion(try keys(of: Envelope($1.1).data)) }
        let described = Set(properties(of: subject.type).map(\.key))
        // What every move may say needs showing once, which `returned` does.
        let common: Set = subject.type.name == "returned" ? [] : ["action", "returned"]
        #expect(described.subtracting(shown).subtracting(common).isEmpty)
    }

    private func keys(of object: [UInt8]) throws -> [String] {
        let object = try JSONSerialization.jsonObject(with: Data(object)) as? [String: Any]
        return Array(try #require(object).keys)
    }

    private func properties(of type: any Fields.Type) -> [SchemaJSON.Member] {
        func open<Value: Fields>(_ type: Value.Type) -> [SchemaJSON.Member] {
            var visitor = SchemaVisitor()
            return members("properties", of: visitor.object(type))
        }
        return open(type)
    }

    private func members(_ key: String, of schema: SchemaJSON) -> [SchemaJSON.Member] {
        guard case .object(let members) = schema,
            case .object(let found)? = members.first(where: { $0.key == key })?.value
        else { return [] }
        return found
    }

    @Test(arguments: TypeUnderTest.all)
    func `fields stand in ASCII order and leave the frame its keys`(
        subject: TypeUnderTest
    ) throws {
        let keys = properties(of: subject.type).map(\.key)
        expectAscending(keys)
        #expect(Set(keys).isDisjoint(with: EventFrame.keys))
        let schema = EventSchema.document(of: subject.type, in: subject.kind)
        for part in members("$defs", of: schema) {
            expectAscending(members("properties", of: part.value).map(\.key))
        }
    }

    private func expectAscending(_ keys: [String]) {
        let pairs = zip(keys, keys.dropFirst())
        #expect(pairs.allSatisfy { $0.utf8.lexicographicallyPrecedes($1.utf8) }, "\(keys)")
        #expect(keys.allSatisfy { $0.wholeMatch(of: /[a-z][a-z0-9_]*/) != nil }, "\(keys)")
    }

    @Test func `a name and version stands for one type, and names are plain words`() {
        let names = TypeUnderTest.all.map(\.testDescription)
        #expect(Set(names).count == names.count)
        for subject in TypeUnderTest.all {
            #expect(subject.type.name.wholeMatch(of: /[a-z]+(-[a-z]+)*/) != nil)
        }
    }

    @Test(arguments: [
        ("account", "registered"), ("account", "identity-verified"), ("petition", "submitted"),
        ("petition", "received"), ("petition", "in-progress"), ("petition", "completed"),
        ("account", "password-reset"),
    ]) func `the seven that everybody knows have their names`(kind: String, name: String) {
        #expect(
            TypeUnderTest.all.contains { $0.testDescription == "th.khamrong.\(kind).\(name).v1" })
    }

    @Test func `every move of a case says where it stands`() throws {
        let moves = TypeUnderTest.all.filter { $0.type is any Transition.Type }.map { $0.type.name }
        #expect(Set(ActionEvent.allCases.map(\.rawValue)).isSubset(of: moves))
        #expect(moves.contains("submitted"))
    }
}
