/// A seeded source of chance (SplitMix64): the same seed gives the same office.
package struct Dice: RandomNumberGenerator, Sendable {
    private var state: UInt64

    package init(seed: UInt64) { state = seed }

    package mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// True `percent` times in a hundred.
    package mutating func chance(_ percent: Int) -> Bool {
        Int.random(in: 0..<100, using: &self) < percent
    }

    package mutating func pick<Element>(_ elements: [Element]) -> Element {
        elements[Int.random(in: 0..<elements.count, using: &self)]
    }

    /// An index into `weights`, each as likely as its weight says.
    package mutating func pick(weights: [Int]) -> Int {
        var left = Int.random(in: 0..<weights.reduce(0, +), using: &self)
        for (index, weight) in weights.enumerated() {
            left -= weight
            if left < 0 { return index }
        }
        return weights.count - 1
    }

    /// A duration around `median`: most near it, a few several times as long.
    ///
    /// - Parameter spread: of the logarithm; about one in six is longer by a factor of its e-th
    ///   power.
    package mutating func duration(median: Int, spread: Double = 0.8) -> Int {
        let sum = (0..<4).map { _ in Int.random(in: 0...1000, using: &self) }.reduce(0, +)
        // The spread of four dice makes exponents from −2 to 2 with most near 0.
        let exponent = Double(sum - 2000) / 1000
        var factor = 1.0
        for _ in 0..<Int(abs(exponent) * spread * 20) { factor *= 1.09 }
        return max(1, exponent < 0 ? Int(Double(median) / factor) : Int(Double(median) * factor))
    }
}
