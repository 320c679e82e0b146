/// The running number of an office's petitions: 1, 2, 3 … without holes, never reset.
///
/// A number is taken in the transaction that files the petition, so what is undone takes none.
package struct NumberSequence: Equatable, Sendable {
    /// The last number given out, 0 before the first.
    package private(set) var last: Int

    package init(last: Int = 0) { self.last = last }

    package var upcoming: Int { last + 1 }

    package mutating func take() -> Int {
        last += 1
        return last
    }

    /// Takes in a number that history holds, or that the office goes on from.
    package mutating func advance(to number: Int) { last = max(last, number) }
}

/// The running numbers of guests' codes, each year's from 1.
package struct YearSequence: Equatable, Sendable {
    /// In order of year; there are few.
    private var years: [(year: Int, last: Int)] = []

    package init() {}

    /// The next code of the year, C.E.; a clock that steps back over New Year does no harm.
    package mutating func take(in year: Int) -> TrackingCode {
        let code = TrackingCode(year: year, running: last(in: year) + 1)
        advance(to: code)
        return code
    }

    package mutating func advance(to code: TrackingCode) {
        if let index = years.firstIndex(where: { $0.year == code.year }) {
            years[index].last = max(years[index].last, code.running)
        } else {
            years.append((code.year, code.running))
            years.sort { $0.year < $1.year }
        }
    }

    package func last(in year: Int) -> Int { years.first { $0.year == year }?.last ?? 0 }

    package static func == (left: Self, right: Self) -> Bool {
        left.years.elementsEqual(right.years) { $0 == $1 }
    }
}

/// A guest's code, `2014-14`: the year, C.E., and the running number of that year.
package struct TrackingCode: Hashable, Sendable {
    package let year: Int
    package let running: Int

    package init(year: Int, running: Int) {
        self.year = year
        self.running = running
    }

    /// Reads what was typed; nil if it has another shape.
    package init?(_ typed: some StringProtocol) {
        let parts = ThaiText.key(typed).split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 2, parts[0].utf8.count == 4, (1...9).contains(parts[1].utf8.count),
            parts.allSatisfy({ $0.first != "+" }),
            let year = Int(parts[0]), let running = Int(parts[1]), year >= 1900, running > 0
        else { return nil }
        self.init(year: year, running: running)
    }

    package var text: String { "\(year)-\(running)" }
}
