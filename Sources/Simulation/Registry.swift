internal import Entries

/// The accounts of the town: when each was opened, and what the identity desk made of it.
struct Registry {
    private let cast: Cast
    private let start: Instant, end: Instant
    private let nextOfficeTime: (Instant) -> Instant
    /// When each citizen first files something over the net.
    private var firstUse: [Int: Instant] = [:]
    private var verifiedAt: [Int: Instant] = [:]
    private var registeredAt: [Int: Instant] = [:]

    init(
        _ cast: Cast, _ drafts: [Course.Draft], from start: Instant, until end: Instant,
        _ nextOfficeTime: @escaping (Instant) -> Instant
    ) {
        self.cast = cast
        self.start = start
        self.end = end
        self.nextOfficeTime = nextOfficeTime
        for draft in drafts where !draft.way.isByOfficer && firstUse[draft.citizen] == nil {
            firstUse[draft.citizen] = draft.time
        }
    }

    mutating func acts(dice: inout Dice) -> [PlannedAct] {
        var acts: [PlannedAct] = []
        for (number, citizen) in cast.citizens.enumerated() where citizen.hasAccount {
            acts += self.acts(of: number, dice: &dice)
        }
        return acts
    }

    /// Says as whom a petition is sent, and sends whoever may not do so online to the counter.
    func settle(_ draft: inout Course.Draft) {
        if draft.isAtCounter {
            draft.way = .counter
            draft.sender = .officer
        } else if draft.way.isByOfficer {
            // Whoever wants a licence shows a card.
            if draft.isLicence { draft.way = .counter }
            draft.sender = .officer
        } else if let time = verifiedAt[draft.citizen], time < draft.time {
            draft.sender = .verifiedAccount
        } else if draft.isLicence {
            draft.way = .counter
            draft.sender = .officer
        } else if let time = registeredAt[draft.citizen], time < draft.time {
            draft.sender = .account
        }
    }

    private mutating func acts(of number: Int, dice: inout Dice) -> [PlannedAct] {
        let earliest = start.advanced(milliseconds: 2 * 86_400_000)
        var time =
            firstUse[number]?.advanced(milliseconds: -dice.duration(median: 25 * 60_000))
            ?? Plan.moment(from: earliest, until: end, dice: &dice)
        time = max(time, earliest)
        registeredAt[number] = time
        var acts = [act(.register, number, time)]
        let isUnderWay = end.milliseconds - time.milliseconds < 21 * 86_400_000
        // The desk is behind with the newest.
        if isUnderWay, dice.chance(60) { return acts }
        time = desk(after: time, dice: &dice)
        acts.append(act(.view, number, time))
        time = time.advanced(milliseconds: 40_000)
        if dice.chance(10) {
            acts.append(act(.refuse, number, time))
            guard dice.chance(75) else { return acts }
            time = time.advanced(milliseconds: dice.duration(median: 30 * 3_600_000))
            acts.append(act(.resend, number, time))
            time = desk(after: time, dice: &dice)
            acts.append(act(.view, number, time))
            time = time.advanced(milliseconds: 40_000)
        }
        acts.append(act(.verify, number, time))
        verifiedAt[number] = time
        return acts
    }

    /// When the identity desk comes to what came in at `time`.
    private func desk(after time: Instant, dice: inout Dice) -> Instant {
        let opened = nextOfficeTime(
            time.advanced(milliseconds: dice.duration(median: 4 * 3_600_000)))
        return nextOfficeTime(
            opened.advanced(milliseconds: Int.random(in: 60_000..<5_400_000, using: &dice)))
    }

    private func act(_ act: AccountAct, _ number: Int, _ time: Instant) -> PlannedAct {
        PlannedAct(time: time, deed: .account(number, act))
    }
}
