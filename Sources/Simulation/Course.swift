internal import Entries

/// The course of one petition, act after act.
struct Course {
    /// What is drawn of a petition before its sender is known.
    struct Draft {
        var time: Instant
        var citizen: Int
        var subject: Int
        var way: Filing.Way
        var sender = Filing.Sender.guest

        init(time: Instant, people: Int, dice: inout Dice) {
            self.time = time
            citizen = Int.random(in: 0..<people, using: &dice)
            subject = dice.pick(weights: Subject.all.map(\.weight))
            way = Filing.Way.allCases[dice.pick(weights: [52, 22, 14, 9, 3])]
        }

        var isLicence: Bool { Subject.all[subject].isLicence }
    }

    private let petition: Int
    private let draft: Draft
    private let subject: Subject
    private let end: Instant
    private let nextOfficeTime: (Instant) -> Instant
    private var time: Instant
    private(set) var filing: Filing
    private(set) var acts: [PlannedAct] = []

    init(
        petition: Int, draft: Draft, end: Instant, nextOfficeTime: @escaping (Instant) -> Instant
    ) {
        self.petition = petition
        self.draft = draft
        self.end = end
        self.nextOfficeTime = nextOfficeTime
        subject = Subject.all[draft.subject]
        time = draft.time
        filing = Filing(
            citizen: draft.citizen, subject: draft.subject, title: "", details: "",
            way: draft.way, moo: 1, sender: draft.sender, draw: 0, photos: 0)
    }

    mutating func run(dice: inout Dice) {
        filing = Filing(
            citizen: draft.citizen, subject: draft.subject, title: dice.pick(subject.subjects),
            details: dice.pick(subject.details), way: draft.way,
            moo: Int.random(in: 1...11, using: &dice), sender: draft.sender,
            draw: Int.random(in: 0..<1_000_000, using: &dice),
            photos: subject.isLicence ? 1 : dice.chance(40) ? 1 + dice.pick(weights: [6, 3, 1]) : 0)
        if draft.way.isByOfficer { time = atOffice(time, dice: &dice) }
        // Nobody comes to the counter after the end of the history.
        for days in 1...30 where time > end {
            time = nextOfficeTime(draft.time.advanced(milliseconds: -86_400_000 * days))
        }
        add(.file)
        if !draft.way.isByOfficer { add(.tellFiled, afterSeconds: 2) }
        if dice.chance(2) {
            later(hours: 5, dice: &dice)
            add(.withdraw)
        } else {
            intake(dice: &dice)
        }
        stall(dice: &dice)
    }

    private mutating func intake(dice: inout Dice) {
        atTheOffice(afterHours: 5, dice: &dice)
        if dice.chance(60) {
            add(.receive)
            atTheOffice(afterHours: 1, dice: &dice)
            add(.assign)
        } else {
            add(.claim)
            add(.receiveAsOwner, afterSeconds: 45)
        }
        if !subject.isConfidential, dice.chance(6) {
            atTheOffice(afterHours: 8, dice: &dice)
            add(.forward(department: Int.random(in: 0..<8, using: &dice)))
            atTheOffice(afterHours: 3, dice: &dice)
            add(.claim)
        }
        if dice.chance(11) {
            guard correction(dice: &dice) else { return }
        } else {
            atTheOffice(afterHours: 8, dice: &dice)
            add(.start)
            if dice.chance(60) { add(.answer, afterSeconds: 120) }
        }
        work(dice: &dice)
    }

    /// Whether what was missing came.
    private mutating func correction(dice: inout Dice) -> Bool {
        atTheOffice(afterHours: 6, dice: &dice)
        add(.askCorrection)
        guard dice.chance(90) else {
            time = time.advanced(milliseconds: 16 * 86_400_000)
            atTheOffice(afterHours: 10, dice: &dice)
            add(.rejectUncorrected)
            add(.tellResult, afterSeconds: 2)
            return false
        }
        later(hours: 40, dice: &dice)
        if draft.way.isByOfficer { time = atOffice(time, dice: &dice) }
        add(.correct)
        atTheOffice(afterHours: 5, dice: &dice)
        add(.acceptCorrection)
        return true
    }

    private mutating func work(dice: inout Dice) {
        if dice.chance(3) {
            atTheOffice(afterHours: 6, dice: &dice)
            add(.refer)
            add(.tellResult, afterSeconds: 2)
            return
        }
        if dice.chance(6) {
            atTheOffice(afterHours: 8, dice: &dice)
            add(.waitForAgency)
            atTheOffice(afterHours: 60, dice: &dice)
            add(.resume)
        }
        if dice.chance(20) {
            later(hours: 20, dice: &dice)
            if draft.way.isByOfficer { time = atOffice(time, dice: &dice) }
            add(.message)
            atTheOffice(afterHours: 5, dice: &dice)
            add(.answer)
        }
        if dice.chance(25) {
            atTheOffice(afterHours: 6, dice: &dice)
            if dice.chance(40) { add(.viewPetitioner) }
            add(.note, afterSeconds: 90)
        }
        atTheOffice(afterHours: subject.usualHours, dice: &dice)
        if dice.chance(4) {
            add(.reject)
            add(.tellResult, afterSeconds: 2)
            return
        }
        if subject.isLicence {
            add(.pay)
            atTheOffice(afterHours: 4, dice: &dice)
            add(.issueLicence)
        }
        finish(dice: &dice)
    }

    private mutating func finish(dice: inout Dice) {
        add(.complete)
        add(.tellResult, afterSeconds: 2)
        if !draft.way.isByOfficer, dice.chance(38) {
            later(hours: 30, dice: &dice)
            add(.rate([5, 5, 4, 4, 3, 2, 1][dice.pick(weights: [30, 20, 20, 12, 9, 5, 4])]))
            return
        }
        guard dice.chance(2) else { return }
        // Well within the time in which a case may be opened again.
        time = time.advanced(milliseconds: Int.random(in: 1...12, using: &dice) * 86_400_000)
        if draft.way.isByOfficer { time = atOffice(time, dice: &dice) }
        add(.reopen)
        atTheOffice(afterHours: 6, dice: &dice)
        add(.start)
        atTheOffice(afterHours: subject.usualHours, dice: &dice)
        add(.complete)
        add(.tellResult, afterSeconds: 2)
    }

    /// Leaves a case lying: seldom an old one, often one of the last weeks.
    private mutating func stall(dice: inout Dice) {
        let days = (end.milliseconds - draft.time.milliseconds) / 86_400_000
        let percent = days < 10 ? 60 : days < 30 ? 45 : days < 75 ? 25 : days < 400 ? 2 : 0
        guard dice.chance(percent), acts.count > 1 else { return }
        acts.removeLast(acts.count - Int.random(in: 1..<acts.count, using: &dice))
    }

    // MARK: Time

    private mutating func later(hours: Int, dice: inout Dice) {
        time = time.advanced(milliseconds: dice.duration(median: hours * 3_600_000))
    }

    private mutating func atTheOffice(afterHours hours: Int, dice: inout Dice) {
        later(hours: hours, dice: &dice)
        time = atOffice(time, dice: &dice)
    }

    /// The moment itself if the office is open; else the next morning, some time after it opens.
    private func atOffice(_ moment: Instant, dice: inout Dice) -> Instant {
        let opened = nextOfficeTime(moment)
        guard opened > moment else { return moment }
        let wait = Int.random(in: 60_000..<6_000_000, using: &dice)
        return nextOfficeTime(opened.advanced(milliseconds: wait))
    }

    private mutating func add(_ act: Act, afterSeconds seconds: Int = 0) {
        time = time.advanced(milliseconds: seconds * 1000)
        acts.append(PlannedAct(time: time, deed: .petition(petition, act)))
    }
}
