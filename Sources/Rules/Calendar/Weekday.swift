package import Entries
package import Events

package enum Weekday: Int, CaseIterable, Sendable {
    case monday = 1
    case tuesday, wednesday, thursday, friday, saturday, sunday

    /// The weekday of the day that lies `dayNumber` days after 1970-01-01, a Thursday.
    package init(dayNumber: Int) {
        let fromMonday = (dayNumber + 3) % 7
        self = Self.allCases[fromMonday < 0 ? fromMonday + 7 : fromMonday]
    }

    package var name: Wording { Self.names[rawValue - 1] }

    private static let names = [
        Wording(thai: "วันจันทร์", english: "Monday"),
        Wording(thai: "วันอังคาร", english: "Tuesday"),
        Wording(thai: "วันพุธ", english: "Wednesday"),
        Wording(thai: "วันพฤหัสบดี", english: "Thursday"),
        Wording(thai: "วันศุกร์", english: "Friday"),
        Wording(thai: "วันเสาร์", english: "Saturday"),
        Wording(thai: "วันอาทิตย์", english: "Sunday"),
    ]

    /// `จ.`, `Mon`.
    package var abbreviation: Wording { Self.abbreviations[rawValue - 1] }

    private static let abbreviations = [
        Wording(thai: "จ.", english: "Mon"), Wording(thai: "อ.", english: "Tue"),
        Wording(thai: "พ.", english: "Wed"), Wording(thai: "พฤ.", english: "Thu"),
        Wording(thai: "ศ.", english: "Fri"), Wording(thai: "ส.", english: "Sat"),
        Wording(thai: "อา.", english: "Sun"),
    ]
}

extension CivilDate {
    package var weekday: Weekday { Weekday(dayNumber: dayNumber) }

    /// The year of the Buddhist era (พ.ศ.).
    ///
    /// Exact since 1941, when the Thai year began to start in January.
    package var buddhistYear: Int { year + 543 }
}
