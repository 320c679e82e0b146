internal import Channels
internal import Events
internal import Markup
internal import Rules
internal import Workflow

/// A message as whoever gets it will see it, with made-up values: an e-mail, a chat, or the screen
/// of a telephone with what the SMS costs.
enum TemplateSight {
    static func html(
        _ data: OfficeEvent.TemplateSet, _ settings: OfficeSettings, _ visit: Visit
    ) -> HTML {
        let words = MessageWords(settings: settings, site: visit.site)
        guard let notice = Notice(rawValue: data.template),
            let content = words.sample(of: notice, on: data.channel)
        else {
            return paragraphs(visit.language(data.body.filled(with: words.sampleValues.thai)))
        }
        switch content {
        case .letter(let letter):
            var html = h3 { letter.subject }
            html.append(paragraphs(letter.text))
            return html
        case .short(let text): return telephone(text, visit)
        case .chat(.text(let text)): return bubble(text, visit)
        case .chat(.card(let card)): return bubble(card.plain, visit)
        }
    }

    private static func paragraphs(_ text: String) -> HTML {
        var html = HTML()
        for line in text.split(whereSeparator: \.isNewline) { html.append(p { String(line) }) }
        return html
    }

    private static func telephone(_ text: String, _ visit: Visit) -> HTML {
        let (units, parts) = (MessageLength.units(of: text), MessageLength.parts(of: text))
        return div(.class("telephone")) {
            p(.class("small soft")) { "SMS" }
            p(.class("said")) { text }
            p(.class("small soft")) {
                visit.say(
                    "\(units) จาก \(MessageLength.single) ตัวอักษร · \(parts) ข้อความ",
                    "\(units) of \(MessageLength.single) letters · \(parts) message"
                        + (parts == 1 ? "" : "s"))
            }
        }
    }

    private static func bubble(_ text: String, _ visit: Visit) -> HTML {
        div(.class("telephone")) {
            p(.class("small soft")) { "LINE" }
            p(.class("said office")) { text }
        }
    }
}
