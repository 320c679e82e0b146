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
        /// An earlier petition about the same thing.
        var original: Int?

        init(time: Instant, people: Int, dice: inout Dice) {
            self.time = time
            citizen = Int.random(in: 0..<people, using: &dice)
            subject = dice.pick(weights: Subject.all.map(\.weight))
            way = Filing.Way.allCases[dice.pick(weights: [52, 22, 14, 9, 3])]
        }

        var isLicence: Bool { Subject.all[subject].isLicence }
        var isAtCounter: Bool { Subject.all[subject].pace == .atCounter }

        /// Has some come with what somebody else came with a few days before.
        static func repeatSome(of drafts: inout [Draft], dice: inout Dice) {
            let days = 12 * 3_600_000...6 * 86_400_000
            for index in drafts.indices where dice.chance(5) {
                let draft = drafts[index]
                let earlier = (max(0, index - 200)..<index).filter { other in
                    let other = drafts[other]
                    return days.contains(draft.time.milliseconds - other.time.milliseconds)
                        && other.original == nil && other.citizen != draft.citizen
                        && Subject.all[other.subject].isGrievance
                }
                guard !earlier.isEmpty else { continue }
                let original = dice.pick(earlier)
                drafts[index].subject = drafts[original].subject
                drafts[index].original = original
            }
        }
    }

    private let petition: Int
    private let draft: Draft
    private let subject: Subject
    /// Where an earlier petition says that it is.
    private let moo: Int?
    private let end: Instant
    private let nextOfficeTime: (Instant) -> Instant
    private var time: Instant
    private(set) var filing: Filing
    private(set) var acts: [PlannedAct] = []

    init(
        petition: Int, draft: Draft, moo: Int?, end: Instant,
        nextOfficeTime: @escaping (Instant) -> Instant
    ) {
        self.petition = petition
        self.moo = moo
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
            moo: moo ?? Int.random(in: 1...11, using: &dice), sender: draft.sender,
            draw: Int.random(in: 0..<1_000_000, using: &dice),
            photos: subject.isLicence ? 1 : dice.chance(40) ? 1 + dice.pick(weights: [6, 3, 1]) : 0)
        if draft.way.isByOfficer { time = atOffice(time, dice: &dice) }
        // Nobody comes to the counter after the end of the history.
        for days in 1...30 where time > end {
            time = nextOfficeTime(draft.time.advanced(milliseconds: -86_400_000 * days))
        }
        add(.file)
        if draft.isAtCounter { return atCounter(dice: &dice) }
        if !draft.way.isByOfficer { add(.tellFiled, afterSeconds: 2) }
        if dice.chance(2) {
            later(hours: 5, dice: &dice)
            add(.withdraw)
        } else {
            intake(dice: &dice)
        }
        stall(dice: &dice)
    }

    /// What is done while the citizen waits.
    private mutating func atCounter(dice: inout Dice) {
        time = nextOfficeTime(time.advanced(milliseconds: dice.duration(median: 120_000)))
        add(.claim)
        add(.receiveAsOwner, afterSeconds: 5)
        add(.start, afterSeconds: 20)
        let minutes = dice.duration(median: subject.usualMinutes * 60_000, spread: 0.5)
        time = nextOfficeTime(time.advanced(milliseconds: minutes))
        add(.complete)
        add(.tellResult, afterSeconds: 2)
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
        if let original = draft.original {
            guard merge(into: original, dice: &dice) else { return }
        } else if dice.chance(11) {
            guard correction(dice: &dice) else { return }
        } else {
            start(dice: &dice)
        }
        work(dice: &dice)
    }

    private mutating func start(dice: inout Dice) {
        atTheOffice(afterHours: 8, dice: &dice)
        add(.start)
        if dice.chance(subject.isLicence ? 98 : 82) { add(.answer, afterSeconds: 120) }
    }

    /// Whether that was a mistake, and the work begins after all.
    private mutating func merge(into original: Int, dice: inout Dice) -> Bool {
        atTheOffice(afterHours: 4, dice: &dice)
        add(.merge(into: original))
        add(.tellResult, afterSeconds: 2)
        guard dice.chance(15) else { return false }
        atTheOffice(afterHours: 20, dice: &dice)
        add(.unmerge)
        start(dice: &dice)
        return true
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
        theWork(dice: &dice)
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

    /// What goes by the book, or was promised within days, is late more seldom.
    private mutating func theWork(dice: inout Dice) {
        let median = subject.usualMinutes * 60_000
        let spread = subject.pace == .usual ? 0.8 : 0.45
        time = time.advanced(milliseconds: dice.duration(median: median, spread: spread))
        time = atOffice(time, dice: &dice)
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
        theWork(dice: &dice)
        add(.complete)
        add(.tellResult, afterSeconds: 2)
    }

    /// Leaves a case lying: seldom an old one, often one of the last weeks.
    private mutating func stall(dice: inout Dice) {
        let days = (end.milliseconds - draft.time.milliseconds) / 86_400_000
        let percent = days < 10 ? 25 : days < 30 ? 30 : days < 75 ? 8 : days < 400 ? 1 : 0
        guard dice.chance(percent), acts.count > 1 else { return }
        // Mostly after somebody has taken it and begun.
        let first = dice.chance(88) ? min(6, acts.count - 1) : 1
        acts.removeLast(acts.count - Int.random(in: first..<acts.count, using: &dice))
    }

    // MARK: Time

    private mutating func later(hours: Int, dice: inout Dice) {
        time = time.advanced(milliseconds: dice.duration(median: hours * 3_600_000))
    }

    private mutating func atTheOffice(afterHours hours: Int, dice: inout Dice) {
        // What was promised within days is not left lying.
        let minutes = subject.pace == .swift ? hours * 12 : hours * 60
        time = time.advanced(milliseconds: dice.duration(median: minutes * 60_000))
        time = atOffice(time, dice: &dice)
    }

    /// The moment itself if the office is open; else some time of the next day, mostly its morning.
    private func atOffice(_ moment: Instant, dice: inout Dice) -> Instant {
        let opened = nextOfficeTime(moment)
        guard opened > moment else { return moment }
        let hours = dice.chance(subject.pace == .swift ? 100 : 35) ? 2 : 7
        let wait = Int.random(in: 60_000..<hours * 3_600_000, using: &dice)
        return nextOfficeTime(opened.advanced(milliseconds: wait))
    }

    private mutating func add(_ act: Act, afterSeconds seconds: Int = 0) {
        time = time.advanced(milliseconds: seconds * 1000)
        acts.append(PlannedAct(time: time, deed: .petition(petition, act)))
    }
}
