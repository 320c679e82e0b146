/// How many working days and open milliseconds lie before each day of a stretch of days.
struct WorkingSums: Equatable, Sendable {
    /// The first day summed and the first that is not.
    private(set) var first: Int
    private(set) var end: Int
    /// Working days before day `first + index`; one more than there are days.
    private var days: [Int32]
    /// Open milliseconds before day `first + index`.
    private var times: [Int]

    init(first: Int = 0, end: Int = 0) {
        self.first = first
        self.end = end
        days = Array(repeating: 0, count: end - first + 1)
        times = Array(repeating: 0, count: end - first + 1)
    }

    /// Sums all days from `day` on anew.
    mutating func recount(from day: Int, length: (Int) -> Int) {
        let start = max(day, first)
        guard start < end else { return }
        for index in (start - first)..<(end - first) {
            let length = length(first + index)
            days[index + 1] = days[index] + (length > 0 ? 1 : 0)
            times[index + 1] = times[index] + length
        }
    }

    /// Takes in that one day has changed.
    mutating func change(_ day: Int, length old: Int, to new: Int) {
        guard day >= first, day < end, old != new else { return }
        let dayChange: Int32 = (new > 0 ? 1 : 0) - (old > 0 ? 1 : 0)
        for index in (day - first + 1)..<days.count {
            days[index] += dayChange
            times[index] += new - old
        }
    }

    /// Nil outside the stretch.
    func days(through day: Int) -> Int? {
        let index = day + 1 - first
        return index >= 0 && index < days.count ? Int(days[index]) : nil
    }

    func time(before day: Int) -> Int? {
        let index = day - first
        return index >= 0 && index < times.count ? times[index] : nil
    }

    /// The first day through which `count` working days have passed, nil outside the stretch.
    func day(reaching count: Int) -> Int? {
        guard count > 0, let last = days.last, count <= last else { return nil }
        var low = 0
        var high = days.count - 1
        while low + 1 < high {
            let middle = (low + high) / 2
            if days[middle] >= count { high = middle } else { low = middle }
        }
        return first + high - 1
    }

    /// The last day before which less than `time` open milliseconds have passed.
    func day(reachingTime time: Int) -> Int? {
        guard time > 0, let last = times.last, time <= last else { return nil }
        var low = 0
        var high = times.count - 1
        while low + 1 < high {
            let middle = (low + high) / 2
            if times[middle] >= time { high = middle } else { low = middle }
        }
        return first + low
    }

    /// The sums at the edge of the stretch on the side of `day`.
    func edgeCount(before day: Int) -> Int { day >= end ? Int(days.last ?? 0) : 0 }
    func edgeTime(before day: Int) -> Int { day >= end ? times.last ?? 0 : 0 }
}
