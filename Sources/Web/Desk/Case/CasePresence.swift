internal import Entries
internal import Markup
internal import Rules
internal import Threads

/// Who has which case open: in memory, for a few minutes, and no lock to anybody.
final class CasePresence: Sendable {
    private static let milliseconds = 3 * 60_000
    /// Cases that are remembered at once.
    private static let most = 5000

    private let seen = Monitor<[String: [String: Instant]]>([:])

    /// Notes that an officer has a case open; who else has, in order.
    func others(in number: String, than officer: String, at now: Instant) -> [String] {
        seen.with { seen in
            if seen.count >= Self.most { seen = seen.filter { Self.isFresh($0.value, now) } }
            var here = (seen[number] ?? [:]).filter { Self.isFresh($0.value, now) }
            let others = here.keys.filter { $0 != officer }.sorted()
            here[officer] = now
            if seen.count < Self.most || seen[number] != nil { seen[number] = here }
            return others
        }
    }

    /// Notes that an officer has gone.
    func leave(_ officer: String) {
        seen.with { seen in
            for number in seen.keys { seen[number]?[officer] = nil }
        }
    }

    private static func isFresh(_ instant: Instant, _ now: Instant) -> Bool {
        now.milliseconds - instant.milliseconds < milliseconds
    }

    private static func isFresh(_ here: [String: Instant], _ now: Instant) -> Bool {
        here.values.contains { isFresh($0, now) }
    }

    /// One line of text; nil while nobody else is here. Who works on a case is told to those alone
    /// who may read it, and they alone count.
    static func line(
        _ number: String, _ sight: DeskScope.Sight, _ visit: Visit
    ) -> String? {
        guard sight == .whole, let officer = visit.officer?.id else { return nil }
        let others = visit.memory.presence.others(in: number, than: officer, at: visit.now)
        guard !others.isEmpty else { return nil }
        let names = others.map { DeskWords.officer($0, visit) }.joined(separator: ", ")
        return visit.say("กำลังเปิดเรื่องนี้อยู่: \(names)", "Also has this case open: \(names)")
    }
}
