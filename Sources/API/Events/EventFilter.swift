internal import Entries
internal import EventLog

/// Which entries a system wants to see: those that pass every list that is not empty.
struct EventFilter: Hashable, Sendable {
    /// What the system's settings allow, and what it asked for: beginnings of event types.
    var allowed: [String] = []
    var types: [String] = []
    /// Streams, `petition/KT1…`.
    var subjects: [String] = []

    var isEmpty: Bool { allowed.isEmpty && types.isEmpty && subjects.isEmpty }

    func passes(_ entry: Entry) throws -> Bool {
        if isEmpty { return true }
        let envelope = try Envelope(entry.bytes)
        return passes(envelope.type, allowed) && passes(envelope.type, types)
            && (subjects.isEmpty || subjects.contains(envelope.subject))
    }

    private func passes(_ type: String, _ prefixes: [String]) -> Bool {
        prefixes.isEmpty || prefixes.contains { type.hasPrefix($0) }
    }
}
