internal import Events
internal import HTTP
internal import Markup
internal import Projections
internal import Rules
internal import Workflow

/// What the filter shows, taken along as a file: without names for everybody who sees the queue;
/// with them for those who answer for it, with a reason. Either way the log knows which cases
/// went, and each person whose name did can read of it, before the first byte is sent.
enum ExportPages {
    static func add(to routes: inout PageRoutes) {
        for format in ExportFormat.allCases {
            routes.get("/desk/queue.\(format.rawValue)", .desk(.cases), lane: .slow) { visit in
                let table = try ExportTable(visit.queueAddress, withNames: false, visit)
                let fact = try table.fact(format, because: nil, mark: visit.newMark, visit)
                guard visit.office.perform(fact, seenIn: .officerQueue).isAccepted else {
                    throw HTTP.Refusal.busy(retryAfterSeconds: 5)
                }
                return .response(try table.response(format, showing: [], visit))
            }
        }
        routes.page("/desk/export", .desk(.cases)) { try question($0, Issues(), Typed()) }
        routes.post("/desk/export", .desk(.cases), lane: .slow) { try export($0) }
    }

    static func links(_ reading: QueueReading, _ visit: Visit) -> HTML {
        let query = visit.queryText(of: reading.address.filter)
        let end = query.isEmpty ? "" : "?\(query)"
        return span(.class("exports")) {
            for format in ExportFormat.allCases {
                Parts.link(
                    "\(visit.deskPath("queue.\(format.rawValue)"))\(end)",
                    format.rawValue.uppercased())
            }
            if reading.scope.mayExportNames {
                Parts.link(
                    "\(visit.deskPath("export"))\(end)",
                    visit.say("ส่งออกพร้อมชื่อ", "Export with names"))
            }
        }
    }

    private static func question(
        _ visit: Visit, _ issues: Issues, _ typed: Typed
    ) throws -> Page {
        guard try visit.deskScope().mayExportNames else { return withoutNames(visit) }
        let filter =
            typed.text("filter") ?? visit.queryText(of: visit.queueAddress.filter)
        let title = visit.say("ส่งออกพร้อมข้อมูลส่วนบุคคล", "Export with personal data")
        let controls = Controls(visit, issues)
        var page = Page(title) {
            issues.summary(visit.language)
            h1 { title }
            Parts.note("warn") {
                p {
                    visit.say(
                        "ไฟล์มีเรื่อง ชื่อผู้ยื่น และโทรศัพท์ ระบบบันทึกว่าใครส่งออกเรื่องใดและเพราะอะไร "
                            + "และเจ้าของข้อมูลทุกคนในไฟล์จะเห็นว่าท่านส่งออกข้อมูลของเขา",
                        "The file holds subjects, names and telephone numbers. Who exported which "
                            + "cases, and why, is recorded, and everybody whose name is in the "
                            + "file can read that you exported it.")
                }
            }
            visit.form(to: visit.deskPath("export")) {
                input(.type("hidden"), .name("filter"), .value(filter))
                controls.text(
                    "reason", visit.say("เหตุผล", "Reason"), value: typed.text("reason"))
                controls.choice(
                    "format", visit.say("รูปแบบ", "Format"),
                    options: [("csv", "CSV", nil), ("xlsx", "XLSX (Excel)", nil)],
                    chosen: typed.text("format") ?? "xlsx")
                Parts.actions { controls.submit(visit.say("ส่งออก", "Export")) }
            }
        }
        page.back = visit.deskPath()
        page.mark(issues)
        return page
    }

    /// For whoever does not answer for lists with names.
    private static func withoutNames(_ visit: Visit) -> Page {
        let title = visit.say("ส่งออกได้เฉพาะแบบไม่มีชื่อ", "Export without names only")
        let roles = DeskScope.nameExporters.map { visit.language($0.label) }
            .joined(separator: ", ")
        var page = Page(title) {
            h1 { title }
            p {
                visit.say(
                    "ไฟล์ที่มีชื่อผู้ยื่นส่งออกได้โดยผู้มีหน้าที่: \(roles) ใช้ CSV หรือ XLSX ท้ายคิวแทน",
                    "Lists with names are exported by these roles: \(roles). Use CSV or XLSX below "
                        + "the queue instead.")
            }
        }
        page.back = visit.deskPath()
        return page
    }

    private static func export(_ visit: Visit) throws -> Answer {
        let typed = Typed(visit.request.form)
        var issues = Issues()
        if typed["reason"].isEmpty {
            issues.add("reason", "กรอกเหตุผลที่ส่งออก", "Say why it is exported")
        }
        let format = ExportFormat(rawValue: typed["format"])
        if format == nil { issues.add("format", "เลือกรูปแบบ", "Choose a format") }
        guard issues.isEmpty, let format else {
            return .page(try question(visit, issues, typed))
        }
        guard try visit.deskScope().mayExportNames else {
            var page = withoutNames(visit)
            page.status = .unprocessableContent
            return .page(page)
        }
        let fields = (try? FormFields.read((typed.fields["filter"] ?? "").utf8)) ?? FormFields()
        let table = try ExportTable(visit.queueAddress(of: fields), withNames: true, visit)
        let mark = visit.newMark
        let fact = try table.fact(format, because: typed["reason"], mark: mark, visit)
        let outcome = visit.office.perform(fact, seenIn: .officerQueue)
        guard outcome.isAccepted else {
            issues.add(outcome, visit)
            return .page(try question(visit, issues, typed))
        }
        let shown = try table.recordViewings(mark: mark, visit)
        return .response(try table.response(format, showing: shown, visit))
    }
}
