package import Events

extension OfficerNotice {
    /// What an officer is told of who has decided nothing.
    static let standard: [OfficerNotice] = [
        .assigned, .escalated, .petitioner, .reopened, .withdrawn,
    ]

    /// The kinds in the order in which they came to be offered: those of one row together.
    fileprivate static let rows: [[OfficerNotice]] = [
        [.assigned, .department], [.escalated, .petitioner, .reopened], [.withdrawn],
    ]
}

extension OfficeEvent.OfficerNoticesSet {
    /// What the officer is told of from then on: what was chosen, and the standard for the kinds
    /// that nobody had offered yet.
    package var told: [OfficerNotice] {
        let decided = decided
        return OfficerNotice.allCases.filter {
            decided.contains($0) ? notices.contains($0) : OfficerNotice.standard.contains($0)
        }
    }

    /// Earlier events do not say what was declined: whoever chose one kind had all of its row
    /// before him, and all that came before it.
    private var decided: Set<OfficerNotice> {
        guard declined.isEmpty else { return Set(notices + declined) }
        let rows = OfficerNotice.rows
        let last = rows.lastIndex { row in notices.contains(where: row.contains) } ?? 0
        return Set(rows[...last].joined())
    }
}
