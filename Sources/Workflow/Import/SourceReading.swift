internal import Exchange
internal import Threads

/// A foreign file that is read by a thread of its own, so that whoever takes a portion works on it
/// while the next is read.
///
/// Portions come in the order of the file. Few wait at a time, and so a large file costs no memory
/// while nobody takes any. Whoever starts a reading takes portions until there are no more.
struct SourceReading: Sendable {
    /// What was wrong with the file up to here, and some of its cases.
    struct Portion: Sendable {
        var problems: [RowProblem] = []
        var batch: SourceBatch?
    }

    private struct Desk {
        var waiting: [Portion] = []
        /// How the reading has ended.
        var end: Result<Void, any Error>?
    }

    private static let mostWaiting = 4, mostProblems = 1000
    private let desk = Monitor(Desk())

    init(path: String, isXES: Bool, map: ImportMap) {
        let desk = desk
        _ = WorkerThread { Self.read(path, isXES: isXES, map: map, onto: desk) }
    }

    /// Waits for the next portion; nil after the last. Throws what has ended the reading, after
    /// all that was read before it has been taken.
    func next() throws -> Portion? {
        let (portion, end) = desk.wait { desk -> (Portion?, Result<Void, any Error>?)? in
            if !desk.waiting.isEmpty { return (desk.waiting.removeFirst(), nil) }
            return desk.end.map { (nil, $0) }
        }
        desk.broadcast()
        try end?.get()
        return portion
    }

    private static func read(
        _ path: String, isXES: Bool, map: ImportMap, onto desk: Monitor<Desk>
    ) {
        var problems: [RowProblem] = []
        func hand(_ batch: SourceBatch?) {
            let portion = Portion(problems: problems, batch: batch)
            problems = []
            desk.wait { desk -> Void? in
                guard desk.waiting.count < mostWaiting else { return nil }
                return desk.waiting.append(portion)
            }
            desk.broadcast()
        }
        let end = Result {
            let file = try SourceFile(path: path)
            let report: ProblemReport = {
                problems.append($0)
                if problems.count >= mostProblems { hand(nil) }
            }
            if isXES {
                _ = try XESReader.read(file, map: map, report: report, deliver: hand)
            } else {
                _ = try CSVReader.read(file, map: map, report: report, deliver: hand)
            }
        }
        if !problems.isEmpty { hand(nil) }
        desk.with { $0.end = end }
        desk.broadcast()
    }
}
