internal import Threads

/// Answers that take no less time than others: nobody learns from the clock what there is.
enum Evenly {
    private static let leastMilliseconds = 250

    static func answer(_ body: () throws -> Answer) throws -> Answer {
        let begun = ContinuousClock.now
        let answer = try body()
        let spent = begun.duration(to: .now).components
        let milliseconds =
            Int(spent.seconds) * 1000 + Int(spent.attoseconds / 1_000_000_000_000_000)
        if milliseconds < leastMilliseconds {
            let never: Void? = Monitor(()).wait(milliseconds: leastMilliseconds - milliseconds) {
                _ in nil
            }
            assert(never == nil)
        }
        return answer
    }
}
