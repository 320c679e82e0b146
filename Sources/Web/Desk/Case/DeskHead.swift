internal import Entries
internal import Events
internal import Markup
internal import Projections
internal import Rules
internal import Workflow

/// The top of a case's page: what it is, where it stands, with whom.
enum DeskHead {
    static func section(_ desk: DeskCase) -> HTML {
        let visit = desk.visit
        let petition = desk.petition
        return header(.class("head")) {
            h1 {
                span(.class("caption number")) { petition.number }
                CaseWords.subject(
                    desk.file.text?.subject, of: petition.service, petition.definition, visit)
            }
            p(.class("badges")) { badges(desk) }
            if desk.sight == .whole, let into = petition.mergedInto { merged(into, visit) }
            dl(.class("grid")) {
                for row in rows(desk) {
                    div {
                        dt { row.0 }
                        dd { row.1 }
                    }
                }
            }
            p(
                .class("small soft"), .role("status"), .id("presence"),
                Attribute("data-presence", visit.deskPath("cases", desk.number, "presence"))
            ) { CasePresence.line(petition.number, desk.sight, visit) ?? "" }
        }
    }

    private static func badges(_ desk: DeskCase) -> HTML {
        let visit = desk.visit
        let petition = desk.petition
        var html = CaseWords.badge(
            petition.status, of: petition.kind, awaitsCitizen: false, visit)
        if let left = timeLeft(desk) {
            html.append(.text(" "))
            html.append(left.badge(visit))
        }
        func add(_ text: String, _ tone: String) {
            html.append(.text(" "))
            html.append(Parts.badge(text, tone))
        }
        if petition.standing.isReturned {
            add(visit.say("รอประชาชน", "Waits for the petitioner"), "warn")
        }
        if let agency = petition.waitsFor, desk.sight == .whole {
            add(visit.say("รอ \(agency)", "Waits for \(agency)"), "warn")
        }
        if petition.urgency != .normal {
            add(
                visit.say("ความเร่งด่วน: ", "Urgency: ") + visit.language(petition.urgency.label),
                "bad")
        }
        if petition.isConfidential { add(visit.say("เรื่องปกปิด", "Confidential"), "bad") }
        if petition.isAnonymous { add(visit.say("ไม่ประสงค์ออกนาม", "Anonymous"), "") }
        if petition.isErased { add(visit.say("ลบข้อมูลแล้ว", "Erased"), "") }
        return html
    }

    /// As the queue shows it: what brings the case to its place there.
    private static func timeLeft(_ desk: DeskCase) -> TimeLeft? {
        guard desk.petition.hasClocks, !desk.petition.isFinished else { return nil }
        let readings = ServiceClocks(desk.definition).readings(
            of: desk.petition.history, calendar: desk.settings.calendar)
        return TimeLeft(CaseClocks(readings), desk.visit)
    }

    private static func rows(_ desk: DeskCase) -> [(String, String)] {
        let visit = desk.visit
        let petition = desk.petition
        return [
            (visit.say("ขั้น", "State"), DeskWords.state(desk)),
            (visit.say("ผู้รับผิดชอบ", "Owner"), DeskWords.owner(petition, visit)),
            (
                visit.say("หน่วยงาน", "Unit"),
                CaseWords.department(petition.department, visit) ?? "–"
            ),
            (
                visit.say("บริการ", "Service"),
                CaseWords.service(petition.service, petition.definition, visit)
            ),
            (
                visit.say("ประเภทเรื่อง", "Category"),
                CaseWords.category(petition.category, visit) ?? "–"
            ),
            (visit.say("ช่องทาง", "Channel"), visit.language(petition.channel.label)),
            (
                visit.say("ถือว่าได้รับ", "Received by law"),
                visit.moment(petition.deemedReceivedAt)
            ),
        ] + entry(desk)
    }

    /// When it came and when it was entered, where an officer entered it afterwards.
    private static func entry(_ desk: DeskCase) -> [(String, String)] {
        guard let filed = desk.file.events.first, let came = filed.frame.occurredAt,
            came < desk.petition.enteredAt
        else { return [] }
        let visit = desk.visit
        return [
            (visit.say("เข้ามาเมื่อ", "Came"), visit.moment(came)),
            (visit.say("บันทึกเข้าระบบเมื่อ", "Entered"), visit.moment(desk.petition.enteredAt)),
        ]
    }

    private static func merged(_ into: String, _ visit: Visit) -> HTML {
        Parts.note("warn") {
            p {
                visit.say("เรื่องนี้รวมกับคำร้อง ", "This case goes on as ")
                Parts.link(visit.deskPath("cases", into), into)
            }
        }
    }
}
