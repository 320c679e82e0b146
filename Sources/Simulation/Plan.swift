package import Entries
package import Rules

/// Years of a believable town office: who files what when, and what the office does about it.
package struct Plan: Sendable {
    package let seed: UInt64
    package let cast: Cast
    /// In the order of time; acts speak of them by index.
    package let filings: [Filing]
    /// In the order of time.
    package let acts: [PlannedAct]

    /// Plans `petitions` petitions that are filed from `start` until `end`; what would come later
    /// is left out, so that the last cases are open.
    ///
    /// - Parameter settings: what the office promises.
    /// - Parameter nextOfficeTime: the given moment, or the next at which the office is open.
    package init(
        petitions: Int, seed: UInt64, from start: Instant, until end: Instant,
        settings: OfficeSettings, nextOfficeTime: @escaping (Instant) -> Instant
    ) {
        self.seed = seed
        var dice = Dice(seed: seed)
        let cast = Cast(count: petitions / 2 + 1, dice: &dice)
        // The first week is for appointing officers and for people to hear of it.
        let opening = start.advanced(milliseconds: 7 * 86_400_000)
        // The rains have left more to do than usual.
        let rains = max(opening, end.advanced(milliseconds: -25 * 86_400_000))
        var times = (0..<petitions).map { _ in
            Self.moment(from: dice.chance(7) ? rains : opening, until: end, dice: &dice)
        }
        times.sort()
        var drafts = times.map { Course.Draft(time: $0, people: cast.citizens.count, dice: &dice) }
        Course.Draft.repeatSome(of: &drafts, dice: &dice)
        let promises = Promises(settings, end: end, nextOfficeTime: nextOfficeTime)
        var registry = Registry(cast, drafts, from: start, until: end, nextOfficeTime)
        var acts = registry.acts(dice: &dice)
        acts.reserveCapacity(petitions * 10)
        var filings: [Filing] = []
        for index in drafts.indices {
            registry.settle(&drafts[index])
            var course = Course(
                petition: index, draft: drafts[index],
                moo: drafts[index].original.map { filings[$0].moo }, end: end,
                nextOfficeTime: nextOfficeTime)
            course.run(dice: &dice)
            filings.append(course.filing)
            acts += promises.kept(in: course.acts, of: course.filing, dice: &dice)
        }
        self.cast = cast
        self.filings = filings
        self.acts = acts.enumerated()
            .filter { $0.element.time <= end }
            .sorted {
                ($0.element.time.milliseconds, $0.offset) < (
                    $1.element.time.milliseconds, $1.offset
                )
            }
            .map(\.element)
    }

    /// A moment at which people file: more as the years go on, on weekdays and by day.
    static func moment(from start: Instant, until end: Instant, dice: inout Dice) -> Instant {
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
