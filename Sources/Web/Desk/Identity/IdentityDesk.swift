internal import Entries
internal import Events
internal import HTTP
internal import Markup
internal import Projections
internal import Rules
internal import Workflow

/// Who waits to be checked, longest first. No name stands here: a person is opened to be checked.
enum IdentityDesk {
    static func add(to routes: inout PageRoutes) {
        routes.page("/desk/identities", .desk(.identities)) { try page($0) }
        routes.get("/desk/identities/{account}", .desk(.identities)) { visit in
            .page(try IdentityCheck.page(visit))
        }
        routes.post("/desk/identities/{account}", .desk(.identities)) { visit in
            try IdentityCheck.take(visit)
        }
        routes.get("/desk/identities/{account}/photos/{number}", .desk(.identities)) { visit in
            .response(try IdentityCheck.photo(visit))
        }
    }

    private static let shown = 100

    /// Whoever waits longest, after `account` was seen to; nil if nobody waits.
    static func next(after account: String, _ visit: Visit) throws -> IdentityRow? {
        try visit.office.views.read(.officerQueue) { database in
            try OfficerQueue.identities(limit: 2, in: database)
        }.first { $0.account != account }
    }

    private static func page(_ visit: Visit) throws -> Page {
        let (rows, waiting) = try visit.office.views.read(.officerQueue) { database in
            (
                try OfficerQueue.identities(limit: shown, in: database),
                try OfficerQueue.counts(at: visit.now, in: database).identities
            )
        }
        let title = visit.say("ตรวจยืนยันตัวตน", "Identity checks")
        var page = Page(title) {
            IdentityDone.note(visit)
            h1 { title }
            if let first = rows.first {
                p {
                    visit.say(
                        "รอตรวจ \(waiting) คน รอนานที่สุดก่อน",
                        "\(waiting) waiting, the longest first")
                }
                Parts.actions {
                    Parts.link(
                        visit.deskPath("identities", first.account),
                        visit.say("ตรวจคนถัดไป", "Check the next"), class: "button")
                }
                table(rows, visit)
            } else {
                Parts.note("good") {
                    p { visit.say("ไม่มีใครรอตรวจ", "Nobody is waiting to be checked.") }
                }
            }
        }
        page.isNarrow = false
        return page
    }

    private static func table(_ rows: [IdentityRow], _ visit: Visit) -> HTML {
        Parts.table(visit.say("ผู้ที่รอตรวจ", "Who waits to be checked")) {
            thead {
                tr {
                    th(Attribute("scope", "col")) { visit.say("รอตั้งแต่", "Waiting since") }
                    th(Attribute("scope", "col")) { visit.say("ภาพ", "Photos") }
                    th(Attribute("scope", "col")) { visit.say("ส่งครั้งที่", "Sent") }
                    th(Attribute("scope", "col")) { visit.say("ช่องทาง", "Channel") }
                    th(Attribute("scope", "col")) {
                        span(.class("hidden")) { visit.say("ตรวจ", "Check") }
                    }
                }
            }
            tbody { for row in rows { line(row, visit) } }
        }
    }

    private static func line(_ row: IdentityRow, _ visit: Visit) -> HTML {
        tr {
            td { Parts.moment(row.waitingSince, visit) }
            td { "\(row.photos)" }
            td { row.round > 1 ? visit.say("ครั้งที่ \(row.round)", "again, \(row.round)") : "1" }
            td { visit.language(row.channel.label) }
            td {
                a(.href(visit.deskPath("identities", row.account))) {
                    visit.say("ตรวจ", "Check")
                    span(.class("hidden")) { " \(visit.moment(row.waitingSince))" }
                }
            }
        }
    }
}
