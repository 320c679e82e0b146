internal import Entries
internal import Events

extension CaseDecision {
    private func clock(_ code: String) throws(PetitionRefusal) -> ClockDefinition {
        guard let clock = definition.clock(code) else { throw .unknown(.clock, code) }
        return clock
    }

    /// Only as often and by as much as the definition allows, with a reason, before it runs out.
    func extend(_ data: PetitionCommand.Extend) throws(PetitionRefusal) -> PetitionEvent.Extended {
        try needHold()
        try need(.reason, .reason)
        let clock = try clock(data.clock)
        guard let rule = clock.extensions else { throw .notExtendable }
        let before = petition.history.extensions(of: data.clock)
        guard before < rule.most else { throw .extensionsUsedUp(rule.most) }
        let by = data.by ?? rule.by
        guard by.unit == rule.by.unit, (1...max(1, rule.by.amount)).contains(by.amount) else {
            throw .longerThanAllowed(rule.by)
        }
        let reading = try reading(data.clock)
        if let due = reading.due, circumstances.now > due { throw .deadlinePassed(due) }
        return PetitionEvent.Extended(clock: data.clock, by: by, number: before + 1)
    }

    func noticeDelay(
        _ data: PetitionCommand.NoticeDelay
    ) throws(PetitionRefusal) -> PetitionEvent.DelayNoticed {
        if actor.kind == .system { try needDelayDue() } else { try needHold() }
        try need(.reason, .reason)
        // Nobody is late with what was done in time, or has not begun.
        _ = try reading(data.clock)
        return PetitionEvent.DelayNoticed(
            clock: data.clock, number: petition.delayNotices + 1, letter: data.letter)
    }

    /// The house gives notice only where nobody did in time, and so once.
    private func needDelayDue() throws(PetitionRefusal) {
        let clock = definition.clocks.first { $0.kind == .delayNotice }
        guard definition.overdue == .notify, let clock,
            let due = try reading(clock.code).due
        else { throw .clockStopped }
        guard due <= circumstances.now else { throw .tooEarly(due) }
        try needReachedHere(due)
    }

    func setAppointment(
        _ data: PetitionCommand.SetAppointment
    ) throws(PetitionRefusal) -> PetitionEvent.AppointmentSet {
        try needHold()
        try needOpen()
        try need(.appointment, .appointment)
        guard data.at > circumstances.now else { throw .inThePast }
        if let number = data.number { try needAppointment(number) }
        let next = (petition.appointments.map(\.number).max() ?? 0) + 1
        return PetitionEvent.AppointmentSet(
            number: data.number ?? next, at: data.at, purpose: data.purpose)
    }

    func cancelAppointment(
        _ data: PetitionEvent.AppointmentCancelled
    ) throws(PetitionRefusal) -> PetitionEvent.AppointmentCancelled {
        try needHold()
        try needAppointment(data.number)
        return data
    }

    private func needAppointment(_ number: Int) throws(PetitionRefusal) {
        guard petition.appointments.contains(where: { $0.number == number }) else {
            throw .unknown(.appointment, "\(number)")
        }
    }
}

// MARK: - What the house notices

extension CaseDecision {
    /// Until when a finished case may be reopened; nil if the definition sets no end.
    var windowEnd: Instant? {
        guard let window = definition.reopenWindow, let finished = petition.finishedAt else {
            return nil
        }
        return settings.calendar.instant(
            window, after: finished, calendar: settings.calendarCode(of: petition.department))
    }

    /// What an open clock shows.
    private func reading(_ code: String) throws(PetitionRefusal) -> ClockReading {
        guard petition.hasClocks else { throw .clockStopped }
        let clocks = ServiceClocks(definition)
        let reading = clocks.reading(of: code, petition.history, calendar: settings.calendar)
        guard let reading else { throw .unknown(.clock, code) }
        guard reading.isOpen else { throw .clockStopped }
        return reading
    }

    /// Round and deadline are counted here, whatever the command says of them.
    func nearDeadline(
        _ data: PetitionEvent.DeadlineNear
    ) throws(PetitionRefusal) -> PetitionEvent.DeadlineNear {
        try needSystem()
        let reading = try reading(data.clock)
        try needFirst(.near, data.clock, reading.round)
        guard let near = reading.near, let due = reading.due else { throw .clockStopped }
        guard near <= circumstances.now else { throw .tooEarly(near) }
        try needReachedHere(near)
        return PetitionEvent.DeadlineNear(clock: data.clock, round: reading.round, due: due)
    }

    func missDeadline(
        _ data: PetitionEvent.DeadlineMissed
    ) throws(PetitionRefusal) -> PetitionEvent.DeadlineMissed {
        try needSystem()
        let reading = try reading(data.clock)
        try needFirst(.missed, data.clock, reading.round)
        guard let due = reading.due else { throw .clockStopped }
        guard due < circumstances.now else { throw .tooEarly(due) }
        try needReachedHere(due)
        return PetitionEvent.DeadlineMissed(clock: data.clock, round: reading.round, due: due)
    }

    func escalate(
        _ data: PetitionEvent.Escalated
    ) throws(PetitionRefusal) -> PetitionEvent.Escalated {
        try needSystem()
        let rung = definition.escalation.first { $0.clock == data.clock && $0.rung == data.rung }
        guard let rung else { throw .unknown(.clock, "\(data.clock) \(data.rung)") }
        _ = try reading(data.clock)
        try needFirst(.escalated, data.clock, data.rung)
        let due = ServiceClocks(definition).instant(
            of: data.clock, percent: rung.percent, petition.history, calendar: settings.calendar)
        guard let due else { throw .clockStopped }
        guard due <= circumstances.now else { throw .tooEarly(due) }
        try needReachedHere(due)
        return PetitionEvent.Escalated(
            clock: data.clock, rung: data.rung, to: rung.to,
            department: rung.department ?? petition.department,
            // Whoever has it, where it comes before those who work on it.
            officer: rung.to.contains(.handler) ? petition.owner : nil)
    }

    /// Where the service's definition lets the law decide what the office did not: once, for the
    /// case is over then.
    func deemApproved(
        _ data: PetitionEvent.DeemedApproved
    ) throws(PetitionRefusal) -> PetitionEvent.DeemedApproved {
        try needSystem()
        try needOpen()
        guard definition.overdue == .deemedApproved, try clock(data.clock).kind == .finish,
            let state = definition.approvedState
        else { throw .notOffered }
        let reading = try reading(data.clock)
        guard let due = reading.due else { throw .clockStopped }
        guard due < circumstances.now else { throw .tooEarly(due) }
        try needReachedHere(due)
        return PetitionEvent.DeemedApproved(
            clock: data.clock, round: reading.round, due: due, state: state.code,
            status: state.status)
    }

    /// The house writes down what comes to pass here, not what had come to pass in another system.
    private func needReachedHere(_ moment: Instant) throws(PetitionRefusal) {
        if let joined = petition.joinedAt, moment < joined { throw .beforeImport(joined) }
    }

    private func needFirst(
        _ kind: ClockAlarm.Kind, _ clock: String, _ round: Int
    ) throws(PetitionRefusal) {
        let alarm = ClockAlarm(kind, clock, round: round)
        if petition.alarms.contains(alarm) { throw .nothingChanges }
    }
}
