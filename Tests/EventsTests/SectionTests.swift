import Entries
import Events
import Testing

/// The plaintexts of sealed sections are frozen as events are.
@Suite struct SectionTests {
    @Test(arguments: SectionKind.allCases)
    func `the committed schema is the one the section describes`(kind: SectionKind) throws {
        #expect(kind.section.kind == kind)
        let schema = EventSchema.document(of: kind.section)
        try Repository.expect("Events/Sections/Schemas/\(kind.rawValue).json", toBe: schema.text)
    }

    @Test(arguments: SectionKind.allCases)
    func `every example of a section is read, and written again byte for byte`(
        kind: SectionKind
    ) throws {
        let examples = try Repository.examples(
            of: kind.rawValue, in: "Events/Sections/Examples")
        #expect(!examples.isEmpty)
        for (name, bytes) in examples {
            #expect(try rewritten(bytes, kind.section) == bytes, "\(name)")
        }
    }

    private func rewritten(_ bytes: [UInt8], _ type: any Section.Type) throws -> [UInt8] {
        func open<Plaintext: Section>(_ type: Plaintext.Type) throws -> [UInt8] {
            let plaintext = try type.decoded(bytes)
            try plaintext.checkBounds(most: Bounds.sealed)
            return plaintext.encoded()
        }
        return try open(type)
    }

    @Test func `every section is allowed beside some event`() {
        let allowed = Set(TypeUnderTest.all.flatMap { $0.type.sections })
        #expect(allowed == Set(SectionKind.allCases))
    }
}
