internal import Entries
internal import Events
internal import HTTP
internal import Markup
internal import Rules
internal import Workflow

/// What goes for its time is over, before it does: each case with its day, and the hold that keeps
/// it. No name stands here.
enum RetentionPages {
    private static let longestReason = 2000

    static func add(to routes: inout PageRoutes) {
        routes.page("/desk/retention", .desk(.privacy), lane: .slow) { try list($0) }
        routes.page("/desk/retention/{number}", .desk(.privacy)) { try page($0, Typed(), Issues()) }
        routes.post("/desk/retention/{number}", .desk(.privacy)) { try take($0) }
    }

    // MARK: The list

    private static func list(_ visit: Visit) throws -> Page {
        let today = visit.now.local.date
        let notices = try visit.office.office.retentionNotices(on: today)
        let sought = try found(visit)
        let title = visit.say("ข้อมูลที่พ้นระยะเวลาเก็บรักษา", "Data whose time is over")
        var page = Page(title) {
            PrivacyDone.note(visit)
            PrivacyDesk.tabs(visit)
            h1 { title }
            p {
                visit.say(
                    "ระบบประกาศวันลบล่วงหน้าอย่างน้อย \(Petition.daysOfNotice) วัน ตามประเภทการเก็บรักษาของแต่ละบริการ "
                        + "เมื่อถึงวันนั้นข้อมูลส่วนบุคคลของเรื่องถูกลบในเวลากลางคืน เว้นแต่ระงับไว้",
                    "Each day is announced at least \(Petition.daysOfNotice) days before, by the "
                        + "retention class of the service. In the night of that day the personal "
                        + "data of the case goes, unless it is on hold.")
            }
            finder(visit)
            sought
            if notices.isEmpty {
                Parts.note("good") {
                    p {
                        visit.say("ไม่มีเรื่องที่จะลบหรือระงับไว้", "Nothing is to go, and nothing is held.")
                    }
                }
            } else {
                table(notices, visit)
            }
        }
        page.isNarrow = false
        return page
    }

    /// A case may have to be held before its day is announced.
    private static func finder(_ visit: Visit) -> HTML {
        element(
            "form",
            [
                .method("get"), .action(visit.deskPath("retention")),
                .label(visit.say("หาเรื่อง", "Find a case")),
            ],
            div(.class("filters")) {
                div {
                    Markup.label(.for("number")) {
                        visit.say("เลขที่เรื่องที่จะระงับ", "Number of a case to hold")
                    }
                    input(
                        .type("text"), .id("number"), .name("number"), .autocomplete("off"))
                }
                div {
                    button(.class("button second"), .type("submit")) { visit.say("เปิด", "Open") }
                }
            })
    }

    private static func found(_ visit: Visit) throws -> HTML? {
        guard let number = visit.request.query["number"], !number.isEmpty else { return nil }
        guard let petition = try visit.office.office.log.history(of: number)?.petition else {
            return Parts.note("warn") {
                p(.role("status")) { visit.say("ไม่พบเรื่องเลขที่นี้", "There is no such case.") }
            }
        }
        return Parts.note {
            p(.role("status")) {
                Parts.link(visit.deskPath("retention", petition.number), petition.number)
            }
        }
    }

    private static func table(_ notices: [RetentionNotice], _ visit: Visit) -> HTML {
        Parts.table(visit.say("เรื่องที่จะลบข้อมูล", "Cases whose data goes")) {
            Parts.heads([
                visit.say("เลขที่", "Number"), visit.say("สถานะ", "Standing"),
                visit.say("ลบตั้งแต่", "Goes from"), visit.say("บริการ", "Service"),
                visit.say("สิ้นสุดเมื่อ", "Ended"),
            ])
            tbody {
                for notice in notices {
                    tr {
                        td {
                            a(.href(visit.deskPath("retention", notice.number))) { notice.number }
                        }
                        td { standing(notice, visit) }
                        td { notice.day.map { visit.day($0) } ?? "–" }
                        td { service(notice.service, visit) }
                        td { notice.finishedAt.map { Parts.moment($0, visit) } ?? .text("–") }
                    }
                }
            }
        }
    }

    private static func service(_ code: String, _ visit: Visit) -> String {
        visit.settings.definition(of: code).map { visit.language($0.name) } ?? code
    }

    private static func standing(_ notice: RetentionNotice, _ visit: Visit) -> HTML {
        guard notice.isHeld else {
            return Parts.badge(visit.say("จะลบ", "to go"), "info")
        }
        let until = notice.heldUntil.map {
            visit.say(" ถึง \(visit.day($0))", " until \(visit.day($0))")
        }
        return Parts.badge(visit.say("ระงับไว้", "on hold") + (until ?? ""), "warn")
    }

    // MARK: One case

    private static func petition(_ visit: Visit) throws -> Petition {
        guard let name = visit.request.parameters["number"],
            let petition = try visit.office.office.log.history(of: name)?.petition
        else { throw HTTP.Refusal.notFound }
        return petition
    }

    private static func take(_ visit: Visit) throws -> Answer {
        let petition = try petition(visit)
        let typed = Typed(visit.request.form)
        var issues = Issues()
        let reason = typed["reason"]
        if reason.isEmpty {
            issues.add("reason", "เขียนเหตุผล", "Write why")
        } else if reason.unicodeScalars.count > longestReason {
            issues.add(
                "reason", "เหตุผลต้องไม่เกิน \(longestReason) ตัวอักษร",
                "The reason must be \(longestReason) letters or fewer")
        }
        let isEnding = typed["act"] == "end"
        let until = isEnding ? nil : DateFields.read("until", typed, &issues)
        if issues.isEmpty {
            let command: PetitionCommand =
                isEnding ? .endErasureHold(.init()) : .holdErasure(.init(until: until))
            let outcome = visit.office.perform(
                Draft(
                    .petition(number: petition.number, command), by: try visit.deskActor(),
                    at: visit.now, sections: [PlainSection(Reason(text: reason))]))
            issues.add(outcome, visit)
        }
        guard issues.isEmpty else { return .page(try page(visit, typed, issues)) }
        return .go((isEnding ? PrivacyDone.released : .held).path(visit, "retention"))
    }

    private static func page(_ visit: Visit, _ typed: Typed, _ issues: Issues) throws -> Page {
        let petition = try petition(visit)
        let today = visit.now.local.date
        let title = visit.say(
            "การเก็บรักษาข้อมูลของ \(petition.number)", "Retention of \(petition.number)")
        var page = Page(title) {
            issues.summary(visit.language)
            h1 { title }
            facts(petition, today, visit)
            if petition.erasure == nil { form(petition, typed, issues, visit) }
        }
        page.back = visit.deskPath("retention")
        page.mark(issues)
        return page
    }

    private static func facts(
        _ petition: Petition, _ today: CivilDate, _ visit: Visit
    ) -> HTML {
        let code = visit.settings.definition(of: petition)?.retention
        let kind = code.flatMap { visit.settings.retention[$0] }
        let end = petition.retentionEnd(in: visit.settings)
        let held =
            petition.isHeld(on: today)
            ? petition.hold?.until.map { visit.day($0) }
                ?? visit.say("จนกว่าจะยกเลิก", "until it is ended")
            : nil
        let facts: [(String, String?)] = [
            (visit.say("บริการ", "Service"), service(petition.service, visit)),
            (
                visit.say("ประเภทการเก็บรักษา", "Retention class"),
                kind.map { "\(visit.language($0.name)) · \(visit.language($0.keep.wording))" }
            ),
            (visit.say("สิ้นสุดเมื่อ", "Ended"), petition.finishedAt.map { visit.moment($0) }),
            (visit.say("พ้นกำหนดเก็บรักษา", "Kept until"), end.map { visit.day($0) }),
            (
                visit.say("ประกาศลบตั้งแต่", "Announced to go from"),
                petition.erasureDay.map { visit.day($0) }
            ),
            (visit.say("ระงับถึง", "On hold until"), held),
            (
                visit.say("ลบแล้ว", "Erased"),
                petition.erasure.map { visit.language($0.label) }
            ),
        ]
        return Parts.rows(
            facts.compactMap { label, value in
                value.map { (label: label, value: HTML.text($0), change: nil) }
            })
    }

    private static func form(
        _ petition: Petition, _ typed: Typed, _ issues: Issues, _ visit: Visit
    ) -> HTML {
        let controls = Controls(visit, issues)
        let isHeld = petition.hold != nil
        return visit.form(to: visit.deskPath("retention", petition.number)) {
            h2 {
                isHeld
                    ? visit.say("ยกเลิกการระงับ", "End the hold")
                    : visit.say("ระงับการลบข้อมูล", "Put the erasure on hold")
            }
            if isHeld {
                input(.type("hidden"), .name("act"), .value("end"))
            } else {
                input(.type("hidden"), .name("act"), .value("hold"))
                p {
                    visit.say(
                        "เช่น เมื่อมีคดีหรือการตรวจสอบที่ต้องใช้ข้อมูลของเรื่องนี้ เหตุผลถูกปิดผนึกไว้",
                        "For a lawsuit or an inquiry that needs the case, for example. The reason "
                            + "is sealed.")
                }
                DateFields.html(
                    "until", visit.say("ระงับถึงวันที่", "Hold until"), controls, typed,
                    isRequired: false)
            }
            controls.longText(
                "reason", visit.say("เหตุผล", "Why"), value: typed.text("reason"))
            Parts.actions {
                controls.submit(
                    isHeld
                        ? visit.say("ยกเลิกการระงับ", "End the hold") : visit.say("ระงับไว้", "Hold it")
                )
            }
        }
    }
}
