package import Entries

/// Interleaves the events of all cases by their original time, without ever changing the order
/// within a case.
///
/// A time that goes back within its case counts as the latest one before it, for ordering only; a
/// missing time as the one before it, or the first that follows. Equal times stand in the order of
/// the cases. Twelve bytes an event are held.
package struct CaseOrder: Sendable {
    package struct Place: Equatable, Sendable {
        /// Which case, counted from 0 as they were added, and which of its events.
        package let caseIndex: Int, eventIndex: Int
        /// The time that decided the place.
        package let time: Instant
    }

    private var milliseconds: [Int] = []
    /// For each event the number of its case.
    private var caseOf: [UInt32] = []
    /// For each case the number of its first event.
    private var firstOf: [UInt32] = []

    package init() {}

    package var cases: Int { firstOf.count }
    package var events: Int { milliseconds.count }

    /// Adds a case after all others; false, and nothing added, if none of its events has a time.
    package mutating func add(times: [Instant?]) -> Bool {
        guard let first = times.lazy.compactMap(\.self).first else { return false }
        var latest = first
        let number = UInt32(firstOf.count)
        firstOf.append(UInt32(milliseconds.count))
        for time in times {
            if let time { latest = max(latest, time) }
            milliseconds.append(latest.milliseconds)
            caseOf.append(number)
        }
        return true
    }

    package mutating func add(_ added: SourceCase) -> Bool { add(times: added.events.map(\.time)) }

    /// Every event once, in the order in which an import records them.
    package func places() -> some Sequence<Place> {
        // Events were added case by case, so that their numbers settle every tie.
        var order = Array(0..<UInt32(milliseconds.count))
        order.sort {
            let (left, right) = (milliseconds[Int($0)], milliseconds[Int($1)])
            return left == right ? $0 < $1 : left < right
        }
        return order.lazy.map { number in
            let caseIndex = Int(caseOf[Int(number)])
            return Place(
                caseIndex: caseIndex, eventIndex: Int(number) - Int(firstOf[caseIndex]),
                time: Instant(milliseconds: milliseconds[Int(number)]))
        }
    }
}

extension SourceCase {
    /// The time of each event: where it has none that of the event before it, or the first that
    /// follows; empty if no event has one.
    package var filledTimes: [Instant] {
        guard var latest = events.lazy.compactMap(\.time).first else { return [] }
        return events.map { event in
            latest = event.time ?? latest
            return latest
        }
    }
}
