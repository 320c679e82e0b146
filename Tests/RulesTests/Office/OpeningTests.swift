import Entries
import Events
import Rules
import Testing

@Suite struct OpeningTests {
    static let office = OfficeEvent.OfficeOpened(
        code: "kt", name: LocalText("เทศบาลเมืองกะทู้"), kind: .townMunicipality, prefix: "KT",
        origin: "eservice.example.go.th/kt")
    /// The day before the first holiday that a new office knows, so that none is in the past.
    let now = TestOffice.time(2023, 12, 31)

    private func open(
        _ office: OfficeEvent.OfficeOpened, by actor: Actor = .system,
        in settings: OfficeSettings = OfficeSettings()
    ) throws(OfficeRefusal) -> [OfficeEvent] {
        try OfficeSettings.decide(
            OfficeCommand(.officeOpened(office)), in: settings, by: actor,
            with: Circumstances(now: now, settings: settings))
    }

    @Test func `every setting that an office opens with is one that it could have made itself`()
        throws
    {
        let events = try open(Self.office)
        var settings = OfficeSettings()
        for event in events {
            if settings.office != nil {
                // What changes nothing is fine at the beginning.
                do throws(OfficeRefusal) {
                    _ = try OfficeSettings.decide(
                        OfficeCommand(event), in: settings, by: .system,
                        with: Circumstances(now: now, settings: settings))
                } catch {
                    #expect(error == .nothingChanges, "\(event.data)")
                }
            }
            settings.apply(event)
        }
        #expect(settings.office?.prefix == "KT")
        #expect(settings.numbering?.width == 6)
        #expect(settings.requiredPhotos == 2)
        #expect(settings.calendar.declaredYears == [2024, 2025, 2026, 2027])
        #expect(settings.termsVersion == 1 && settings.noticeVersion == 1)
        #expect(settings.menu.count == 3)
    }

    @Test func `a new office serves every kind of petition at once`() throws {
        let settings = TestOffice.fold(try open(Self.office))
        let kinds = settings.services.values.compactMap { $0.newest?.kind }
        #expect(Set(kinds) == Set(PetitionKind.allCases))
        for service in settings.services.values {
            let definition = try #require(service.newest)
            #expect(service.announced != nil, "\(definition.code)")
            #expect(definition.problems.isEmpty, "\(definition.code)")
            #expect(definition.department.map(settings.isDepartment) ?? true)
            #expect(definition.category.map(settings.isCategory) ?? true)
        }
    }

    @Test func `every event of an opening fits into an entry`() throws {
        for event in try open(Self.office) {
            let bytes = Event.office(event).encodedData(frame: EventFrame())
            #expect(bytes.count < Envelope.largestSize - 1000)
        }
    }

    @Test func `those who never close receive at once`() throws {
        let settings = TestOffice.fold(try open(Self.office))
        let night = TestOffice.time(2024, 7, 6, 23)
        #expect(
            settings.calendar.deemedReceipt(
                of: night, calendar: settings.calendarCode(of: "disaster")) == night)
        #expect(settings.calendarCode(of: "works") == nil)
        #expect(settings.isAtOrAbove("clerk", "disaster"))
        #expect(!settings.isAtOrAbove("disaster", "clerk"))
    }

    @Test func `an office opens once, by whoever is at the machine, under names that last`() throws
    {
        func refusal(
            _ change: (inout OfficeEvent.OfficeOpened) -> Void, by actor: Actor = .system,
            in settings: OfficeSettings = OfficeSettings()
        ) -> OfficeRefusal? {
            var office = Self.office
            change(&office)
            do throws(OfficeRefusal) {
                _ = try open(office, by: actor, in: settings)
                return nil
            } catch {
                return error
            }
        }
        #expect(refusal { $0.prefix = "K" } == .invalid(.prefix))
        #expect(refusal { $0.origin = "example.go.th" } == .invalid(.origin))
        let others = [
            "example.go.th/ไทย", "a.example/b+c", "a.example/b c", "a.example/b?x", "a.example/b#y",
            "a.example/%7A", "user@a.example/b", "a.example/..", "a.example/b//c", "A.example/b",
            "-a.example/b", "a..example/b", "a.example/",
        ]
        for other in others {
            #expect(refusal { $0.origin = other } == .invalid(.origin), "\(other)")
        }
        #expect(refusal { $0.origin = "a-1.example/B_2/c~d.e" } == nil)
        #expect(refusal { $0.code = "" } == .invalid(.code))
        #expect(refusal { $0.name = LocalText("") } == .missing(.name))
        #expect(refusal({ _ in }, by: TestOffice.administrator) == .wrongRole)
        #expect(refusal({ _ in }, in: TestOffice.settings) == .alreadyOpen)
        #expect(refusal { _ in } == nil)
    }

    @Test func `nothing is settled before the office is open`() {
        let settings = OfficeSettings()
        #expect(throws: OfficeRefusal.absent) {
            try OfficeSettings.decide(
                OfficeCommand(.menuSet(.init())), in: settings, by: .system,
                with: Circumstances(now: now, settings: settings))
        }
    }
}
