internal import Events
internal import Markup
internal import Rules

/// What a long list of the desk offers, so that it is found without a script: what is chosen
/// already, then below the names of departments, each in the order of a Thai dictionary.
struct DeskChoices {
    struct Choice {
        var code: String
        var label: String
        var department: String?
    }

    enum Order {
        case asGiven
        /// One list without heads.
        case plain
        /// Below departments; those that are named come first.
        case departments(first: [String?])
    }

    /// A head, and what stands below it.
    private var groups: [(head: String?, choices: [Choice])] = []
    private let chosen: [String]
    let count: Int

    /// - Parameter chosen: of many that may be chosen together; of which one is chosen alone stays
    ///   where it is looked for.
    init(
        _ all: [Choice], chosen: [String] = [], selected: String? = nil, _ order: Order,
        _ visit: Visit
    ) {
        count = all.count
        self.chosen = chosen + [selected].compactMap { $0 }
        let picked = all.filter { chosen.contains($0.code) }
        let rest = all.filter { !chosen.contains($0.code) }
        if !picked.isEmpty {
            groups.append((visit.say("ที่เลือกไว้", "Chosen"), Self.ordered(picked)))
        }
        switch order {
        case .asGiven: groups.append((nil, rest))
        case .plain:
            let head = picked.isEmpty ? nil : visit.say("อื่น ๆ", "Others")
            if !rest.isEmpty { groups.append((head, Self.ordered(rest))) }
        case .departments(let first): groups += Self.below(first, rest, visit)
        }
    }

    private static func below(
        _ first: [String?], _ choices: [Choice], _ visit: Visit
    ) -> [(head: String?, choices: [Choice])] {
        let departments = Dictionary(grouping: choices, by: \.department)
        let named = departments.keys.compactMap { $0 }.map { code in
            (
                place: first.firstIndex(of: code) ?? first.count,
                head: CaseWords.department(code, visit) ?? code, code: code
            )
        }
        let sorted = named.sorted { one, other in
            one.place == other.place
                ? precedes(one.head, other.head) : one.place < other.place
        }
        var groups = sorted.map { unit -> (head: String?, choices: [Choice]) in
            (unit.head, ordered(departments[unit.code] ?? []))
        }
        if let none = departments[nil] {
            groups.append((visit.say("ไม่สังกัดหน่วยงาน", "No department"), ordered(none)))
        }
        return groups
    }

    private static func ordered(_ choices: [Choice]) -> [Choice] {
        choices.sorted { precedes($0.label, $1.label) }
    }

    private static func precedes(_ first: String, _ second: String) -> Bool {
        ThaiText.order(first).lexicographicallyPrecedes(ThaiText.order(second))
    }

    /// The content of a `select`.
    var options: HTML {
        var html = HTML()
        for group in groups {
            let options = options(group.choices)
            html.append(
                group.head.map { element("optgroup", [Attribute("label", $0)], options) }
                    ?? options)
        }
        return html
    }

    private func options(_ choices: [Choice]) -> HTML {
        var html = HTML()
        for item in choices {
            html.append(
                option(.value(item.code), .selected(chosen.contains(item.code))) { item.label })
        }
        return html
    }
}

extension DeskChoices {
    /// Categories below the departments that they go to.
    static func categories(_ codes: [String], _ visit: Visit) -> [Choice] {
        codes.map { code in
            Choice(
                code: code, label: CaseWords.category(code, visit) ?? code,
                department: visit.settings.categories[code]?.value.department)
        }
    }

    /// Officers below their departments.
    static func officers(_ ids: [String], _ visit: Visit) -> [Choice] {
        ids.map { id in
            Choice(
                code: id, label: visit.officerName(id),
                department: visit.settings.officers[id]?.department)
        }
    }

    static func departments(_ codes: [String], _ visit: Visit) -> [Choice] {
        codes.map { Choice(code: $0, label: CaseWords.department($0, visit) ?? $0) }
    }
}
