internal import Channels
internal import Events
internal import Markup
internal import Rules
internal import Workflow

/// What the office has written to whoever filed by itself, and how far each message has come: what
/// waits and why, what arrived, what failed and what was tried in its place.
enum DeskMessages {
    private static let most = 50

    static func section(_ desk: DeskCase) throws -> HTML? {
        let visit = desk.visit
        guard desk.sight == .whole, let post = visit.office.post else { return nil }
        let rows = try post.outbox.rows(
            of: StreamName(.petition, desk.number).subject, limit: most)
        guard !rows.isEmpty else { return nil }
        let waiting = rows.count { $0.state == .waiting }
        let failed = rows.count { $0.state == .failed }
        return Markup.section(.id("messages")) {
            h2 {
                visit.say("ข้อความที่ส่งถึงผู้ยื่น (\(rows.count))", "Messages sent (\(rows.count))")
            }
            details {
                summary {
                    visit.say("ดูทีละข้อความ", "One by one")
                    if waiting > 0 {
                        " "
                        Parts.badge(visit.say("รอส่ง \(waiting)", "\(waiting) waiting"), "warn")
                    }
                    if failed > 0 {
                        " "
                        Parts.badge(visit.say("ไม่สำเร็จ \(failed)", "\(failed) failed"), "bad")
                    }
                }
                ol(.class("timeline")) {
                    for row in rows { li { item(row, visit) } }
                }
            }
        }
    }

    private static func item(_ row: OutboxRow, _ visit: Visit) -> HTML {
        var html = Parts.moment(row.changed, visit)
        let channel = NoticeChannel(rawValue: row.message.channel)
        let notice = Notice(rawValue: row.message.template).map {
            TemplateWords.subject(of: $0)
        }
        html.append(
            strong {
                (channel.map { visit.language($0.label) } ?? row.message.channel) + " · "
                    + (notice.map { visit.language($0) } ?? row.message.template)
            })
        html.append(.text(" "))
        html.append(Parts.badge(visit.language(row.state.label), row.state.kind))
        if let words = words(row, visit) { html.append(p { words }) }
        return html
    }

    /// Why it stands there, and how often it was tried.
    private static func words(_ row: OutboxRow, _ visit: Visit) -> String? {
        var parts: [String] = []
        if row.isQuiet {
            parts.append(
                visit.say(
                    "ช่วงงดส่ง จะส่งเวลา \(visit.moment(row.due))",
                    "Quiet hours: it goes at \(visit.moment(row.due))"))
        } else if row.state == .waiting, row.tries > 0 {
            parts.append(
                visit.say(
                    "จะลองอีกครั้ง \(visit.moment(row.due))",
                    "It is tried again at \(visit.moment(row.due))"))
        }
        if let failure = row.failure { parts.append(visit.language(failure.label)) }
        if row.message.officer != nil {
            parts.append(visit.say("ถึงเจ้าหน้าที่", "To an officer"))
        }
        if row.tries > 1 {
            parts.append(visit.say("ส่ง \(row.tries) ครั้ง", "\(row.tries) tries"))
        }
        if let answer = row.answer, !row.isQuiet, row.state != .shown { parts.append(answer) }
        return parts.isEmpty ? nil : parts.joined(separator: " · ")
    }
}

extension OutboxRow.State {
    fileprivate var label: Wording {
        switch self {
        case .waiting: Wording(thai: "รอส่ง", english: "waits")
        case .sending: Wording(thai: "กำลังส่ง", english: "being sent")
        case .sent: Wording(thai: "ส่งแล้ว", english: "sent")
        case .failed: Wording(thai: "ส่งไม่สำเร็จ", english: "failed")
        case .shown: Wording(thai: "แสดงบนหน้าเว็บเท่านั้น", english: "shown on a page only")
        }
    }

    fileprivate var kind: String {
        switch self {
        case .waiting, .sending: "warn"
        case .sent: "good"
        case .failed: "bad"
        case .shown: "info"
        }
    }
}

extension OutboxRow.Failure {
    fileprivate var label: Wording {
        switch self {
        case .noRecipient:
            Wording(
                thai: "ไม่มีผู้รับที่ที่อยู่นี้ จึงไม่ใช้ที่อยู่นี้อีก",
                english: "Nobody is reached there, and it is not used again")
        case .refused: Wording(thai: "ผู้ให้บริการไม่รับ", english: "The provider refused it")
        case .quota:
            Wording(
                thai: "โควตาข้อความของเดือนนี้หมด", english: "This month’s messages are used up")
        case .givenUp:
            Wording(thai: "ลองครบหนึ่งวันแล้วไม่สำเร็จ", english: "A day of tries was in vain")
        case .expired: Wording(thai: "รหัสหมดอายุก่อนส่ง", english: "The code was no longer good")
        case .lost:
            Wording(
                thai: "ไม่ทราบผล รหัสไม่ส่งซ้ำ",
                english: "Nobody knows whether it came; a code is not sent twice")
        case .noAddress:
            Wording(thai: "ไม่มีที่อยู่แล้ว", english: "There is no address any more")
        case .erased: Wording(thai: "ข้อมูลผู้รับถูกลบแล้ว", english: "The person is forgotten")
        }
    }
}
