internal import Entries
internal import Events
internal import Markup
internal import Rules

/// Pieces that many pages use.
enum Parts {
    /// A message that stands out: `good`, `warn`, `bad`, or plain information.
    static func note(_ kind: String = "", @HTMLBuilder content: () -> HTML) -> HTML {
        div(.class(kind.isEmpty ? "note" : "note \(kind)")) { content() }
    }

    static func badge(_ text: String, _ kind: String = "info") -> HTML {
        span(.class("badge \(kind)")) { text }
    }

    /// Answers, one a row, each with the way to change it.
    static func rows(
        _ rows: [(label: String, value: HTML, change: HTML?)]
    ) -> HTML {
        dl(.class("rows")) {
            for row in rows {
                div {
                    dt { row.label }
                    dd { row.value }
                    if let change = row.change { dd(.class("change")) { change } }
                }
            }
        }
    }

    /// “เปลี่ยน” with what it changes, for whoever hears only the link.
    static func change(_ target: String, _ what: String, _ visit: Visit) -> HTML {
        a(.href(target)) {
            visit.say("เปลี่ยน", "Change")
            span(.class("hidden")) { " \(what)" }
        }
    }

    /// A moment for people, and exactly for machines.
    static func moment(_ instant: Instant, _ visit: Visit, seconds: Bool = false) -> HTML {
        Markup.time(Attribute("datetime", instant.description)) {
            visit.moment(instant, seconds: seconds)
        }
    }

    /// What somebody wrote: Thai on a page in English too, and marked so for a voice that reads it.
    static func written(_ text: String, _ visit: Visit) -> HTML {
        let isThai = text.unicodeScalars.contains { (0x0E01...0x0E5B).contains($0.value) }
        guard visit.language == .english, isThai else { return .text(text) }
        return span(.lang("th")) { text }
    }

    /// The first line of a table: what stands in each column, and which of them hold numbers.
    static func heads(_ names: [String], numbers: Range<Int>? = nil) -> HTML {
        thead {
            tr {
                for (index, name) in names.enumerated() {
                    th(
                        Attribute("scope", "col"),
                        .class(numbers?.contains(index) == true ? "n" : nil)
                    ) { name }
                }
            }
        }
    }

    static func actions(@HTMLBuilder content: () -> HTML) -> HTML {
        div(.class("actions")) { content() }
    }

    static func link(_ target: String, _ text: String, class kind: String? = nil) -> HTML {
        a(.href(target), .class(kind)) { text }
    }
}

extension Visit {
    /// No line ends between a time and the letter that says it is one.
    func moment(_ instant: Instant, seconds: Bool = false) -> String {
        instant.display(
            .short, time: seconds ? .second : .screen,
            in: language == .thai ? .thai : .english
        ).replacing(" น.", with: "\u{A0}น.")
    }

    func day(_ date: CivilDate) -> String {
        date.display(.full, in: language == .thai ? .thai : .english)
    }
}
