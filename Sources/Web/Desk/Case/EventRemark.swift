internal import Entries
internal import Events
internal import Rules

/// What stands openly in an event, in a line for officers.
enum EventRemark {
    static func text(_ fact: PetitionEvent, _ desk: DeskCase) -> String? {
        guard let text = open(fact, desk), !text.isEmpty else { return nil }
        return text
    }

    private static func open(_ fact: PetitionEvent, _ desk: DeskCase) -> String? {
        let visit = desk.visit
        return switch fact {
        case .forwarded(let data): CaseWords.department(data.to, visit)
        case .referred(let data):
            [data.agency, visit.language(data.manner.label)].filter { !$0.isEmpty }
                .joined(separator: " · ")
        case .waitingStarted(let data): data.agency
        case .waitingEnded(let data): data.agency
        case .merged(let data): data.into
        case .unmerged(let data): data.from
        case .duplicateDismissed(let data): data.other
        case .assigned(let data): DeskWords.officer(data.officer, visit)
        case .takenOver(let data):
            visit.say("จาก ", "from ") + DeskWords.officer(data.from, visit)
        case .released(let data): DeskWords.officer(data.officer, visit)
        case .recategorised(let data):
            [
                CaseWords.category(data.category, visit),
                CaseWords.department(data.department, visit),
            ].compactMap { $0 }.joined(separator: " · ")
        case .urgencySet(let data): visit.language(data.urgency.label)
        case .confidentialitySet(let data):
            data.isConfidential
                ? visit.say("ปกปิด", "confidential") : visit.say("ไม่ปกปิด", "not confidential")
        case .extended(let data):
            "\(DeskWords.clock(data.clock, desk)) · \(visit.language(data.by.wording))"
        case .delayNoticed(let data): DeskWords.clock(data.clock, desk)
        case .deadlineNear(let data): due(data.clock, data.due, desk)
        case .deadlineMissed(let data): due(data.clock, data.due, desk)
        case .deemedApproved(let data): due(data.clock, data.due, desk)
        case .escalated(let data):
            data.to.map { visit.language($0.label) }.joined(separator: ", ")
        case .appointmentSet(let data): visit.moment(data.at)
        case .completed(let data): outcome(data.outcome, desk.definition.outcomes, visit)
        case .rejected(let data): outcome(data.ground, desk.definition.grounds, visit)
        case .reopened(let data): visit.language(data.ground.label)
        case .documentIssued(let data): "\(visit.language(data.kind.label)) \(data.number)"
        case .documentRevoked(let data): data.number
        case .paymentRecorded(let data):
            "\(Baht.text(data.satang)) \(visit.say("บาท", "baht")) · "
                + visit.language(data.method.label)
        case .identityChecked(let data):
            "\(visit.language(data.method.label)) · \(visit.language(data.outcome.label))"
        case .copiesCertified(let data): visit.say("\(data.copies) ฉบับ", "\(data.copies) copies")
        case .notified(let data):
            "\(visit.language(data.channel.label)) · \(visit.language(data.outcome.label))"
        case .viewed(let data):
            data.parts.map { visit.language($0.label) }.joined(separator: ", ")
                + (data.purpose == ViewingRecord.export
                    ? visit.say(" · ส่งออกเป็นไฟล์", " · exported") : "")
        case .messaged(let data):
            visit.language(data.channel.label)
                + (data.isByDigits
                    ? visit.say(
                        " · ยังไม่ยืนยันว่าเป็นผู้ยื่น (ใช้เลขคำร้องกับเบอร์ 4 ตัวท้าย)",
                        " · not shown to be the petitioner (by number and four digits)")
                    : "")
        case .withdrawn(let data): data.channel.map { visit.language($0.label) }
        case .rated(let data): visit.say("\(data.score) คะแนน", "\(data.score) of 5")
        case .erasureScheduled(let data):
            visit.say("ตั้งแต่ \(visit.day(data.on))", "from \(visit.day(data.on))")
        case .erasureHeld(let data):
            data.until.map { visit.say("ถึง \(visit.day($0))", "until \(visit.day($0))") }
        case .submitted, .corrected, .attached, .trackingReset, .ownerLinked,
            .received, .inProgress, .returned, .correctionAccepted, .answered, .noted,
            .stepRecorded, .claimed, .definitionChanged, .appointmentCancelled,
            .erasureHoldEnded, .erasureApproved, .erased:
            nil
        }
    }

    private static func due(_ clock: String, _ due: Instant, _ desk: DeskCase) -> String {
        "\(DeskWords.clock(clock, desk)) · \(desk.visit.moment(due))"
    }

    private static func outcome(_ code: String?, _ words: [Outcome], _ visit: Visit) -> String? {
        code.map { code in
            words.first { $0.code == code }.map { visit.language($0.label) } ?? code
        }
    }
}
