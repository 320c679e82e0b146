internal import Entries
internal import SQLite

/// What a row adds to the counts of the views; a change of the row moves them.
///
/// Each is kept by department, so that an officer's own part of the office is a sum of few.
struct QueueTally {
    enum Name: String {
        case open
        case owner
        case unclaimed
        case awaitsCitizen = "awaits-citizen"
        case returned
        case near
        case due
        case appointment
        case finished
        case place
        case identity
    }

    struct Key: Hashable {
        let name: Name
        var scope = ""
        var bucket = 0
    }

    private var changes: [Key: Int] = [:]

    mutating func change(_ before: CaseRow?, _ after: CaseRow?) {
        if let before { count(before, -1) }
        if let after { count(after, 1) }
    }

    mutating func change(_ before: IdentityRow?, _ after: IdentityRow?) {
        let waited = before?.standing == .waiting
        let waits = after?.standing == .waiting
        if waited != waits { add(Key(name: .identity), waits ? 1 : -1) }
    }

    private mutating func count(_ row: CaseRow, _ sign: Int) {
        func add(_ name: Name, bucket: Instant? = nil) {
            let day = bucket.map(ThaiDay.number(of:)) ?? 0
            self.add(Key(name: name, scope: row.department ?? "", bucket: day), sign)
        }
        guard row.course.isOpen else {
            if let at = row.course.finishedAt { add(.finished, bucket: at) }
            return
        }
        add(.open)
        if let owner = row.owner {
            self.add(Key(name: .owner, scope: owner), sign)
        } else {
            add(.unclaimed)
        }
        if row.course.awaitsCitizen { add(.awaitsCitizen) }
        if row.isBack { add(.returned) }
        if let near = row.next.near { add(.near, bucket: near) }
        if let due = row.next.due { add(.due, bucket: due) }
        if let at = row.appointmentAt { add(.appointment, bucket: at) }
        if let place = row.place { self.add(Key(name: .place, scope: place), sign) }
    }

    private mutating func add(_ key: Key, _ difference: Int) {
        changes[key, default: 0] += difference
    }

    /// Moves the counts of the file.
    func write(to file: ViewFile) throws {
        let move = try file.database.prepare(
            """
            INSERT INTO counts VALUES (?, ?, ?, ?)
            ON CONFLICT (tally, scope, bucket) DO UPDATE SET count = count + excluded.count
            """)
        for (key, difference) in changes where difference != 0 {
            move.bind(key.name.rawValue)
            move.bind(key.scope)
            move.bind(key.bucket)
            move.bind(difference)
            try move.runBound()
            guard difference < 0 else { continue }
            try file.database.run(
                "DELETE FROM counts WHERE tally = ? AND scope = ? AND bucket = ? AND count = 0",
                key.name.rawValue, key.scope, key.bucket)
        }
    }
}

extension CaseRow {
    /// Whether it came back to the office: returned for correction or opened again.
    var isBack: Bool { course.returns > 0 || course.reopenings > 0 }

    /// What two open cases share that may be about the same thing.
    var place: String? {
        guard let category, let area else { return nil }
        return "\(category)|\(area)"
    }
}
