internal import Threads

/// Runs independent pieces of work on this thread and one more, each piece once.
enum Crew {
    static func run(_ pieces: [@Sendable () -> Void]) {
        let next = Monitor(0)
        let work: @Sendable () -> Void = {
            while true {
                let index = next.with { index in
                    defer { index += 1 }
                    return index
                }
                guard index < pieces.count else { return }
                pieces[index]()
            }
        }
        guard pieces.count > 1 else { return work() }
        let other = WorkerThread(work)
        work()
        other.join()
    }
}
