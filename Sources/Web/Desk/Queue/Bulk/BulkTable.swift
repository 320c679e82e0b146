internal import HTTP
internal import Markup
internal import Projections
internal import Rules
internal import Workflow

/// The cases that were chosen, one a line: which they are, and what becomes of each.
enum BulkTable {
    static func section(
        _ plan: BulkPlan, _ caption: String, _ results: [HTML], _ visit: Visit
    ) throws -> HTML {
        let titles = try titles(of: plan, visit)
        let heads = [visit.say("เรื่อง", "Case"), visit.say("ผล", "Result")]
        return Parts.table(caption, isCaptioned: true) {
            Parts.heads(heads)
            tbody {
                for (item, result) in zip(plan.cases, results) {
                    tr {
                        th(Attribute("scope", "row")) {
                            a(.href(visit.deskPath("cases", item.number))) { item.number }
                            span(.class("subject")) { titles[item.number] ?? HTML() }
                        }
                        td { result }
                    }
                }
            }
        }
    }

    /// As the queue shows them: a list by itself is no viewing of a case.
    private static func titles(of plan: BulkPlan, _ visit: Visit) throws -> [String: HTML] {
        let scope = try visit.deskScope()
        let entries = try visit.office.views.read(.officerQueue) { database in
            try plan.cases.compactMap { try OfficerQueue.entry($0.number, in: database) }
        }
        return try Dictionary(
            uniqueKeysWithValues: entries.filter { scope.sight(of: $0.row) != nil }.map { entry in
                (entry.row.number, try RowWords(entry, scope, visit).title)
            })
    }
}
