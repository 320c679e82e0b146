internal import Entries
internal import Events
internal import Markup
internal import Projections
internal import Rules

/// The rows of a page: a dense table on a desk, cards on a phone.
struct QueueTable {
    let reading: QueueReading
    let rows: [RowWords]
    let visit: Visit

    init(_ reading: QueueReading, _ visit: Visit) throws {
        self.reading = reading
        self.visit = visit
        rows = try reading.entries.map { try RowWords($0, reading.scope, visit) }
    }

    private var columns: [(name: String, label: String)] {
        [
            ("number", visit.say("เลขที่", "Number")), ("time", visit.say("เวลาคงเหลือ", "Time left")),
            ("title", visit.say("เรื่อง", "About")), ("person", visit.say("ผู้ยื่น", "Petitioner")),
            ("area", visit.say("พื้นที่", "Area")), ("status", visit.say("สถานะ", "Status")),
            ("owner", visit.say("ผู้รับผิดชอบ", "With")), ("received", visit.say("รับเรื่อง", "Received")),
            ("activity", visit.say("ล่าสุด", "Last activity")),
        ]
    }

    var html: HTML {
        table(.class("queue"), .id("rows")) {
            caption(.class("hidden")) {
                QueueWords.caption(reading.address.view, visit)
            }
            thead {
                tr {
                    th(.class("pick"), Attribute("scope", "col")) {
                        span(.class("hidden")) { visit.say("เลือก", "Select") }
                    }
                    for column in columns {
                        th(.class(column.name), Attribute("scope", "col")) { column.label }
                    }
                }
            }
            tbody { for row in rows { line(row) } }
        }
    }

    private func line(_ words: RowWords) -> HTML {
        let row = words.row
        let cells: [(String, HTML)] = [
            ("time", TimeLeft(row, visit).html(row, visit)), ("title", title(words)),
            ("person", Parts.written(words.petitioner, visit)), ("area", .text(words.area)),
            ("status", status(row)), ("owner", owner(words)),
            ("received", Parts.moment(row.course.receivedAt, visit)), ("activity", activity(words)),
        ]
        return tr(
            .id("case-\(row.number)"),
            .class(row.number == reading.address.chosen ? "chosen" : nil),
            Attribute("data-version", "\(row.version)")
        ) {
            td(.class("pick")) {
                input(
                    .type("checkbox"), .name("pick"), .value(row.number),
                    .label(visit.say("เลือก \(row.number)", "Select \(row.number)")))
            }
            th(.class("number"), Attribute("scope", "row")) {
                a(.href(visit.casePath(row.number, from: reading.address)), .class("open")) {
                    row.number
                }
                a(
                    .href(visit.queuePath(reading.address) { $0.chosen = row.number }),
                    .class("beside small"),
                    .label(visit.say("ดู \(row.number) ข้างรายการ", "Show \(row.number) beside"))
                ) { visit.say("ดูข้าง ๆ", "beside") }
                span(.class("small soft")) { visit.language(row.channel.label) }
            }
            for (name, cell) in cells {
                td(.class(name), Attribute("data-label", label(name))) { cell }
            }
        }
    }

    private func label(_ name: String) -> String? {
        columns.first { $0.name == name }?.label
    }

    private func title(_ words: RowWords) -> HTML {
        let row = words.row
        var html = span(.class("subject")) { words.title }
        html.append(
            span(.class("small soft")) {
                [words.service, words.category].compactMap { $0 }.joined(separator: " · ")
            })
        html.append(
            span(.class("marks")) {
                if row.urgency != .normal {
                    Parts.badge(visit.language(row.urgency.label), "bad")
                }
                if row.isConfidential { Parts.badge(visit.say("ปกปิด", "confidential"), "") }
                if words.entry.duplicates > 0 {
                    Parts.badge(
                        visit.say(
                            "อาจซ้ำ \(words.entry.duplicates) เรื่อง",
                            "\(words.entry.duplicates) alike"), "warn")
                }
            })
        return html
    }

    private func status(_ row: CaseRow) -> HTML {
        var html = CaseWords.badge(
            row.course.status, of: row.kind, awaitsCitizen: false, visit)
        if row.course.awaitsCitizen, row.course.isOpen {
            html.append(Parts.badge(visit.say("รอประชาชน", "awaits citizen"), "warn"))
        }
        if row.course.awaitsAgency != nil {
            html.append(Parts.badge(visit.say("รอหน่วยงานอื่น", "awaits agency"), "warn"))
        }
        return html
    }

    private func owner(_ words: RowWords) -> HTML {
        var html = span(.class(words.row.owner == nil ? "soft" : nil)) { words.owner }
        if let department = words.department {
            html.append(span(.class("small soft")) { department })
        }
        return html
    }

    private func activity(_ words: RowWords) -> HTML {
        let row = words.row
        return span {
            span(Attribute("title", visit.moment(row.lastActivityAt))) { words.activity }
            if row.unread > 0 {
                Parts.badge(
                    visit.say("ข้อความใหม่ \(row.unread)", "\(row.unread) unread"), "warn")
            }
            if row.attachments > 0 {
                span(.class("small soft")) {
                    visit.say(
                        "ไฟล์แนบ \(row.attachments)",
                        row.attachments == 1 ? "1 file" : "\(row.attachments) files")
                }
            }
        }
    }
}
