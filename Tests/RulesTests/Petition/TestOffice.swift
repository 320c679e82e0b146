import Entries
import Events
import Rules

/// A small office for the tests: two divisions, a few officers, one service with every step.
enum TestOffice {
    static let settings = fold(events)

    static func fold(_ events: [OfficeEvent]) -> OfficeSettings {
        var settings = OfficeSettings()
        for event in events { settings.apply(event) }
        return settings
    }

    static let citizen = Actor.citizen("c-1", .ial13)
    static let guest = Actor.guest("g-1", .contact)
    static let receiver = Actor.officer("receiver", .receiver, department: "clerk")
    static let handler = Actor.officer("handler", .handler, department: "works")
    static let colleague = Actor.officer("colleague", .handler, department: "works")
    static let outsider = Actor.officer("outsider", .handler, department: "health")
    static let head = Actor.officer("head", .head, department: "works")
    static let clerk = Actor.officer("clerk", .clerk)
    static let checker = Actor.officer("checker", .identityChecker)
    static let dpo = Actor.officer("dpo", .dpo)
    static let auditor = Actor.officer("auditor", .auditor)
    static let administrator = Actor.officer("admin", .administrator)
    static let officers = [
        receiver, handler, colleague, outsider, head, clerk, checker, dpo, auditor, administrator,
    ]

    static let key = KeyReference(high: 1, low: 2)

    static let events: [OfficeEvent] =
        [
            .officeOpened(
                OfficeEvent.OfficeOpened(
                    code: "kt", name: LocalText("เทศบาลเมืองกะทู้"), kind: .townMunicipality,
                    prefix: "KT", origin: "example.go.th/kt")),
            department("clerk", "สำนักปลัด"), department("works", "กองช่าง"),
            department("health", "กองสาธารณสุขและสิ่งแวดล้อม"),
            department("lights", "งานไฟฟ้าสาธารณะ", under: "works"),
            .categoryDefined(
                OfficeEvent.CategoryDefined(
                    code: "road", name: LocalText("ถนน"), department: "works")),
            .categoryDefined(
                OfficeEvent.CategoryDefined(
                    code: "smell", name: LocalText("กลิ่น"), department: "health")),
            .categoryDefined(
                OfficeEvent.CategoryDefined(
                    code: "corruption", name: LocalText("ทุจริต"), department: "clerk",
                    isConfidential: true)),
            .agencyDefined(
                OfficeEvent.AgencyDefined(code: "pea", name: LocalText("การไฟฟ้าส่วนภูมิภาค"))),
            .termsPublished(OfficeEvent.TermsPublished(version: 1, text: LocalText("ข้อตกลง"))),
            .noticePublished(OfficeEvent.NoticePublished(version: 1, text: LocalText("ประกาศ"))),
        ] + GovernmentCalendar.events
        + officers.map { officer in
            .officerAppointed(
                OfficeEvent.OfficerAppointed(
                    officer: officer.id, roles: officer.roles, department: officer.department))
        }
        + [
            .serviceDefined(OfficeEvent.ServiceDefined(definition: TestService.definition)),
            .serviceAnnounced(OfficeEvent.ServiceAnnounced(service: TestService.code)),
        ]

    private static func department(
        _ code: String, _ name: String, under parent: String? = nil
    ) -> OfficeEvent {
        .departmentDefined(
            OfficeEvent.DepartmentDefined(code: code, name: LocalText(name), parent: parent))
    }

    /// Wall-clock time in Thailand.
    static func time(_ year: Int, _ month: Int, _ day: Int, _ hour: Int = 10, _ minute: Int = 0)
        -> Instant
    {
        Instant(local: CivilDate(year: year, month: month, day: day)!, hour: hour, minute: minute)
    }
}

/// A service that has every step there is.
enum TestService {
    static let code = "pothole"

    static var definition: ServiceDefinition {
        var definition = ServiceDefinition(
            code: code, version: 1, kind: .grievance, name: LocalText("ซ่อมถนน"),
            identityLevel: .contact, guests: .phone, overdue: .nothing)
        definition.category = "road"
        definition.modes = [.online, .print]
        definition.documents = [
            DocumentNeeded(code: "photo", label: LocalText("ภาพถ่าย"), isRequired: true),
            DocumentNeeded(
                code: "map", label: LocalText("แผนที่"), isRequired: true,
                isObtainedByOffice: true),
        ]
        definition.form = [
            FormSection(
                code: "what", title: LocalText("เรื่อง"),
                fields: [FormField(code: "width", label: LocalText("ความกว้าง"), kind: .number)])
        ]
        definition.fees = [Fee(code: "repair", label: LocalText("ค่าซ่อม"), satang: 10_000)]
        definition.states = states
        definition.actions = actions
        definition.clocks = clocks
        definition.escalation = [
            EscalationRung(clock: "finish", rung: 1, percent: 100, to: [.head])
        ]
        definition.outcomes = [Outcome(code: "repaired", label: LocalText("ซ่อมแล้ว"))]
        definition.grounds = [Outcome(code: "private-road", label: LocalText("ถนนส่วนบุคคล"))]
        definition.reopenWindow = TimeSpan(amount: 30, unit: .days)
        return definition
    }

    private static let states = [
        state("new", .submitted, isInitial: true), state("taken", .received),
        state("work", .inProgress), state("asked", .inProgress, isReturned: true),
        state("fixed", .inProgress), state("elsewhere", .inProgress),
        state("done", .completed, isFinal: true), state("refused", .rejected, isFinal: true),
        state("back", .withdrawn, isFinal: true), state("theirs", .referred, isFinal: true),
        state("joined", .merged, isFinal: true),
    ]

    private static let open = ["new", "taken", "work", "asked", "fixed", "elsewhere"]
    private static let final = ["done", "refused", "back", "theirs"]

    private static let actions = [
        action("take", .received, ["new"], "taken", [.receiver, .handler, .head]),
        action("begin", .inProgress, ["taken", "fixed"], "work", [.handler, .head]),
        action("finish", .completed, ["work"], "done", [.handler, .head]),
        action("ask", .returned, ["taken", "work"], "asked", [.receiver, .handler, .head]),
        action("fix", .corrected, ["asked"], "fixed", [.citizen, .receiver]),
        action("accept", .correctionAccepted, ["fixed"], "work", [.handler, .head]),
        action(
            "pass", .forwarded, ["new", "taken", "work"], "taken", [.receiver, .handler, .head]),
        action("refer", .referred, ["taken", "work"], "theirs", [.receiver, .handler, .head]),
        action("wait", .waitingStarted, ["work"], "elsewhere", [.handler, .head]),
        action("resume", .waitingEnded, ["elsewhere"], "work", [.handler, .head]),
        action("refuse", .rejected, ["taken", "work"], "refused", [.head, .clerk]),
        action("withdraw", .withdrawn, open, "back", [.citizen, .receiver]),
        action("reopen", .reopened, final, "work", [.citizen, .head]),
        action("join", .merged, open, "joined", [.receiver, .handler, .head]),
        action("part", .unmerged, ["joined"], "taken", [.receiver, .handler, .head]),
    ]

    private static let clocks = [
        ClockDefinition(
            code: "receive", name: LocalText("รับเรื่อง"), kind: .receive,
            limit: TimeSpan(amount: 1, unit: .workingDays), starts: .submitted, stops: .received),
        ClockDefinition(
            code: "finish", name: LocalText("แล้วเสร็จ"), kind: .finish,
            limit: TimeSpan(amount: 15, unit: .days), starts: .submitted, stops: .finished,
            pausedIn: ["asked"],
            extensions: ExtensionRule(most: 2, by: TimeSpan(amount: 15, unit: .days))),
        ClockDefinition(
            code: "correction", name: LocalText("แก้ไข"), kind: .correction,
            limit: TimeSpan(amount: 7, unit: .days), starts: .returned, stops: .corrected),
    ]

    private static func state(
        _ code: String, _ status: PublicStatus, isReturned: Bool = false, isInitial: Bool = false,
        isFinal: Bool = false
    ) -> StateDefinition {
        StateDefinition(
            code: code, name: LocalText(code), status: status, isReturned: isReturned,
            isInitial: isInitial, isFinal: isFinal)
    }

    private static func action(
        _ code: String, _ event: ActionEvent, _ from: [String], _ to: String, _ roles: [Role]
    ) -> ActionDefinition {
        ActionDefinition(
            code: code, name: LocalText(code), event: event, to: to, from: from, roles: roles)
    }
}
