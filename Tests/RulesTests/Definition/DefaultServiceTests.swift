import Entries
import Events
import Rules
import Testing

@Suite struct DefaultServiceTests {
    @Test(arguments: DefaultServices.all)
    func `each service works and fits into an event`(service: ServiceDefinition) throws {
        #expect(service.problems.map(\.wording.english) == [])
        let bytes = service.encoded()
        #expect(bytes.count < Envelope.largestSize - 2_000)
        #expect(try ServiceDefinition.decoded(bytes) == service)
        #expect(service.version == 1)
    }

    @Test(arguments: DefaultServices.all)
    func `what each service publishes is what it works by`(service: ServiceDefinition) {
        #expect(service.publicationRemarks == [])
    }

    @Test func `there is one service for each kind of petition, and none twice`() {
        #expect(Set(DefaultServices.general.map(\.kind)) == Set(PetitionKind.allCases))
        let codes = DefaultServices.all.map(\.code)
        #expect(Set(codes).count == codes.count)
    }

    @Test(arguments: DefaultServices.all)
    func `the four public statuses are there with their words`(service: ServiceDefinition) {
        let words = ["submitted", "received", "in-progress", "completed"].compactMap { code in
            service.states.first { $0.code == code }?.status.label.thai
        }
        #expect(
            words == ["ส่งคำร้อง", "เจ้าหน้าที่รับเรื่อง", "กำลังดำเนินการ", "ดำเนินการสำเร็จ"])
        let returned = service.states.filter(\.isReturned)
        #expect(returned.map(\.status) == [.inProgress])
        #expect(returned.map(\.name.thai) == ["รอประชาชน"])
    }

    @Test func `a complaint is answered in seven days and finished in fifteen`() throws {
        let complaint = try #require(DefaultServices.general.first { $0.kind == .complaint })
        let clocks = ServiceClocks(complaint)
        let script = try CaseScript(filed: "2024-07-08 17:56")
        let due = clocks.readings(of: script.history, calendar: .government).map {
            text($0.due)
        }
        #expect(
            due == ["2024-07-10 16:30", "2024-07-16 24:00", "2024-07-24 24:00", nil, nil, nil])
    }

    @Test func `a building permit takes 45 days from completeness and twice 45 more`() throws {
        let permit = try #require(DefaultServices.all.first { $0.code == "building-permit" })
        let clock = try #require(permit.clocks.first { $0.kind == .finish })
        #expect(clock.limit == TimeSpan(amount: 45, unit: .days))
        #expect(clock.extensions == ExtensionRule(most: 2, by: TimeSpan(amount: 45, unit: .days)))
        let script = try CaseScript(filed: "2026-06-08 10:00")
            .returned("2026-06-10 10:00").corrected("2026-06-15 10:00")
        let reading = ServiceClocks(permit).reading(
            of: "finish", script.history, calendar: .government)
        #expect(text(reading?.due) == "2026-07-30 24:00")
    }

    @Test func `no ground of rejection is that it was filed electronically`() {
        for service in DefaultServices.all {
            #expect(!service.grounds.contains { $0.label.thai.contains("ออนไลน์") })
            #expect(service.appeal == TimeSpan(amount: 15, unit: .days))
        }
    }

    @Test func `a new office has all that the services name`() {
        let opening = OfficeSettings.opening(
            code: "kt", name: LocalText("เทศบาล"), kind: .townMunicipality, prefix: "KT",
            origin: "example.go.th/kt")
        var office = OfficeDirectory(departments: [], categories: [])
        for event in opening {
            switch event {
            case .departmentDefined(let data): office.departments.insert(data.code)
            case .categoryDefined(let data): office.categories.insert(data.code)
            case .retentionSet(let data): office.retention.insert(data.code)
            case .hoursSet(let data): data.calendar.map { _ = office.calendars.insert($0) }
            default: break
            }
        }
        for service in DefaultServices.all {
            #expect(service.problems(in: office).map(\.wording.english) == [])
        }
        let announced = opening.count {
            if case .serviceAnnounced = $0 { true } else { false }
        }
        #expect(announced == DefaultServices.all.count)
    }
}
