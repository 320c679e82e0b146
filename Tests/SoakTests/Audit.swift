import Crowd
import Entries
import EventLog
import Events
import Projections
import Rules
import Testing
import Workflow

/// Follows an office's log entry by entry and looks whether it is whole.
struct Audit {
    private(set) var head: Position = 0
    private var versions: [StreamName: Int] = [:]
    /// Each command of the crowd on a petition makes one event, correlated with nothing else.
    private var commands: Set<EventID> = []
    private var lastNumber = 0

    /// Looks at what was added since the last time.
    mutating func read(_ log: EventLog) throws {
        while case let entries = try log.read(after: head, limit: 1000), !entries.isEmpty {
            for entry in entries {
                try check(RecordedEvent.read(position: entry.position, bytes: entry.bytes))
            }
        }
    }

    private mutating func check(_ event: RecordedEvent) throws {
        #expect(event.position == head + 1, "positions are whole")
        head = event.position
        let version = versions[event.stream, default: 0] + 1
        #expect(event.streamVersion == version, "versions of \(event.stream.subject) are whole")
        versions[event.stream] = version
        if case .petition = event.event, let correlation = event.correlation {
            #expect(commands.insert(correlation).inserted, "\(event.position) is there twice")
        }
        guard case .petition(.submitted(let data)) = event.event else { return }
        let running = try PetitionNumber(data.number).running
        #expect(running == lastNumber + 1, "petition numbers are without holes")
        lastNumber = running
    }

    /// Whether each acknowledged command is there once, where it was said to be.
    func find(_ taken: [Acknowledgement], through port: any CommandPort, at time: Instant) throws {
        for taken in taken {
            let correlation = try #require(taken.correlation)
            #expect(commands.contains(correlation), "\(taken.key) was acknowledged")
            let again = port.perform(try taken.again(at: time))
            guard case .accepted(let receipt) = again else {
                Issue.record("\(taken.key) again: \(again)")
                continue
            }
            #expect(receipt.isRepeat && receipt.positions == taken.positions)
            #expect(receipt.stream == taken.stream && receipt.version == taken.version)
        }
    }

    /// Whether the live views are what the log says: none of their rows differs from a rebuild's.
    static func compare(_ views: OfficeViews, at head: Position) throws {
        try views.catchUp()
        for view in ViewName.allCases {
            #expect(try views.reader(of: view).checkpoint()?.position == head)
            let differences = try views.difference(view)
            #expect(!differences.isEmpty && differences.allSatisfy(\.isEmpty), "\(view)")
        }
    }

    /// Whether a rebuild's digest of each view is that of the live one.
    static func compareDigests(_ views: OfficeViews) throws {
        for view in ViewName.allCases {
            let live = try views.reader(of: view).digest()
            try views.rebuild(view)
            let digest = try #require(try views.reader(of: view).digest())
            #expect(live == digest)
            print("  \(view.rawValue) \(digest.position) \(digest.digest)")
        }
    }

    /// Whether the log is sound by its own means.
    static func verify(_ log: EventLog) throws {
        let result = try LogVerifier(log).run { damage in
            Issue.record("\(damage)")
            return true
        }
        #expect(result.entries == result.head)
    }
}
