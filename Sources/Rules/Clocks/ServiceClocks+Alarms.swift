package import Entries
internal import Events

extension ServiceClocks {
    /// What will have to be written down of a case as long as nothing else happens in it, the
    /// first first.
    ///
    /// Rungs beyond the deadline, and notices of delay, follow once the missed deadline is
    /// written down. What is due at once has no time that could run out: it has no alarms.
    ///
    /// What was reached up to `joined`, when the case came from another system, is nobody's to
    /// write down here: a deadline that was missed by then counts as told of.
    package func alarms(
        of history: ClockHistory, but recorded: [ClockAlarm], after joined: Instant?,
        calendar: OfficeCalendar
    ) -> [DueAlarm] {
        let isClosed = history.isClosed
        var alarms: [DueAlarm] = []
        for rule in rules where rule.hasAlarms(isClosed: isClosed) {
            let time = calendar[rule.definition.calendar]
            let run = ClockRun(rule, history, time)
            guard let start = run.start, run.end == nil else { continue }
            let timetable = Timetable(rule: rule, run: run, start: start, time: time)
            alarms += self.alarms(timetable, but: recorded, after: joined)
        }
        if let joined { alarms.removeAll { $0.at <= joined } }
        if alarms.count < 2 { return alarms }
        // A stable order: of one moment, as they were found.
        return alarms.enumerated()
            .sorted { ($0.element.at, $0.offset) < ($1.element.at, $1.offset) }
            .map(\.element)
    }

    private func alarms(
        _ clock: Timetable, but recorded: [ClockAlarm], after joined: Instant?
    ) -> [DueAlarm] {
        guard let due = clock.instant(100) else { return [] }
        let (code, round) = (clock.rule.definition.code, clock.run.round)
        if clock.rule.definition.kind == .delayNotice, overdue == .notify {
            return [DueAlarm(at: due, alarm: ClockAlarm(.delay, code, round: round))]
        }
        let missed = ClockAlarm(.missed, code, round: round)
        // The due moment itself is still in time.
        let late = due.advanced(milliseconds: 1)
        let isMissed = recorded.contains(missed) || joined.map { late <= $0 } ?? false
        var alarms: [DueAlarm] = []
        let near = ClockAlarm(.near, code, round: round)
        if !isMissed, !recorded.contains(near), let at = clock.instant(clock.rule.nearPercent) {
            alarms.append(DueAlarm(at: at, alarm: near))
        }
        if !isMissed { alarms.append(DueAlarm(at: late, alarm: missed)) }
        for rung in escalation where rung.clock == code {
            let alarm = ClockAlarm(.escalated, code, round: rung.rung)
            guard !recorded.contains(alarm), isMissed || rung.percent <= 100,
                let at = clock.instant(rung.percent)
            else { continue }
            alarms.append(DueAlarm(at: rung.percent < 100 ? at : max(at, late), alarm: alarm))
        }
        if clock.rule.definition.kind == .finish, overdue == .deemedApproved {
            // Last of its moment: who is to hear that it is late hears of it first.
            alarms.append(DueAlarm(at: late, alarm: ClockAlarm(.approved, code, round: round)))
        }
        return alarms
    }

    /// A clock that runs, and when which share of its time is used.
    private struct Timetable {
        let rule: ClockRule
        let run: ClockRun
        let start: Instant
        let time: WorkingTime

        /// Nil while it stands still.
        func instant(_ percent: Int) -> Instant? {
            Countdown(time: time).instant(run, after: start, percent: percent)
        }
    }
}

extension ClockRule {
    /// Whether it may run in a case that is closed, or one that is open.
    fileprivate func hasAlarms(isClosed: Bool) -> Bool {
        definition.limit.unit != .immediately && (!isClosed || definition.starts == .finished)
    }
}
