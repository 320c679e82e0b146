import Testing

/// What is written down for others means to their tools what it means to us.
@Suite(.enabled(if: Run.python != nil, "KHAMRONG_PYTHON is not set"))
struct FormatTests {
    @Test func `the schemas are JSON Schema 2020-12 and say of the examples what the types say`()
        throws
    {
        struct Answer: Decodable {
            let schemas: Int, examples: Int, refusals: Int
            let faults: [String]
        }
        let answer: Answer = try Run.script("schemas", Run.path(""))
        #expect(answer.faults == [])
        #expect(answer.schemas > 140 && answer.examples > answer.schemas)
        #expect(answer.refusals > answer.examples)
    }

    @Test func `every reference in the AsyncAPI document resolves`() throws {
        struct Answer: Decodable {
            let asyncapi: String
            let references: Int
            let dangling: [String]
        }
        let answer: Answer = try Run.script("references", Run.path("Docs/Format/asyncapi.json"))
        #expect(answer.asyncapi == "3.1.0")
        #expect(answer.references > 1000)
        #expect(answer.dangling == [])
    }
}
