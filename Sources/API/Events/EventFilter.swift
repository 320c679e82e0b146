internal import Entries
internal import EventLog
internal import Rules

/// Which entries a system wants to see: those that pass every list that is not empty.
struct EventFilter: Hashable, Sendable {
    /// What the system's settings allow, and what it asked for: beginnings of event types.
    var allowed: [String] = []
    var types: [String] = []
    /// Streams, `petition/KT1…`.
    var subjects: [String] = []
    /// Codes: what a case is about, and with which unit it is, before or after the entry.
    var categories: [String] = []
    var departments: [String] = []

    var isEmpty: Bool { allowed.isEmpty && types.isEmpty && subjects.isEmpty && !asksForCases }

    private var asksForCases: Bool { !categories.isEmpty || !departments.isEmpty }

    /// `standings` holds the cases that were met before in the same run.
    func passes(_ entry: Entry, _ standings: inout CaseStandings) throws -> Bool {
        if isEmpty { return true }
        let envelope = try Envelope(entry.bytes)
        guard passes(envelope.type, allowed), passes(envelope.type, types),
            subjects.isEmpty || subjects.contains(envelope.subject)
        else { return false }
        return try !asksForCases || standings.around(entry, envelope).contains(where: passes)
    }

    private func passes(_ petition: Petition) -> Bool {
        Self.passes([petition.category, petition.subcategory], categories)
            && Self.passes([petition.department], departments)
    }

    private static func passes(_ codes: [String?], _ wanted: [String]) -> Bool {
        wanted.isEmpty || codes.contains { $0.map(wanted.contains) ?? false }
    }

    private func passes(_ type: String, _ prefixes: [String]) -> Bool {
        prefixes.isEmpty || prefixes.contains { type.hasPrefix($0) }
    }
}
