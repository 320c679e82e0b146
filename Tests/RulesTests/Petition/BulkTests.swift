import Events
import Rules
import Testing

/// Which steps may be taken in many cases at once: what the definition says, and nothing else.
@Suite struct BulkTests {
    private static func filed(under bulk: Set<String>) throws -> CaseFile {
        var definition = TestService.definition
        for index in definition.actions.indices {
            definition.actions[index].isBulk = bulk.contains(definition.actions[index].code)
        }
        definition.version = 2
        var file = CaseFile()
        file.settings = TestOffice.fold(
            TestOffice.events + [.serviceDefined(.init(definition: definition))])
        try file.act(
            .submit(CaseFile.submit), by: TestOffice.citizen, with: [.text, .petitioner, .owner])
        return file
    }

    @Test func `a step of the definition is taken in many at once where it says so`() throws {
        let open = try Self.filed(under: ["take"])
        let closed = try Self.filed(under: ["begin"])
        #expect(open.petition?.bulkRefusal(of: .receive(.init()), in: open.settings) == nil)
        #expect(
            closed.petition?.bulkRefusal(of: .receive(.init()), in: closed.settings) == .oneByOne)
    }

    @Test func `the version counts that the case runs under`() throws {
        let file = try CaseFile.filed()
        let later = try Self.filed(under: ["take"]).settings
        #expect(file.petition?.bulkRefusal(of: .receive(.init()), in: later) == .oneByOne)
    }

    @Test func `what is no step of it is never held back, nor a step that cannot be taken now`()
        throws
    {
        let file = try Self.filed(under: [])
        let settings = file.settings
        for command: PetitionCommand in [
            .claim, .release, .assign(.init(officer: "handler")), .answer(.init()),
            .setUrgency(.init(urgency: .urgent)),
        ] {
            #expect(file.petition?.bulkRefusal(of: command, in: settings) == nil)
        }
        // The rules refuse it for what it is: not the number of the cases.
        #expect(file.petition?.bulkRefusal(of: .start(.init()), in: settings) == nil)
    }

    @Test func `forwarding many is a step like the others`() throws {
        let file = try Self.filed(under: ["pass"])
        #expect(
            file.petition?.bulkRefusal(of: .forward(.init(to: "health")), in: file.settings) == nil)
        let held = try Self.filed(under: ["take"])
        #expect(
            held.petition?.bulkRefusal(of: .forward(.init(to: "health")), in: held.settings)
                == .oneByOne)
    }
}
