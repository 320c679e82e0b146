package import Entries

/// What stands in one cell. A text is a text, whatever it begins with: none becomes a formula.
package enum Cell: Equatable, Sendable {
    case empty
    case text(String)
    case number(Int)
    case decimal(Double)
    case day(CivilDate)
    /// On the clock of the wall where the sheet is read: a sheet knows no zones.
    case moment(CivilDate, minute: Int)
}

/// A heading with the width of its column, in letters.
package struct Heading: Equatable, Sendable {
    package let title: String
    package let width: Double

    package init(_ title: String, width: Double = 16) {
        self.title = title
        self.width = width
    }
}
