package import Entries
package import Events

/// A fiscal year, October to September, named by the Buddhist year in which it ends.
package struct FiscalYear: Hashable, Comparable, Sendable {
    /// `2567`: October 2023 to September 2024.
    package let buddhist: Int

    /// Nil unless `buddhist` is a year that a report could be asked for: 2400 to 2999.
    package init?(buddhist: Int) {
        guard (2400...2999).contains(buddhist) else { return nil }
        self.buddhist = buddhist
    }

    package init(of date: CivilDate) {
        buddhist = date.buddhistYear + (date.month >= 10 ? 1 : 0)
    }

    /// The fiscal year in Thailand at that moment.
    package init(at instant: Instant) { self.init(of: instant.local.date) }

    package var firstDay: CivilDate { Self.firstOfOctober(buddhist - 544) }
    package var lastDay: CivilDate {
        CivilDate(dayNumber: Self.firstOfOctober(buddhist - 543).dayNumber - 1)
    }

    /// The first moment of the year and the first after it.
    package var instants: Range<Instant> {
        Instant(local: firstDay)..<Instant(local: Self.firstOfOctober(buddhist - 543))
    }

    /// `ต.ค. 66 – ก.ย. 67`, `Oct 2023 – Sep 2024`.
    package var span: Wording {
        func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
        return Wording(
            thai: "ต.ค. \(two((buddhist - 1) % 100)) – ก.ย. \(two(buddhist % 100))",
            english: "Oct \(buddhist - 544) – Sep \(buddhist - 543)")
    }

    package static func < (left: Self, right: Self) -> Bool { left.buddhist < right.buddhist }

    private static func firstOfOctober(_ year: Int) -> CivilDate {
        guard let date = CivilDate(year: year, month: 10, day: 1) else {
            preconditionFailure("no such year: \(year)")
        }
        return date
    }
}
