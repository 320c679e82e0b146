internal import Entries
internal import EventLog
internal import Events
internal import HTTP
internal import Markup
internal import Rules
internal import Workflow

/// The auditor's console: the log as it lies, the past as it was, and who saw what. Nothing that
/// is sealed is opened here.
enum AuditPages {
    static func add(to routes: inout PageRoutes) {
        routes.page("/desk/audit", .desk(.audit), lane: .slow) { try EventsPage.page($0) }
        routes.page("/desk/audit/events/{position}", .desk(.audit)) { try EventPage.page($0) }
        routes.get("/desk/audit/events/{position}/bytes", .desk(.audit)) {
            .response(try EventPage.bytes($0))
        }
        routes.page("/desk/audit/cases/{number}", .desk(.audit)) { try AuditedCasePage.page($0) }
        routes.page("/desk/audit/past", .desk(.audit), lane: .slow) { try PastPage.page($0) }
        routes.page("/desk/audit/difference", .desk(.audit), lane: .slow) {
            try DifferencePage.page($0)
        }
        EvidencePages.add(to: &routes)
        VerificationPages.add(to: &routes)
        routes.page("/desk/audit/person", .desk(.audit), lane: .slow) {
            try PastPersonPage.page($0)
        }
        routes.page("/desk/audit/viewings", .desk(.audit), lane: .slow) {
            try AuditedViewingsPage.page($0)
        }
    }

    /// The parts of the console, above each of its pages.
    static func tabs(_ visit: Visit) -> HTML {
        let here = visit.request.path.text
        let tabs = [
            (visit.deskPath("audit"), visit.say("เหตุการณ์", "Events")),
            (visit.deskPath("audit", "past"), visit.say("ย้อนเวลา", "The past")),
            (visit.deskPath("audit", "difference"), visit.say("เทียบสองเวลา", "Two moments")),
            (visit.deskPath("audit", "viewings"), visit.say("ใครเปิดดู", "Who looked")),
            (visit.deskPath("audit", "person"), visit.say("หน้าของประชาชน", "A person’s page")),
            (visit.deskPath("audit", "verification"), visit.say("ตรวจสอบทั้งระบบ", "Verification")),
        ]
        return nav(.class("views"), .label(visit.say("ส่วนของการตรวจสอบ", "Parts of the audit"))) {
            ul {
                for (target, label) in tabs {
                    li { a(.href(target), .current(here == target)) { label } }
                }
            }
        }
    }

    /// A form whose answer is an address that can be kept and passed on.
    static func form(
        to target: String, _ label: String, @HTMLBuilder content: () -> HTML
    ) -> HTML {
        element("form", [.method("get"), .action(target), .label(label)], content())
    }

    static func field(
        _ name: String, _ label: String, _ value: String?, hint: String? = nil,
        _ attributes: [Attribute] = []
    ) -> HTML {
        div {
            Markup.label(.for(name)) { label }
            void(
                "input",
                [
                    .type("text"), .id(name), .name(name), .value(value), .autocomplete("off"),
                    Attribute("spellcheck", "false"),
                    .describedBy(hint == nil ? [] : ["\(name)-hint"]),
                ] + attributes)
            if let hint { span(.class("hint small soft"), .id("\(name)-hint")) { hint } }
        }
    }

    static func path(to event: Position, _ visit: Visit) -> String {
        visit.deskPath("audit", "events", "\(event)")
    }

    static func link(to event: Position, _ visit: Visit) -> HTML {
        Parts.link(path(to: event, visit), "\(event)")
    }

    /// A stream by its name, with the way to its history.
    static func stream(_ subject: String, _ visit: Visit) -> HTML {
        switch StreamName(subject: subject) {
        case .some(let name) where name.kind == .petition:
            return Parts.link(visit.deskPath("audit", "cases", name.name), name.name)
        case .some(let name) where name.kind == .account:
            let query: FormFields = ["account": name.name]
            return Parts.link("\(visit.deskPath("audit", "person"))?\(query.encoded)", name.name)
        default: break
        }
        return Parts.link(events(visit, ["stream": subject]), subject)
    }

    /// The events that a filter chooses.
    static func events(_ visit: Visit, _ query: FormFields) -> String {
        "\(visit.deskPath("audit"))?\(query.encoded)"
    }

    /// What an event means; its type where nobody here knows it.
    static func meaning(_ found: EventSearch.Found, _ visit: Visit) -> String {
        guard let event = try? RecordedEvent.read(found.entry) else { return found.envelope.type }
        let meaning = visit.language(type(of: event.event.data).meaning)
        guard case .office(let fact) = event.event else { return meaning }
        return ([meaning] + AuditedOfficer.words(fact, visit)).joined(separator: " · ")
    }

    /// Who did it: an officer by name, a citizen by the pseudonym that the log has.
    static func actor(_ id: String, _ visit: Visit) -> String {
        if id == Actor.system.id { return visit.say("ระบบ", "the system") + " (\(id))" }
        let isClient = OfficeSettings.client(ofWorker: id) != nil
        let isNamed = isClient || visit.settings.officers[id] != nil
        return isNamed ? "\(visit.officerName(id)) (\(id))" : id
    }

    /// A moment as a form sends it: a position, a time with its zone, or one of Thailand without.
    static func moment(_ name: String, _ visit: Visit) throws -> Until? {
        guard let text = visit.request.query[name]?.trimmed, !text.isEmpty else { return nil }
        if let until = Until(text, isOccurred: false) { return until }
        let local = text.count == 16 ? "\(text):00+07:00" : "\(text)+07:00"
        guard let instant = Instant(rfc3339: local) else { throw HTTP.Refusal.notFound }
        return .recorded(instant)
    }

    static let momentHint = (
        thai: "ตำแหน่งในบันทึก หรือวันเวลา เช่น 2026-01-31T16:30",
        english: "a position of the log, or a time such as 2026-01-31T16:30"
    )
}

extension String {
    fileprivate var trimmed: String {
        String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
    }
}
