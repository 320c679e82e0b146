internal import Events
internal import Markup
internal import Rules

/// What whoever words a message must know: which message it is, what the system fills in, and
/// whether the standard wording says more by now.
enum TemplateWords {
    /// A message by its standard subject, or a ready text by its name.
    static func name(_ data: OfficeEvent.TemplateSet) -> Wording {
        guard let notice = Notice(rawValue: data.template) else {
            return Wording(thai: data.place, english: data.place)
        }
        let (subject, channel) = (subject(of: notice), data.channel.label)
        return Wording(
            thai: "\(subject.thai) · \(channel.thai)",
            english: "\(subject.english) · \(channel.english)")
    }

    /// What a message is about.
    static func subject(of notice: Notice) -> Wording {
        let subject = NoticeWording.standard(notice).subject
        return Wording(
            thai: plain(subject.thai), english: plain(subject.english ?? subject.thai))
    }

    /// Without what is filled in.
    private static func plain(_ subject: String) -> String {
        ThaiText.trimmed(
            subject.replacing(#/\s*:?\s*(\(Ref: )?\{[a-z]+\}\)?/#, with: ""))
    }

    static func note(_ data: OfficeEvent.TemplateSet) -> Wording? {
        guard data.untold.isEmpty else {
            return Wording(
                thai: "มีข้อความมาตรฐานที่ใหม่กว่า", english: "There is a newer standard wording")
        }
        return data.subject.map {
            Wording(thai: $0.thai, english: $0.english ?? $0.thai)
        }
    }

    /// Messages that still have the wording of every office, by channel.
    static func standards(_ document: SettingsDocument, _ visit: Visit) -> HTML {
        let own = Set(document.templates.map(\.place))
        let others = PartEditor.standardTemplates.filter { !own.contains($0.place) }
        return Markup.section {
            h2 { visit.say("ใช้ข้อความมาตรฐานอยู่", "With the standard wording") }
            ul {
                for data in others {
                    li {
                        a(.href(PartForm.path(of: .templates, item: data.place, visit))) {
                            visit.language(name(data))
                        }
                        // Two messages may be about the same.
                        span(.class("soft small")) { " \(data.template)" }
                    }
                }
            }
        }
    }

    /// Beside the form: the words in braces that this message knows.
    static func known(in data: OfficeEvent.TemplateSet, _ visit: Visit) -> HTML {
        details {
            summary { visit.say("คำที่ระบบเติมให้", "What the system fills in") }
            dl(.class("rows")) {
                for placeholder in Placeholder.allowed(in: data.template, on: data.channel) {
                    div {
                        dt { element("code", [], .text(placeholder.text)) }
                        dd { visit.language(placeholder.meaning) }
                    }
                }
            }
        }
    }

    /// Above the form: the standard wording has lines that the office's own lacks.
    static func newer(_ data: OfficeEvent.TemplateSet, _ visit: Visit) -> HTML? {
        guard let standard = data.standard, !data.untold.isEmpty else { return nil }
        return Parts.note("warn") {
            h2 { visit.say("มีข้อความมาตรฐานที่ใหม่กว่า", "There is a newer standard wording") }
            p {
                visit.say("ข้อความของหน่วยงานยังไม่บอก: ", "Yours does not tell: ")
                    + data.untold.map { visit.language($0.meaning) }.joined(separator: " · ")
            }
            div(.class("said")) { visit.language(standard.body) }
            Parts.actions {
                button(
                    .class("button second"), .type("submit"), .name("act"), .value(takeStandard)
                ) { visit.say("ใช้ข้อความมาตรฐาน", "Take the standard wording over") }
            }
        }
    }

    /// What the button of `newer` asks for.
    static let takeStandard = "standard"
}
