internal import Markup
internal import Projections
internal import Rules
internal import Workflow

/// The counter and the figures by fiscal year.
enum OfficeFigures {
    static func section(_ figures: PublicFigures.Snapshot, _ visit: Visit) -> HTML? {
        guard figures.cases > 0 else { return nil }
        return Markup.section {
            h2 { visit.say("ผลการดำเนินงาน", "How we are doing") }
            dl(.class("figures")) {
                figure(visit.say("คำร้องทั้งหมด", "Petitions so far"), count(figures.cases))
                if figures.ratings > 0 {
                    figure(
                        visit.say("ความพึงพอใจ (เต็ม 5)", "Satisfaction (of 5)"),
                        hundredths(figures.meanHundredths))
                }
            }
            years(figures, visit)
            p(.class("small soft")) {
                visit.say("นับเมื่อ ", "Counted ") + visit.moment(figures.at)
            }
        }
    }

    private static func figure(_ name: String, _ value: String) -> HTML {
        div {
            dt { name }
            dd { value }
        }
    }

    private static func years(_ figures: PublicFigures.Snapshot, _ visit: Visit) -> HTML {
        Parts.table(
            visit.say("สถิติตามปีงบประมาณ", "Figures by fiscal year"), isCaptioned: true, class: "fit"
        ) {
            Parts.heads(
                [
                    visit.say("ปีงบประมาณ", "Fiscal year"), visit.say("รับเรื่อง", "Filed"),
                    visit.say("สำเร็จ", "Completed"), visit.say("จบโดยเหตุอื่น", "Ended otherwise"),
                    visit.say("กำลังดำเนินการ", "Open"),
                ], numbers: 1..<5)
            tbody {
                for year in figures.years.prefix(5) {
                    tr {
                        th(Attribute("scope", "row")) {
                            span { "\(year.year) " }
                            span(.class("small soft")) { months(of: year.year, visit) }
                        }
                        td(.class("n")) { count(year.cases) }
                        td(.class("n")) { count(year.completed) }
                        td(.class("n")) {
                            count(max(year.cases - year.completed - year.openCases, 0))
                        }
                        td(.class("n")) { count(year.openCases) }
                    }
                }
            }
        }
    }

    /// The year itself is of the Buddhist era in both languages: that is what it is called.
    private static func months(of year: Int, _ visit: Visit) -> String {
        guard let span = FiscalYear(buddhist: year)?.span else { return "" }
        return "(\(visit.language(span)))"
    }

    static func count(_ number: Int) -> String {
        var digits = String(number)
        var groups: [Substring] = []
        while digits.utf8.count > 3 {
            groups.insert(digits.suffix(3), at: 0)
            digits = String(digits.dropLast(3))
        }
        return ([Substring(digits)] + groups).joined(separator: ",")
    }

    private static func hundredths(_ value: Int) -> String {
        let rest = value % 100
        return "\(value / 100).\(rest < 10 ? "0" : "")\(rest)"
    }
}
