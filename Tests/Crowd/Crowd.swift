package import Entries
internal import Events
package import Rules
package import TestSupport
package import Workflow

/// The people at a busy office: they file, ask and work at random.
package struct Crowd {
    package var dice: SeededGenerator
    /// The cases that they have heard of.
    package var cases: [String] = []
    /// Begins every idempotency key that they use.
    private let name: String
    private var count = 0

    package init(name: String, dice: SeededGenerator) {
        self.name = name
        self.dice = dice
    }

    package static let officers: [Actor] = [
        .officer("receiver", .receiver, department: "clerk"),
        .officer("handler", .handler, department: "clerk"),
        .officer("colleague", .handler, department: "clerk"),
        .officer("head", .head, department: "clerk"),
        .officer("clerk", .clerk),
    ]

    /// What an office must be told before they can work there.
    package static func appointments(at time: Instant) -> [Draft] {
        officers.map { officer in
            Draft(
                .office(
                    OfficeCommand(
                        .officerAppointed(
                            .init(
                                officer: officer.id, roles: officer.roles,
                                department: officer.department)))),
                by: .system, at: time)
        }
    }

    /// The next thing that one of them wants, under a key of its own and with a correlation that
    /// nothing else has.
    package mutating func draft(at time: Instant) -> Draft {
        count += 1
        var draft = isFiling ? filing(at: time) : work(at: time)
        draft.idempotencyKey = "\(name)-\(count)"
        draft.correlation = EventID(at: time, random: (dice.next(), dice.next()))
        return draft
    }

    private var isFiling: Bool {
        mutating get { cases.isEmpty || Int.random(in: 0..<100, using: &dice) < 25 }
    }

    private mutating func filing(at time: Instant) -> Draft {
        let services = ["complaint", "grievance", "suggestion", "general-request"]
        var submit = PetitionCommand.Submit(
            service: services[Int.random(in: 0..<4, using: &dice)])
        submit.terms = 1
        submit.notice = 1
        submit.moo = Int.random(in: 1...9, using: &dice)
        let citizen = Actor.citizen("c-\(dice.next() % 1_000_000)")
        return Draft(
            .petition(number: nil, .submit(submit)), by: citizen, at: time,
            sections: [
                PlainSection(PetitionText(subject: "ไฟถนนดับ", details: "ดับมาหลายคืน")),
                PlainSection(Petitioner()),
            ])
    }

    private mutating func work(at time: Instant) -> Draft {
        let number = cases[Int.random(in: 0..<cases.count, using: &dice)]
        let officer = Self.officers[Int.random(in: 0..<Self.officers.count, using: &dice)]
        let (command, sections) = step()
        var draft = Draft(
            .petition(number: number, command), by: officer, at: time, sections: sections)
        draft.hasRemedy = true
        if Int.random(in: 0..<100, using: &dice) < 10 {
            draft.expectedVersion = Int.random(in: 1...6, using: &dice)
        }
        return draft
    }

    private mutating func step() -> (PetitionCommand, [PlainSection]) {
        switch Int.random(in: 0..<16, using: &dice) {
        case 0...2: (.receive(.init()), [])
        case 3...5: (.start(.init()), [])
        case 6, 7: (.complete(.init()), [PlainSection(CaseResult(text: "ซ่อมแล้ว"))])
        case 8: (.claim, [])
        case 9: (.release, [])
        case 10: (.setUrgency(.init(urgency: .urgent)), [])
        case 11: (.askCorrection(.init(items: 1)), [PlainSection(Defects())])
        case 12: (.reopen(.init(ground: .office)), [PlainSection(Reason(text: "ยังไม่เรียบร้อย"))])
        case 13: (.answer(.init(channel: .web)), [PlainSection(Message(text: "กำลังดำเนินการ"))])
        default: (.note(.init()), [PlainSection(Note(text: "ตรวจแล้ว"))])
        }
    }

    /// Remembers a case that was opened.
    package mutating func hear(_ receipt: Receipt) {
        guard receipt.version == 1, let name = StreamName(subject: receipt.stream),
            name.kind == .petition
        else { return }
        cases.append(name.name)
    }
}
