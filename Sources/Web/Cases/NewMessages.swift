internal import Entries
internal import Projections
internal import Workflow

/// How many messages of the office each case holds that its petitioner has not had on the screen.
struct NewMessages {
    private let counts: [String: Int]

    init(_ rows: [MyCaseRow], _ visit: Visit) throws {
        let waiting = rows.filter { $0.unread > 0 }
        let marks = try visit.office.readMarks.marks(of: waiting.map(\.number))
        counts = try visit.office.views.read(.citizenDashboard) { database in
            var counts: [String: Int] = [:]
            for row in waiting {
                guard let mark = marks[row.number] else {
                    counts[row.number] = row.unread
                    continue
                }
                let later = try CitizenDashboard.messages(of: row.number, in: database).count {
                    !$0.isFromCitizen && $0.position > mark
                }
                counts[row.number] = min(later, row.unread)
            }
            return counts
        }
    }

    func count(_ row: MyCaseRow) -> Int { counts[row.number] ?? 0 }
}
