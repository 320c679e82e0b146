internal import Events
internal import Markup
internal import Rules

/// How a change will look to whoever meets it: the news, the message, the number.
enum SettingsSight {
    static func section(_ part: SettingsPart, _ plan: SettingsPlan, _ visit: Visit) -> HTML? {
        let sights = plan.changes.compactMap { sight(of: $0.event, plan, visit) }
        guard !sights.isEmpty else { return nil }
        return Markup.section {
            h2 { visit.say("จะเห็นเป็นแบบนี้", "It will look like this") }
            for sight in sights { div(.class("sight")) { sight } }
        }
    }

    private static func sight(
        of event: OfficeEvent, _ plan: SettingsPlan, _ visit: Visit
    ) -> HTML? {
        switch event {
        case .newsPublished(let news): text(visit.language(news.title), news.body, visit)
        case .termsPublished(let terms): text(nil, terms.text, visit)
        case .noticePublished(let notice): text(nil, notice.text, visit)
        case .templateSet(let data): TemplateSight.html(data, plan.after, visit)
        case .numberingSet(let data):
            PetitionNumber(
                prefix: data.prefix, digit: data.digit, date: visit.now.local.date,
                running: data.next ?? 1, width: data.width
            ).map { number in p { strong { number.text } } }
        case .menuSet(let data): menu(data.items, visit)
        default: nil
        }
    }

    private static func text(_ title: String?, _ text: LocalText, _ visit: Visit) -> HTML {
        var html = HTML()
        if let title { html.append(h3 { title }) }
        for paragraph in visit.language(text).split(separator: "\n") {
            html.append(p { String(paragraph) })
        }
        return html
    }

    private static func menu(_ items: [MenuItem], _ visit: Visit) -> HTML {
        ul {
            for item in items {
                li {
                    visit.language(item.label)
                    if item.items.isEmpty, MenuTarget.path(item.target, visit) == nil {
                        span(.class("badge warn")) {
                            visit.say("ยังไม่ไปที่ใด จึงไม่แสดง", "leads nowhere, so it is not shown")
                        }
                    }
                    if !item.items.isEmpty { menu(item.items, visit) }
                }
            }
        }
    }
}
