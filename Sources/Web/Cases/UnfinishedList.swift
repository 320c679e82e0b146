internal import Entries
internal import Events
internal import Markup
internal import Rules
internal import Vault
internal import Workflow

/// What one has begun to file and not sent yet, wherever it was begun.
enum UnfinishedList {
    static func section(_ filings: [UnfinishedFiling], _ visit: Visit) -> HTML? {
        guard !filings.isEmpty else { return nil }
        return Markup.section {
            h2 { visit.say("เรื่องที่ยังไม่ได้ส่ง", "Not sent yet") }
            ul(.class("cards")) {
                for filing in filings { li(.class("card")) { item(filing, visit) } }
            }
        }
    }

    private static func item(_ filing: UnfinishedFiling, _ visit: Visit) -> HTML {
        let answers = try? PetitionAnswers.decoded(filing.answers)
        let service = CaseWords.service(answers?.service ?? "", answers?.definition, visit)
        let name = [service, answers?.subject].compactMap { $0 }.joined(separator: ": ")
        var html = h3 {
            a(.href(visit.path("filings", filing.id.text))) {
                visit.say("กรอกต่อ ", "Go on: ") + name
            }
        }
        html.append(p(.class("small soft")) { Parts.moment(filing.changed, visit) })
        html.append(
            visit.form(to: visit.path("filings", filing.id.text, "remove")) {
                button(.type("submit"), .class("button plain")) {
                    visit.say("ลบ", "Remove")
                    span(.class("hidden")) { " \(name)" }
                }
            })
        return html
    }
}
