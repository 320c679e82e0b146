internal import Entries
internal import Events
internal import HTTP
internal import Markup
internal import Rules

/// One service as a file: out to be changed in an editor, in again with a check.
enum ServiceFilePages {
    static func add(to routes: inout PageRoutes) {
        let pattern = "/desk/settings/service-files/{service}"
        routes.get(pattern, .desk(.settings)) { .response(try file($0)) }
        routes.post(
            pattern, .desk(.settings),
            body: .upload(
                UploadLimits(files: 1, bytesPerFile: largestBytes, bytesPerRequest: 1 << 20)),
            lane: .slow
        ) { try take($0) }
    }

    /// Far more than a definition that fits into an entry.
    private static let largestBytes = 256 << 10

    private static func path(of service: String, _ visit: Visit) -> String {
        visit.deskPath("settings", "service-files", service)
    }

    private static func entry(_ visit: Visit) throws -> ServiceEntry {
        let definition = try visit.settledService()
        return ServiceEntry(
            visit.settings.services[definition.code] ?? OfficeSettings.Service(), definition)
    }

    private static func file(_ visit: Visit) throws -> Response {
        let entry = try entry(visit)
        var response = Response.bytes(Array(NodeWriter.json(entry).text.utf8), .json)
        response.setDisposition(
            fileName: "\(entry.definition.code)-\(entry.definition.version).json")
        return response
    }

    /// What stands on the page of a service.
    static func section(_ entry: ServiceEntry, _ visit: Visit, _ issues: Issues = Issues()) -> HTML
    {
        let service = entry.definition.code
        return Markup.section {
            h2 { visit.say("แก้ไขเป็นแฟ้ม", "As a file") }
            p {
                a(.href(path(of: service, visit))) {
                    visit.say("ดาวน์โหลดบริการนี้ (JSON)", "Download this service (JSON)")
                }
            }
            visit.form(to: path(of: service, visit), files: true) {
                SettingsChanging.seen(NodeWriter.json(entry))
                Controls(visit, issues).file(
                    "file", visit.say("แฟ้มที่แก้ไขแล้ว", "The changed file"),
                    accept: ".json,application/json",
                    hint: visit.say(
                        "ระบบตรวจและแสดงสิ่งที่จะเปลี่ยนก่อนบันทึก",
                        "It is checked, and what would change is shown, before it is recorded"))
                div(.class("actions")) {
                    Controls(visit).submit(
                        visit.say("ตรวจแฟ้ม", "Check the file"), class: "button second")
                }
            }
        }
    }

    private static func page(_ entry: ServiceEntry, _ visit: Visit, _ issues: Issues) -> Page {
        let title = visit.language(entry.definition.name)
        var page = Page(title) {
            issues.summary(visit.language)
            h1 { title }
            section(entry, visit, issues)
        }
        page.mark(issues)
        page.back = ServiceSettingsPages.path(of: entry.definition.code, visit)
        return page
    }

    private static func take(_ visit: Visit) throws -> Answer {
        let present = try entry(visit)
        let code = present.definition.code
        if visit.request.form[SettingsChanging.Field.act] == "edit" {
            return .go(ServiceSettingsPages.path(of: code, visit))
        }
        var issues = Issues()
        guard let bytes = try bytes(visit), let wanted = read(bytes, of: code, &issues) else {
            if issues.isEmpty { issues.add("file", "เลือกแฟ้ม", "Choose a file") }
            return .page(page(present, visit, issues))
        }
        var typed = visit.request.form
        typed["content"] = String(decoding: bytes, as: UTF8.self)
        let (actor, now) = (try visit.deskActor(), visit.now)
        return try SettingsChanging(
            visit: visit, part: .services, action: path(of: code, visit),
            back: ServiceSettingsPages.path(of: code, visit),
            title: visit.language(present.definition.name), typed: typed,
            shown: { NodeWriter.json(ServiceEntry(of: code, in: $0) ?? present) },
            plan: { SettingsPlan(service: wanted, in: $0, by: actor, at: now) },
            form: { page(present, visit, $0) }
        ).take()
    }

    /// The file that was sent, or the one that the confirmation carries.
    private static func bytes(_ visit: Visit) throws -> [UInt8]? {
        if let text = visit.request.form["content"] { return Array(text.utf8) }
        guard let file = visit.request.files.first, file.byteCount > 0 else { return nil }
        return try file.read(count: file.byteCount)
    }

    private static func read(
        _ bytes: [UInt8], of code: String, _ issues: inout Issues
    ) -> ServiceEntry? {
        var problems: [SettingsProblem] = []
        let entry = ServiceEntry.read(bytes, &problems)
        if problems.isEmpty, entry.definition.code != code {
            problems.append(
                SettingsProblem(
                    path: "definition.code",
                    Wording(
                        thai: "แฟ้มนี้เป็นของบริการ “\(entry.definition.code)”",
                        english: "This is the file of the service “\(entry.definition.code)”")))
        }
        guard !problems.isEmpty else { return entry }
        func text(_ language: Language) -> String {
            problems.prefix(10).map { problem in
                let line = problem.line.map { language(" (บรรทัด \($0))", " (line \($0))") } ?? ""
                return "\(problem.path)\(line): \(language(problem.wording))"
            }.joined(separator: " · ")
        }
        issues.add("file", Wording(thai: text(.thai), english: text(.english)))
        return nil
    }
}
