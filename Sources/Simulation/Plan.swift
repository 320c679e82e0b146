package import Entries

/// Years of a believable town office: who files what when, and what the office does about it.
package struct Plan: Sendable {
    package let cast: Cast
    /// In the order of time.
    package let acts: [PlannedAct]

    /// Plans `petitions` petitions that are filed from `start` until `end`.
    ///
    /// - Parameter nextOfficeTime: the given moment, or the next at which the office is open.
    package init(
        petitions: Int, seed: UInt64, from start: Instant, until end: Instant,
        nextOfficeTime: @escaping (Instant) -> Instant
    ) {
        var dice = Dice(seed: seed)
        cast = Cast(count: petitions / 2 + 1, dice: &dice)
        var filings = (0..<petitions).map { _ in
            Self.moment(from: start, until: end, dice: &dice)
        }
        filings.sort()
        var acts: [PlannedAct] = []
        acts.reserveCapacity(petitions * 5)
        for (petition, time) in filings.enumerated() {
            var course = Course(
                petition: petition, time: time, nextOfficeTime: nextOfficeTime)
            course.run(citizens: cast.citizens.count, dice: &dice)
            acts += course.acts
        }
        self.acts = acts.sorted {
            ($0.time.milliseconds, $0.petition) < ($1.time.milliseconds, $1.petition)
        }
    }

    /// A moment at which people file: more as the years go on, on weekdays and by day.
    private static func moment(
        from start: Instant, until end: Instant, dice: inout Dice
    ) -> Instant {
        let span = end.milliseconds - start.milliseconds
        while true {
            let first = Int.random(in: 0..<span, using: &dice)
            let second = Int.random(in: 0..<span, using: &dice)
            let offset = dice.chance(30) ? max(first, second) : first
            let moment = start.advanced(milliseconds: offset)
            let local = moment.milliseconds + 7 * 3_600_000
            let weekday = (Instant.floorDivide(local, 86_400_000) + 4) % 7
            let hour = local / 3_600_000 % 24
            let dayWeight = weekday == 0 || weekday == 6 ? 45 : 100
            if dice.chance(hourWeights[hour] * dayWeight / 100) { return moment }
        }
    }

    /// How likely each hour of the day is, in percent of the busiest.
    private static let hourWeights = [
        3, 2, 1, 1, 2, 6, 18, 40, 85, 100, 95, 80, 60, 85, 90, 85, 70, 55, 50, 55, 50, 40, 22, 9,
    ]
}

/// The course of one petition, act after act.
private struct Course {
    let petition: Int
    var time: Instant
    let nextOfficeTime: (Instant) -> Instant
    var acts: [PlannedAct] = []

    init(petition: Int, time: Instant, nextOfficeTime: @escaping (Instant) -> Instant) {
        self.petition = petition
        self.time = time
        self.nextOfficeTime = nextOfficeTime
    }

    mutating func run(citizens: Int, dice: inout Dice) {
        let number = dice.pick(weights: Subject.all.map(\.weight))
        let subject = Subject.all[number]
        let way = Filing.Way.allCases[dice.pick(weights: [52, 22, 14, 9, 3])]
        if way != .web && way != .line { time = nextOfficeTime(time) }
        let filing = Filing(
            citizen: Int.random(in: 0..<citizens, using: &dice), subject: number,
            title: dice.pick(subject.subjects), details: dice.pick(subject.details), way: way,
            moo: Int.random(in: 1...11, using: &dice))
        add(.file(filing))
        if dice.chance(2) {
            later(hours: 5, dice: &dice)
            add(.withdraw)
            return
        }
        atTheOffice(afterHours: 6, dice: &dice)
        add(.receive)
        if dice.chance(6) {
            atTheOffice(afterHours: 8, dice: &dice)
            add(.forward(department: Int.random(in: 0..<8, using: &dice)))
        }
        if dice.chance(11) { correction(dice: &dice) }
        atTheOffice(afterHours: 10, dice: &dice)
        add(.start)
        work(on: subject, dice: &dice)
    }

    private mutating func correction(dice: inout Dice) {
        atTheOffice(afterHours: 6, dice: &dice)
        add(.askCorrection)
        later(hours: 40, dice: &dice)
        if dice.chance(90) { add(.correct) }
    }

    private mutating func work(on subject: Subject, dice: inout Dice) {
        if dice.chance(20) {
            later(hours: 20, dice: &dice)
            add(.message)
            atTheOffice(afterHours: 5, dice: &dice)
            add(.answer)
        }
        if dice.chance(25) {
            atTheOffice(afterHours: 6, dice: &dice)
            add(.note)
        }
        atTheOffice(afterHours: subject.usualHours, dice: &dice)
        if dice.chance(4) {
            add(.reject)
            return
        }
        add(.complete)
        if dice.chance(38) {
            later(hours: 30, dice: &dice)
            add(.rate([5, 5, 4, 4, 3, 2, 1][dice.pick(weights: [30, 20, 20, 12, 9, 5, 4])]))
        }
        if dice.chance(2) {
            later(hours: 60, dice: &dice)
            add(.reopen)
            atTheOffice(afterHours: subject.usualHours, dice: &dice)
            add(.complete)
        }
    }

    private mutating func later(hours: Int, dice: inout Dice) {
        time = time.advanced(milliseconds: dice.duration(median: hours * 3_600_000))
    }

    private mutating func atTheOffice(afterHours hours: Int, dice: inout Dice) {
        later(hours: hours, dice: &dice)
        time = nextOfficeTime(time)
    }

    private mutating func add(_ act: Act) {
        acts.append(PlannedAct(time: time, petition: petition, act: act))
    }
}
