import Entries
import Events
import Rules
import Testing

/// What an office may write into a message, and what it is told where that cannot be.
@Suite struct TemplateTests {
    private func mistake(
        _ text: String, in template: String = "returned", on channel: NoticeChannel = .email,
        english: String? = nil, subject: LocalText? = nil
    ) -> TemplateMistake? {
        TemplateMistake.first(
            in: .init(
                template: template, channel: channel, body: LocalText(text, english: english),
                subject: subject))
    }

    @Test func `a word that is not filled in is named with its line and language`() throws {
        let thai = try #require(mistake("เลขที่ {number}\nภายใน {deu}"))
        #expect(thai.kind == .unknown("deu") && thai.line == 2 && !thai.isEnglish)
        #expect(thai.wording.thai.hasPrefix("เนื้อหา (ไทย) บรรทัด 2: ไม่รู้จัก {deu}"))
        #expect(thai.wording.thai.hasSuffix("{office} {number} {items} {due} {defects}"))
        let english = try #require(mistake("{number}", english: "a\nb {x}"))
        #expect(english.isEnglish && english.line == 2)
        #expect(english.wording.english.hasPrefix("Text (English), line 2:"))
        let subject = try #require(mistake("", subject: LocalText("{Number}")))
        #expect(subject.isSubject && subject.line == 1)
    }

    @Test(arguments: [
        ("a {number", TemplateMistake.Kind.unclosed("number"), 1),
        ("a\n{number\n} b", .unclosed("number"), 2), ("{ {number}", .unclosed(" "), 1),
        ("ok {number}\n\nnumber}", .unopened, 3), ("{}", .unknown(""), 1),
    ])
    func `braces come in pairs, on one line`(
        _ text: String, _ kind: TemplateMistake.Kind, _ line: Int
    ) {
        #expect(mistake(text)?.kind == kind)
        #expect(mistake(text)?.line == line)
    }

    @Test func `each message knows its own words, and an SMS none that may grow`() {
        #expect(mistake("{received} {steps} {reading}", in: "submitted") == nil)
        #expect(mistake("{steps}", in: "submitted", on: .sms)?.kind == .unknown("steps"))
        #expect(mistake("{code}", in: "submitted")?.kind == .unknown("code"))
        #expect(mistake("{number}", in: "reset-code")?.kind == .unknown("number"))
        #expect(mistake("{password}", in: "submitted-code", on: .line) != nil)
        #expect(mistake("{subject} {department}", in: "reply.any.any.x", on: .web) == nil)
        #expect(mistake("{code}", in: "reply.any.any.x", on: .web) != nil)
    }

    @Test func `what every office begins with is without a mistake`() {
        for notice in Notice.allCases {
            for channel in NoticeChannel.allCases {
                guard let data = OfficeEvent.TemplateSet.standard(notice, on: channel) else {
                    let isPassword = notice == .submittedCode && channel == .line
                    #expect(!notice.channels.contains(channel) || isPassword)
                    continue
                }
                #expect(TemplateMistake.first(in: data) == nil, "\(data.place)")
                #expect(data.untold.isEmpty)
            }
        }
    }

    @Test func `a wording from before is told of what the standard says by now`() {
        func untold(_ text: String, _ channel: NoticeChannel = .email) -> [Placeholder] {
            OfficeEvent.TemplateSet(
                template: "submitted", channel: channel, body: LocalText(text)
            ).untold
        }
        #expect(untold("รับ {number} แล้ว") == [.received, .steps, .reading])
        #expect(untold("{number} {received} {steps} {reading}").isEmpty)
        #expect(untold("รับ {number} แล้ว", .sms).isEmpty)
    }
}
