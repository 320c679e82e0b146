internal import Entries
internal import Events
internal import Markup
internal import Rules
internal import Vault
internal import Workflow

/// What one has begun to file and not sent yet, wherever it was begun.
enum UnfinishedList {
    /// So many stand there openly; more are folded, that they bury nothing.
    private static let mostShown = 3

    static func section(_ filings: [UnfinishedFiling], _ visit: Visit) -> HTML? {
        guard !filings.isEmpty else { return nil }
        let list = ul(.class("cards")) {
            for filing in filings { li(.class("card")) { item(filing, visit) } }
        }
        return Markup.section {
            h2 { visit.say("เรื่องที่ยังไม่ได้ส่ง", "Not sent yet") }
            if filings.count > mostShown {
                details(.class("more")) {
                    summary {
                        visit.say("ดูทั้งหมด \(filings.count) เรื่อง", "Show all \(filings.count)")
                    }
                    list
                }
            } else {
                list
            }
        }
    }

    /// On the pages from which something is begun: a few words that lead on to what was begun.
    static func reminder(_ visit: Visit) throws -> HTML? {
        let filings =
            try visit.account.map { try visit.office.filings.list(of: $0) }
            ?? GuestDrafts.list(visit)
        guard !filings.isEmpty else { return nil }
        return Parts.note {
            p { strong { visit.say("เรื่องที่ยังไม่ได้ส่ง", "Not sent yet") } }
            ul {
                for filing in filings.prefix(mostShown) {
                    li {
                        link(filing, visit)
                        " "
                        span(.class("small soft")) { Parts.moment(filing.changed, visit) }
                    }
                }
            }
            if filings.count > mostShown {
                p {
                    Parts.link(
                        visit.path("cases"),
                        visit.say("ดูทั้งหมด \(filings.count) เรื่อง", "Show all \(filings.count)"))
                }
            }
        }
    }

    private static func item(_ filing: UnfinishedFiling, _ visit: Visit) -> HTML {
        var html = h3 { link(filing, visit) }
        html.append(p(.class("small soft")) { Parts.moment(filing.changed, visit) })
        html.append(
            p {
                a(.href(visit.path("filings", filing.id.text, "remove"))) {
                    visit.say("ลบ", "Remove")
                    span(.class("hidden")) { " \(name(of: filing, visit))" }
                }
            })
        return html
    }

    private static func link(_ filing: UnfinishedFiling, _ visit: Visit) -> HTML {
        a(.href(visit.path("filings", filing.id.text))) {
            visit.say("กรอกต่อ ", "Go on: ") + name(of: filing, visit)
        }
    }

    static func name(of filing: UnfinishedFiling, _ visit: Visit) -> String {
        let answers = try? PetitionAnswers.decoded(filing.answers)
        let service = CaseWords.service(answers?.service ?? "", answers?.definition, visit)
        return [service, answers?.subject].compactMap { $0 }.joined(separator: ": ")
    }
}
