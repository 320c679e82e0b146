internal import Entries
internal import Events
internal import HTTP
internal import Markup
internal import Projections
internal import Rules
internal import Workflow

/// The queue: every case, least time remaining first over the whole of it.
enum QueuePages {
    static func add(to routes: inout PageRoutes) {
        routes.page("/desk", .desk(.cases)) { try page($0) }
    }

    private static func page(_ visit: Visit) throws -> Page {
        let query = OfficerQueue.Query(.open, at: visit.now, officer: visit.officer?.id)
        let entries = try visit.office.views.read(.officerQueue) { database in
            try OfficerQueue.page(query, in: database)
        }
        let title = visit.say("คิวงาน", "Queue")
        var page = Page(title) {
            h1 { title }
            div(.class("table")) {
                table {
                    thead {
                        tr {
                            th { visit.say("เลขที่", "Number") }
                            th { visit.say("สถานะ", "Status") }
                            th { visit.say("ผู้รับผิดชอบ", "Owner") }
                        }
                    }
                    tbody {
                        for entry in entries {
                            tr {
                                td { entry.row.number }
                                td { visit.language(entry.row.course.status.label) }
                                td { entry.row.owner ?? "–" }
                            }
                        }
                    }
                }
            }
        }
        page.isNarrow = false
        return page
    }
}
