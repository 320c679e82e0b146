import Events
import Rules
import Testing

/// What an office says that has set no wording of its own.
@Suite struct NoticeTests {
    private static let words: Set<String> = [
        "number", "code", "ref", "minutes", "password", "tracking", "link", "items",
        "due", "defects", "received", "steps", "reading",
    ]

    @Test(arguments: Notice.allCases)
    func `every notice is there in Thai and English, and asks for nothing unknown`(_ notice: Notice)
        throws
    {
        let wording = NoticeWording.standard(notice)
        for text in [wording.subject, wording.body] {
            #expect(!text.thai.isEmpty)
            let english = try #require(text.english)
            #expect(english.unicodeScalars.allSatisfy { $0.isASCII || $0 == "’" })
            for words in [text.thai, english] {
                let asked = words.matches(of: #/\{(\w+)\}/#).map { String($0.output.1) }
                #expect(Set(asked).isSubset(of: Self.words), "\(words)")
            }
        }
    }

    @Test(arguments: Notice.allCases.filter { $0 != .resetLink })
    func `no notice holds a link but the one that an office may switch on`(_ notice: Notice) {
        let wording = NoticeWording.standard(notice)
        let text = wording.subject.thai + wording.body.thai + (wording.body.english ?? "")
        #expect(!text.contains("{link}") && !text.contains("http") && !text.contains("www."))
    }

    @Test func `an office's own wording comes before the standard one`() {
        var settings = OfficeSettings()
        #expect(settings.emailWording(of: .received) == .standard(.received))
        settings.apply(
            .templateSet(
                OfficeEvent.TemplateSet(
                    template: "received", channel: .email, body: LocalText("รับแล้ว"))))
        let own = settings.emailWording(of: .received)
        #expect(own.body == LocalText("รับแล้ว"))
        #expect(own.subject == NoticeWording.standard(.received).subject)
    }

    @Test func `a chat speaks to people as a chat does, unless the office has its own words`() {
        var settings = OfficeSettings()
        #expect(settings.emailWording(of: .submittedCode).body.thai.hasPrefix("ท่านยื่น"))
        let chat = settings.chatWording(of: .submittedCode)
        #expect(chat.hasPrefix("คุณยื่น") && chat.contains("คำร้องนี้เท่านั้น"))
        #expect(!chat.replacing("เท่านั้น", with: "").contains("ท่าน"))
        for channel in [NoticeChannel.email, .line] {
            let own = "\(channel) ถึงท่าน"
            settings.apply(
                .templateSet(
                    .init(template: "submitted-code", channel: channel, body: LocalText(own))))
            #expect(settings.chatWording(of: .submittedCode) == own)
        }
    }

    @Test func `words in braces are filled in once`() {
        let values = ["a": "{b}", "b": "x"]
        #expect(LocalText.filled("{a}{b}{c}{a", with: values) == "{b}x{c}{a")
        #expect(LocalText.filled("", with: values) == "")
        #expect(LocalText.filled("}{{b}}", with: values) == "}{x}")
    }
}
