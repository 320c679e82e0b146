/// What is measured, each in a file of its own with its threshold.
package enum Question: String, CaseIterable, Sendable {
    case appendOne = "append-one"
    case appendMany = "append-many"
    case replay
    case verifyLog = "verify-log"
    case receipts
    case queueRebuild = "queue-rebuild"
    case pastView = "past-view"
    case liveView = "live-view"
    case disk
    case finesImport = "import"
    case portal
    case figures
    case desk
    case outbox
    case stream

    package var meaning: String {
        switch self {
        case .appendOne: "one caller, durable, a whole command"
        case .appendMany: "64 commands outstanding, durable"
        case .replay: "every entry parsed and checked against its hash"
        case .verifyLog: "entries, sections, tree and signature against scan and hash; one proof"
        case .receipts: "64 commands outstanding, a receipt asked by every tenth"
        case .queueRebuild: "the officers' queue made anew from the log"
        case .pastView: "the queue and the figures as they stood, anywhere in the long log"
        case .liveView: "from a command to its sight in a live view, at 1,000 events a second"
        case .disk: "the log's directory against what it holds"
        case .finesImport: "a real history of 561,470 events, all views caught up"
        case .desk: "what an officer waits for: every view and filter, a search, many at once"
        case .portal: "what a citizen waits for: the first page, every page, a filing among many"
        case .outbox: "ten thousand e-mails sent, and commands taken meanwhile"
        case .stream: "a thousand systems that hear each event, and one that hears all of them"
        case .figures: "the officers' page of figures, counted anew and while the office goes on"
        }
    }

    func measure(_ bench: Bench) throws -> [Figure] {
        switch self {
        case .appendOne: try AppendOne.measure(bench)
        case .appendMany: try AppendMany.measure(bench)
        case .replay: try Replay.measure(bench)
        case .verifyLog: try VerifyLog.measure(bench)
        case .receipts: try Receipts.measure(bench)
        case .queueRebuild: try QueueRebuild.measure(bench)
        case .pastView: try PastView.measure(bench)
        case .liveView: try LiveView.measure(bench)
        case .disk: try DiskUse.measure(bench)
        case .finesImport: try FinesImport.measure(bench)
        case .desk: try OfficerDesk.measure(bench)
        case .portal: try CitizenPortal.measure(bench)
        case .outbox: try OutboxDrain.measure(bench)
        case .figures: try FiguresPage.measure(bench)
        case .stream: try EventStreams.measure(bench)
        }
    }
}
