/// How long each of many took, in milliseconds.
struct Times {
    private let sorted: [Double]

    /// Of at least one.
    init(_ milliseconds: [Double]) {
        precondition(!milliseconds.isEmpty, "nothing was measured")
        sorted = milliseconds.sorted()
    }

    var count: Int { sorted.count }
    var median: Double { sorted[count / 2] }
    var p99: Double { sorted[count * 99 / 100] }
    var most: Double { sorted[count - 1] }
}
