import Entries
import Events
import Projections
import Rules

extension OfficeLog {
    static let service = "general"

    /// The office opens: a calendar and a service with clocks.
    func open() {
        append(
            .office(
                .officeOpened(
                    .init(
                        code: "kt", name: LocalText("เทศบาลทดสอบ"), kind: .subdistrictMunicipality,
                        prefix: "KT", origin: "test.example/kt"))), to: "kt", by: "system")
        for event in GovernmentCalendar.events { append(.office(event), to: "kt", by: "system") }
        define()
        append(
            .office(.departmentDefined(.init(code: "works", name: LocalText("กองช่าง")))), to: "kt")
        append(
            .office(.categoryDefined(.init(code: "road", name: LocalText("ถนน")))), to: "kt")
        for officer in ["OFF-1", "OFF-2", "OFF-3"] {
            append(
                .office(.officerAppointed(.init(officer: officer, roles: [.handler]))), to: "kt")
        }
    }

    /// A new version of the one service: received within a working day, answered within seven
    /// days, finished within `days` working days.
    func define(version: Int = 1, days: Int = 15) {
        func clock(
            _ code: String, _ kind: ClockKind, _ amount: Int, _ unit: TimeUnit, _ stops: ClockPoint
        ) -> ClockDefinition {
            ClockDefinition(
                code: code, name: LocalText(code), kind: kind,
                limit: TimeSpan(amount: amount, unit: unit), starts: .submitted, stops: stops,
                pausedIn: ["returned", "agency"])
        }
        let definition = ServiceDefinition(
            code: Self.service, version: version, kind: .complaint, name: LocalText("ร้องเรียน"),
            identityLevel: .unproven, guests: .refused, overdue: .notify,
            states: [
                StateDefinition(code: "new", name: LocalText("ใหม่"), status: .submitted),
                StateDefinition(code: "received", name: LocalText("รับ"), status: .received),
                StateDefinition(code: "working", name: LocalText("ทำ"), status: .inProgress),
                StateDefinition(
                    code: "returned", name: LocalText("คืน"), status: .inProgress, isReturned: true),
                StateDefinition(code: "agency", name: LocalText("รอ"), status: .inProgress),
                StateDefinition(code: "done", name: LocalText("เสร็จ"), status: .completed),
            ],
            clocks: [
                clock("receive", .receive, 1, .workingDays, .received),
                clock("answer", .firstAnswer, 7, .days, .answered),
                clock("finish", .finish, days, .workingDays, .finished),
                ClockDefinition(
                    code: "notice", name: LocalText("notice"), kind: .resultNotice,
                    limit: TimeSpan(amount: 7, unit: .days), starts: .finished,
                    stops: .resultNotified),
            ])
        append(.office(.serviceDefined(.init(definition: definition))), to: "kt")
    }

    static func number(_ running: Int) -> String {
        let digits = String(running)
        return "KT1080767" + String(repeating: "0", count: max(0, 6 - digits.count)) + digits
    }

    func submit(
        _ number: String, account: String? = nil, key: KeyReference? = nil,
        category: String? = "road", area: String? = "830201", channel: Channel = .web,
        definition: Int = 1, source: SourceCase? = nil, joinsClocks: Bool = false,
        sections: [(KeyReference, any Section)] = []
    ) {
        let key = key ?? newKey()
        var sections = sections
        if let account { sections.append((key, Owner(account: account))) }
        append(
            .petition(
                .submitted(
                    .init(
                        number: number, kind: .complaint, service: Self.service,
                        definition: definition,
                        channel: channel, mode: .online, urgency: .normal, enteredAt: now,
                        deemedReceivedAt: now, caseKey: key, identityLevel: .unproven,
                        contactPreference: .electronic, state: "new", status: .submitted,
                        category: category, department: "works", area: area, source: source,
                        joinsClocks: joinsClocks, attachments: 1))),
            to: number, by: "citizen-\(number)", isImported: source != nil,
            occurredAt: source == nil ? nil : now.advanced(milliseconds: -86_400_000),
            sealing: sections)
    }

    func receive(_ number: String, by officer: String = "OFF-1") {
        append(
            .petition(.received(.init(state: "received", status: .received, officer: officer))),
            to: number, by: officer)
    }

    func work(_ number: String, by officer: String = "OFF-1") {
        append(
            .petition(.inProgress(.init(state: "working", status: .inProgress, officer: officer))),
            to: number, by: officer)
    }

    func giveBack(_ number: String, round: Int = 1) {
        append(
            .petition(
                .returned(
                    .init(
                        items: 1, round: round, state: "returned", status: .inProgress,
                        isReturned: true))),
            to: number)
    }

    func correct(_ number: String) {
        append(
            .petition(
                .corrected(
                    .init(
                        enteredAt: now, deemedReceivedAt: now, state: "received", status: .received)
                )),
            to: number, by: "citizen-\(number)")
    }

    func complete(_ number: String) {
        append(
            .petition(.completed(.init(state: "done", status: .completed, outcome: "fixed"))),
            to: number)
    }

    func reopen(_ number: String, count: Int = 1) {
        append(
            .petition(
                .reopened(
                    .init(
                        ground: .petitioner, count: count, state: "working", status: .inProgress))),
            to: number)
    }

    func rate(_ number: String, _ score: Int) {
        append(.petition(.rated(.init(score: score))), to: number, by: "citizen-\(number)")
    }

    func register(_ account: String, photos: Int? = 1, key: KeyReference? = nil) {
        append(
            .account(
                .registered(
                    .init(
                        key: key ?? newKey(), method: .photo, identityLevel: .unproven,
                        channel: .web,
                        terms: 1, notice: 1, photos: photos))),
            to: account, by: account)
    }
}
