package import Entries
package import Events

extension Petition {
    /// What the house has to write down of the case's clocks by `now`, the first first.
    package func alarms(until now: Instant, in settings: OfficeSettings) -> [DueAlarm] {
        guard hasClocks, let definition = settings.definition(of: self) else { return [] }
        return ServiceClocks(definition)
            .alarms(
                of: history, but: alarms, after: joinedAt, calendar: settings.calendar
            )
            .filter { $0.at <= now }
    }
}

extension ServiceDefinition {
    /// The command that writes an alarm down; nil for a notice where nothing can be late.
    package func command(for due: DueAlarm) -> PetitionCommand? {
        let alarm = due.alarm
        switch alarm.kind {
        case .near:
            return .nearDeadline(.init(clock: alarm.clock, round: alarm.round, due: due.at))
        case .missed:
            return .missDeadline(.init(clock: alarm.clock, round: alarm.round, due: due.at))
        case .approved:
            return .deemApproved(.init(clock: alarm.clock, round: alarm.round, due: due.at))
        case .escalated: return .escalate(.init(clock: alarm.clock, rung: alarm.round))
        case .delay:
            return clocks.first { $0.kind == .finish }
                .map { .noticeDelay(PetitionCommand.NoticeDelay(clock: $0.code)) }
        }
    }

    /// What the house tells a petitioner whom no officer has told why it takes longer.
    package var delayWording: Wording? {
        clocks.first { $0.kind == .delayNotice }.map { clock in
            let limit = clock.limit.wording
            return Wording(
                thai: "คำร้องของท่านเกินกำหนดแล้วและยังดำเนินการไม่แล้วเสร็จ "
                    + "เจ้าหน้าที่ผู้รับผิดชอบจะแจ้งเหตุผลให้ทราบ "
                    + "ระบบจะแจ้งท่านทุก \(limit.thai)จนกว่าจะแล้วเสร็จ",
                english: "Your petition is overdue and not finished yet. The officer in charge "
                    + "will tell you why. You will hear every \(limit.english) until it is done.")
        }
    }
}
