import Events
import Rules
import Testing

/// Which channels a notice takes, and what an SMS says.
@Suite struct NoticeRouteTests {
    private func route(_ reach: Set<NoticeChannel>) -> NoticeRoute {
        NoticeRoute(reach: reach, open: [.email, .line, .sms])
    }

    @Test func `e-mail and LINE both, an SMS with the number or where there is nothing else`() {
        #expect(route([.email, .line, .sms]).channels(for: .received) == [.email, .line])
        #expect(route([.email, .line, .sms]).channels(for: .submitted) == [.email, .line, .sms])
        #expect(route([.sms]).channels(for: .received) == [.sms])
        #expect(route([]).channels(for: .received) == [])
    }

    @Test func `what the office has no provider for is not used`() {
        let route = NoticeRoute(reach: [.email, .sms], open: [.email])
        #expect(route.channels(for: .submitted) == [.email])
        #expect(route.next(after: .email, for: .received) == nil)
    }

    @Test func `a code goes out once, by its own channel`() {
        let all = route([.email, .line, .sms])
        #expect(all.channels(for: .contactCode) == [.email])
        #expect(all.channels(for: .phoneCode) == [.sms])
        #expect(all.next(after: .email, for: .resetCode) == nil)
        #expect(route([.sms]).channels(for: .resetCode) == [])
    }

    @Test func `where one fails the next follows, unless the person is told by it already`() {
        #expect(route([.email, .sms]).next(after: .email, for: .received) == .sms)
        #expect(route([.email, .sms]).next(after: .email, for: .submitted) == nil)
        #expect(route([.email, .line, .sms]).next(after: .email, for: .received) == .sms)
        #expect(route([.email, .line, .sms]).next(after: .sms, for: .received) == nil)
    }

    @Test(arguments: Notice.allCases)
    func `every SMS fits into one, with the longest name and number, and holds no link`(
        notice: Notice
    ) throws {
        guard let wording = ShortMessage.standard(notice) else {
            #expect(!notice.channels.contains(.sms))
            return
        }
        let office = ShortMessage.shortened("องค์การบริหารส่วนตำบลศรีษะจรเข้น้อยบางเสาธงสมุทรปราการ")
        let values = ShortMessage.longest(office: office)
        let text = LocalText.filled(wording, with: values)
        #expect(MessageLength.isSingle(text), "\(MessageLength.units(of: text)): \(text)")
        #expect(!text.contains("{") && !text.contains("http"))
    }

    @Test(arguments: [
        ("เทศบาลเมืองกะทู้", "ทม.กะทู้"), ("เทศบาลนครอุดรธานี", "ทน.อุดรธานี"),
        ("เทศบาลตำบลเนินกุ่ม", "ทต.เนินกุ่ม"), ("องค์การบริหารส่วนตำบลบางกระทุ่ม", "อบต.บางกระทุ่ม"),
        ("องค์การบริหารส่วนจังหวัดภูเก็ต", "อบจ.ภูเก็ต"), ("เมืองพัทยา", "เมืองพัทยา"), ("", ""),
    ])
    func `an office's name is shortened as everybody does`(name: String, short: String) {
        #expect(ShortMessage.shortened(name) == short)
    }

    @Test func `an own wording that the office's new name makes too long is not sent`() {
        var settings = OfficeSettings()
        let long = String(repeating: "ก", count: 60) + " {number}"
        settings.apply(
            .templateSet(.init(template: "received", channel: .sms, body: LocalText(long))))
        let number = ["number": "KT1080767000011"]
        #expect(
            settings.shortMessage(of: .received, values: number)
                == " รับเรื่อง KT1080767000011 แล้ว")
        settings.apply(
            .templateSet(
                .init(template: "received", channel: .sms, body: LocalText("รับแล้ว {number}"))))
        #expect(settings.shortMessage(of: .received, values: number) == "รับแล้ว KT1080767000011")
    }
}
