import Entries
import Events
import Rules
import Testing

/// When telephones and chats are left alone.
@Suite struct QuietHoursTests {
    private func end(_ hours: QuietHours, _ time: String) -> String? {
        hours.end(at: Instant(rfc3339: "2026-03-02T\(time):00+07:00")!).map { "\($0)" }
    }

    @Test func `over midnight messages wait for the next morning`() {
        let night = QuietHours(from: 21 * 60, until: 7 * 60)
        #expect(end(night, "20:59") == nil)
        #expect(end(night, "21:00") == "2026-03-03T00:00:00.000Z")
        #expect(end(night, "23:59") == "2026-03-03T00:00:00.000Z")
        #expect(end(night, "00:00") == "2026-03-02T00:00:00.000Z")
        #expect(end(night, "06:59") == "2026-03-02T00:00:00.000Z")
        #expect(end(night, "07:00") == nil)
    }

    @Test func `within a day they wait for its end`() {
        let noon = QuietHours(from: 12 * 60, until: 13 * 60)
        #expect(end(noon, "11:59") == nil && end(noon, "13:00") == nil)
        #expect(end(noon, "12:00") == "2026-03-02T06:00:00.000Z")
    }

    @Test(arguments: [(21 * 60, nil), (nil, 0), (60, 60), (-1, 60), (60, 1440)] as [(Int?, Int?)])
    func `they have a beginning and an end within a day`(_ from: Int?, _ until: Int?) throws {
        let policy = OfficeEvent.MessagingPolicySet(quietFrom: from, quietUntil: until)
        #expect(throws: OfficeRefusal.invalid(.quietHours)) {
            try OfficeSettings.decide(
                OfficeCommand(.messagingPolicySet(policy)), in: TestOffice.settings,
                by: TestOffice.administrator,
                with: Circumstances(
                    now: TestOffice.time(2026, 3, 2), settings: TestOffice.settings))
        }
    }
}
