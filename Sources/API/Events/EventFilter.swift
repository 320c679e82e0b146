internal import Entries
internal import EventLog
internal import Events
internal import Rules

/// Which entries a system wants to see: those that pass every list that is not empty.
struct EventFilter: Hashable, Sendable {
    /// What the system's settings allow: beginnings of event types, and codes as below.
    private let allowed: Allowed
    /// What it asked for: beginnings of event types.
    var types: [String] = []
    /// Streams, `petition/KT1…`.
    var subjects: [String] = []
    /// Codes: what a case is about, and with which unit it is, before or after the entry.
    var categories: [String] = []
    var departments: [String] = []

    private struct Allowed: Hashable, Sendable {
        let types: [String], categories: [String], departments: [String]
    }

    /// Everything that the system may read.
    init(of client: OfficeEvent.SubscriberSet) {
        allowed = Allowed(
            types: client.types.sorted(), categories: client.categories.sorted(),
            departments: client.departments.sorted())
    }

    private var isEmpty: Bool {
        allowed.types.isEmpty && types.isEmpty && subjects.isEmpty && !asksForCases
    }

    private var asksForCases: Bool {
        !categories.isEmpty || !departments.isEmpty || !allowed.categories.isEmpty
            || !allowed.departments.isEmpty
    }

    /// `standings` holds the cases that were met before in the same run.
    func passes(_ entry: Entry, _ standings: inout CaseStandings) throws -> Bool {
        if isEmpty { return true }
        let envelope = try Envelope(entry.bytes)
        guard passes(envelope.type, allowed.types), passes(envelope.type, types),
            subjects.isEmpty || subjects.contains(envelope.subject)
        else { return false }
        return try !asksForCases || standings.around(entry, envelope).contains(where: passes)
    }

    private func passes(_ petition: Petition) -> Bool {
        let (about, unit) = ([petition.category, petition.subcategory], [petition.department])
        return Self.passes(about, categories) && Self.passes(about, allowed.categories)
            && Self.passes(unit, departments) && Self.passes(unit, allowed.departments)
    }

    private static func passes(_ codes: [String?], _ wanted: [String]) -> Bool {
        wanted.isEmpty || codes.contains { $0.map(wanted.contains) ?? false }
    }

    private func passes(_ type: String, _ prefixes: [String]) -> Bool {
        prefixes.isEmpty || prefixes.contains { type.hasPrefix($0) }
    }
}
