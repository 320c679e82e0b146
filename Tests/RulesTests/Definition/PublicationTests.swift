import Events
import Rules
import Testing

/// What a service publishes of its times, beside its clocks.
@Suite struct PublicationTests {
    private func service(_ code: String) throws -> ServiceDefinition {
        try #require(DefaultServices.all.first { $0.code == code })
    }

    private func days(_ amount: Int, _ unit: TimeUnit = .days) -> TimeSpan {
        TimeSpan(amount: amount, unit: unit)
    }

    @Test func `a clock that changes is told apart from what stays published`() throws {
        var request = try service("water-connection")
        let step = request.promised[0].step
        let published = days(7, .workingDays)
        let finish = try #require(request.clocks.firstIndex { $0.kind == .finish })
        for (limit, remark) in [
            (
                days(15, .workingDays),
                PublicationRemark.shorter(step, published: published, limit: days(15, .workingDays))
            ),
            (
                days(3, .workingDays),
                .longer(step, published: published, limit: days(3, .workingDays))
            ),
            (days(7), .incomparable(step, published: published, limit: days(7))),
        ] {
            request.clocks[finish].limit = limit
            #expect(request.publicationRemarks == [remark])
            #expect(remark.wording.thai.contains("7 วันทำการ"))
        }
        request.promised = []
        #expect(request.publicationRemarks == [.unpublished(limit: days(7))])
        #expect(request.problems == [])
    }

    @Test func `an office may be quicker than the law has it, and not slower`() throws {
        var permit = try service("building-permit")
        #expect(permit.promised.map(\.time) == [days(15), days(15)])
        #expect(permit.publicationRemarks == [])
        permit.promised[1].time = days(31)
        let finish = try #require(permit.clocks.first { $0.kind == .finish })
        #expect(
            permit.publicationRemarks == [
                .longer(finish.name, published: days(46), limit: days(45))
            ])
        permit.promised[1].time = days(10, .workingDays)
        #expect(
            permit.publicationRemarks == [
                .incomparable(
                    permit.promised[1].step, published: days(10, .workingDays), limit: days(45))
            ])
    }

    @Test func `each clock that is published by its name is compared`() throws {
        var complaint = try service("complaint")
        let answer = try #require(complaint.clocks.firstIndex { $0.kind == .firstAnswer })
        complaint.clocks[answer].limit = days(10)
        #expect(
            complaint.publicationRemarks == [
                .shorter(complaint.promised[0].step, published: days(7), limit: days(10))
            ])
    }
}
