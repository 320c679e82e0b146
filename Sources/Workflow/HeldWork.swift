package import Entries
internal import Files
internal import Threads

/// One thing that the house could not do by itself and tries again from time to time.
package struct HeldItem: Fields, Equatable {
    /// `event 1204`, or the number of a case.
    package var subject = ""
    /// Of the event, where it is one.
    package var position: Int?
    package var reason = ""
    package var since = Instant(milliseconds: 0)
    /// When it was tried last.
    package var tried = Instant(milliseconds: 0)

    package init() {}

    package mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
        try fields.field("position", &position)
        try fields.field("reason", &reason)
        try fields.field("since", &since)
        try fields.field("subject", &subject)
        try fields.field("tried", &tried)
    }
}

/// What one of the house's workers has set aside so that everything else goes on, in a file beside
/// the log: it outlives the process, and `khamrong status` reads it.
package final class HeldWork: Sendable {
    package enum Worker: String, CaseIterable, Sendable {
        case post, deadlines

        fileprivate var file: String { "held-\(rawValue).json" }
    }

    struct List: Fields, Equatable {
        var items: [HeldItem] = []

        mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
            try fields.list("items", &items)
        }
    }

    private static let againMilliseconds = 600_000
    private static let longestReason = 300

    private let worker: Worker
    private let directory: String
    private let list: Monitor<List>

    init(_ worker: Worker, in directory: String) throws {
        self.worker = worker
        self.directory = directory
        list = Monitor(try Self.read(worker, in: directory))
    }

    /// What is held in an office now, worker by worker, for whoever only looks.
    package static func items(
        of paths: OfficePaths
    ) throws -> [(worker: Worker, item: HeldItem)] {
        try Worker.allCases.flatMap { worker in
            try read(worker, in: paths.office).items.map { (worker, $0) }
        }
    }

    /// Those that are to be tried again.
    func due(at now: Instant) -> [HeldItem] {
        list.with { $0.items }.filter {
            now.milliseconds - $0.tried.milliseconds >= Self.againMilliseconds
        }
    }

    /// Sets something aside, or notes that it failed again; on the disk on return.
    func hold(
        _ subject: String, position: Int? = nil, because reason: String, at now: Instant
    ) throws {
        try change { items in
            let place = items.firstIndex { $0.subject == subject } ?? items.endIndex
            if place == items.endIndex {
                var item = HeldItem()
                (item.subject, item.position, item.since) = (subject, position, now)
                items.append(item)
            }
            items[place].reason = String(reason.prefix(Self.longestReason))
            items[place].tried = now
        }
    }

    /// It went well, or is no more.
    func release(_ subject: String) throws {
        guard list.with({ $0.items.contains { $0.subject == subject } }) else { return }
        try change { $0.removeAll { $0.subject == subject } }
    }

    private func change(_ body: (inout [HeldItem]) -> Void) throws {
        try list.with { list in
            var changed = list
            body(&changed.items)
            let name = worker.file
            let draft = "\(directory)/\(name).draft"
            // Left behind by a process that was killed: nobody else writes it.
            try Directory.remove(draft)
            var file = try NewFile(draft: draft)
            try file.write(changed.encoded().span)
            try file.publish(as: name, in: directory)
            list = changed
        }
    }

    private static func read(_ worker: Worker, in directory: String) throws -> List {
        let path = "\(directory)/\(worker.file)"
        guard let reader = try FileReader.open(ifThere: path) else { return List() }
        var bytes: [UInt8] = []
        try reader.read(try reader.status().size, into: &bytes)
        return try List.decoded(bytes)
    }
}
