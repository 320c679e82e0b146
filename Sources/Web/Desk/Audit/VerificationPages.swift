internal import Entries
internal import Events
internal import HTTP
internal import Markup
internal import Rules
internal import Workflow

/// Has the office verified from here: begun with a button, followed without a script, and at its
/// end a signed report for whoever was not there.
enum VerificationPages {
    private static let extent = "extent"
    private static let refreshSeconds = 2
    private static let address = "/desk/audit/verification"

    static func add(to routes: inout PageRoutes) {
        routes.page(address, .desk(.audit), lane: .slow) { try page($0) }
        routes.post(address, .desk(.audit)) { try start($0) }
        routes.get("\(address)/{report}", .desk(.audit)) { .response(try report($0)) }
    }

    private static func start(_ visit: Visit) throws -> Answer {
        guard let word = visit.request.form[extent],
            let extent = OfficeVerifier.Extent(rawValue: word), extent != .views
        else { throw HTTP.Refusal.notFound }
        // Whoever comes second sees the one that is under way.
        _ = visit.office.verifications.start(extent, by: try visit.deskActor())
        return .go(visit.deskPath("audit", "verification"))
    }

    private static func report(_ visit: Visit) throws -> Response {
        guard let name = visit.request.parameters["report"], let digest = Digest(hex: name.utf8),
            let bytes = try visit.office.verifications.report(digest)
        else { throw HTTP.Refusal.notFound }
        return .download(
            bytes, "text/plain; charset=utf-8", name: "verification-\(name.prefix(12)).txt")
    }

    // MARK: Showing

    private static func page(_ visit: Visit) throws -> Page {
        let runs = visit.office.verifications
        let run = runs.current
        let named = try visit.office.office.verifications()
        let title = visit.say("ตรวจสอบทั้งระบบ", "Verification")
        var page = Page(title) {
            AuditPages.tabs(visit)
            h1 { title }
            if let run { progress(run, visit) } else { outcome(runs, visit) }
            if run == nil { form(visit) }
            h2 { visit.say("รายงานที่ลงนามแล้ว", "Signed reports") }
            if named.isEmpty {
                p(.class("soft")) { visit.say("ยังไม่มี", "None yet.") }
            } else {
                table(named, visit)
                p(.class("soft")) {
                    visit.say(
                        "ตรวจลายเซ็นของรายงานด้วยกุญแจสาธารณะของบันทึก: "
                            + "khamrong verify-report FILE --key VKEY",
                        "Anybody checks a report with the log’s public key alone: "
                            + "khamrong verify-report FILE --key VKEY")
                }
            }
        }
        page.isNarrow = false
        if run != nil { page.refreshSeconds = refreshSeconds }
        return page
    }

    private static func form(_ visit: Visit) -> HTML {
        visit.form(to: visit.deskPath("audit", "verification")) {
            p {
                visit.say(
                    "ทุกเหตุการณ์ถูกเทียบกับค่าแฮช ต้นไม้แฮช และสิ่งที่ลงนามเผยแพร่ไว้ ระบบยังทำงานตามปกติระหว่างตรวจ",
                    "Every entry is compared with its hash, the tree, and what was signed and "
                        + "published. The office goes on meanwhile.")
            }
            fieldset {
                legend { visit.say("สิ่งที่จะตรวจ", "What to look at") }
                choice(
                    .office,
                    visit.say(
                        "ทุกอย่าง: บันทึก สิ่งที่เผยแพร่ กุญแจ ไฟล์แนบ",
                        "All of it: the log, what is published, keys, files"), isChosen: true)
                choice(
                    .log, visit.say("เฉพาะบันทึกเหตุการณ์", "Only the log"), isChosen: false)
            }
            Parts.actions {
                button(.class("button"), .type("submit")) {
                    visit.say("เริ่มตรวจสอบ", "Verify")
                }
            }
        }
    }

    private static func choice(
        _ word: OfficeVerifier.Extent, _ label: String, isChosen: Bool
    ) -> HTML {
        div(.class("choice")) {
            input(
                .type("radio"), .id("extent-\(word.rawValue)"), .name(extent),
                .value(word.rawValue), Attribute("checked", isPresent: isChosen))
            Markup.label(.for("extent-\(word.rawValue)")) { label }
        }
    }

    /// The page asks for itself again until it is over.
    private static func progress(_ run: VerificationRuns.Run, _ visit: Visit) -> HTML {
        let stage = label(run.stage, visit)
        return Parts.note {
            p(.role("status")) {
                visit.say(
                    "กำลังตรวจ\(stage): \(run.done) จาก \(run.total) · พบ \(run.findings) รายการ",
                    "Looking at \(stage): \(run.done) of \(run.total) · \(run.findings) found")
            }
            element(
                "progress",
                [
                    Attribute("max", "\(max(run.total, 1))"), .value("\(run.done)"),
                    .label(visit.say("ความคืบหน้า", "Progress")),
                ])
            p(.class("soft")) {
                AuditPages.actor(run.officer, visit)
                " · "
                Parts.moment(run.began, visit, seconds: true)
                " · "
                Parts.link(
                    visit.deskPath("audit", "verification"),
                    visit.say(
                        "โหลดหน้านี้ใหม่ (อัตโนมัติทุก \(refreshSeconds) วินาที)",
                        "Load anew (by itself every \(refreshSeconds) seconds)"))
            }
        }
    }

    private static func label(_ stage: String, _ visit: Visit) -> String {
        switch OfficeVerifier.Stage(rawValue: stage) {
        case .log, nil: visit.say("บันทึก", "the log")
        case .events: visit.say("ความหมายของเหตุการณ์", "what the entries mean")
        case .files: visit.say("ไฟล์แนบ", "the files")
        case .views: visit.say("มุมมอง", "the views")
        }
    }

    /// What the last verification since the server was started came to.
    private static func outcome(_ runs: VerificationRuns, _ visit: Visit) -> HTML? {
        if runs.problem != nil {
            return Parts.note("bad") {
                p(.role("status")) {
                    visit.say(
                        "การตรวจครั้งล่าสุดจบลงโดยไม่มีรายงาน กรุณาลองใหม่ หรือให้ผู้ดูแลเครื่องสั่ง khamrong verify",
                        "The last verification ended without a report. Try again, or have whoever "
                            + "runs the machine call khamrong verify.")
                }
            }
        }
        guard let last = runs.last else { return nil }
        let isGood = last.findings == 0
        return Parts.note(isGood ? "good" : "bad") {
            p(.role("status")) {
                isGood
                    ? visit.say(
                        "ตรวจเสร็จแล้ว ทุกอย่างถูกต้อง ถึงตำแหน่ง \(last.head ?? 0)",
                        "Done: everything is as it must be, up to position \(last.head ?? 0).")
                    : visit.say(
                        "ตรวจเสร็จแล้ว พบสิ่งผิดปกติ \(last.findings) รายการ ดูในรายงาน",
                        "Done: \(last.findings) things are not as they must be. See the report.")
            }
            if last.unrecorded != nil {
                p {
                    visit.say(
                        "บันทึกเหตุการณ์ไม่รับรายงานนี้ไว้ ให้เก็บไฟล์ไว้เอง",
                        "The log did not take the report in: keep the file yourself.")
                }
            }
            p { link(last.report, visit) }
        }
    }

    private static func link(_ report: Digest, _ visit: Visit) -> HTML {
        Parts.link(
            visit.deskPath("audit", "verification", "\(report)"),
            visit.say("ดาวน์โหลดรายงาน", "Download the report"))
    }

    private static func table(_ named: [Office.NamedVerification], _ visit: Visit) -> HTML {
        Parts.table(visit.say("รายงานที่ลงนามแล้ว", "Signed reports")) {
            Parts.heads([
                visit.say("เมื่อ", "When"), visit.say("ผล", "Outcome"),
                visit.say("รายงาน", "Report"), visit.say("ถึงตำแหน่ง", "Up to"),
                visit.say("ผู้สั่งตรวจ", "Asked by"), visit.say("เหตุการณ์", "Event"),
            ])
            tbody {
                for one in named {
                    tr {
                        td { Parts.moment(one.at, visit, seconds: true) }
                        td {
                            one.data.findings == 0
                                ? Parts.badge(visit.say("ถูกต้อง", "good"), "good")
                                : Parts.badge(
                                    visit.say(
                                        "พบ \(one.data.findings) รายการ",
                                        "\(one.data.findings) found"), "bad")
                        }
                        td { link(one.data.report, visit) }
                        td(.class("n")) { "\(one.data.head)" }
                        td { AuditPages.actor(one.officer, visit) }
                        td(.class("n")) { AuditPages.link(to: one.position, visit) }
                    }
                }
            }
        }
    }
}
