internal import Entries
internal import Events
internal import HTTP
internal import Projections
internal import Rules
internal import Workflow

/// One thing to be done with many cases: what a page of the form says.
struct BulkPlan {
    /// So many at once; whoever has more goes on with the rest afterwards.
    static let most = 500

    let act: BulkAct
    let argument: String
    let comment: String?
    let cases: [Item]
    /// How many cases fitted, more than are taken at once.
    var matching = 0
    let filter: String

    struct Item: Equatable {
        let number: String
        /// What the page has shown; what has changed since then is left alone.
        let version: Int
    }

    /// Nil where the form names nothing to do.
    init?(_ visit: Visit) throws {
        let typed = Typed(visit.request.form)
        guard let act = BulkAct(rawValue: typed["act"]) else { return nil }
        self.act = act
        argument = typed["argument"]
        comment = typed.text("comment")
        filter = typed.fields["filter"] ?? ""
        if let listed = typed.text("cases") {
            cases = try Self.insight(Array(Self.items(listed).prefix(Self.most)), visit)
            matching = typed.text("matching").flatMap(Int.init) ?? cases.count
        } else {
            let chosen = try Self.chosen(typed, filter: filter, visit)
            (cases, matching) = chosen
        }
    }

    /// `KT…:5 KT…:7`.
    private static func items(_ text: String) -> [Item] {
        text.split(separator: " ").compactMap { word in
            let parts = word.split(separator: ":")
            guard parts.count == 2, let version = Int(parts[1]) else { return nil }
            return Item(number: String(parts[0]), version: version)
        }
    }

    /// Those that are in sight. What the house wrote down since the page was shown, a notice or a
    /// colleague's look, is nothing that the officer has to consider.
    private static func insight(_ items: [Item], _ visit: Visit) throws -> [Item] {
        let scope = try visit.deskScope()
        let rows = try visit.office.views.read(.officerQueue) { database in
            try items.map { try OfficerQueue.entry($0.number, in: database)?.row }
        }
        return try zip(items, rows).compactMap { item, row in
            guard let row, scope.sight(of: row) != nil else { return nil }
            guard row.version != item.version,
                let events = try visit.office.office.log.history(of: item.number)?.events,
                StaleNote.news(in: events, since: item.version).isEmpty
            else { return item }
            return Item(number: item.number, version: events.count)
        }
    }

    var listed: String {
        cases.map { "\($0.number):\($0.version)" }.joined(separator: " ")
    }

    /// The rows that were ticked, or all that the filter shows, as far as they are in sight.
    private static func chosen(
        _ typed: Typed, filter: String, _ visit: Visit
    ) throws -> (cases: [Item], matching: Int) {
        let scope = try visit.deskScope()
        guard typed.isTicked("all") else {
            let picked = typed.fields.all("pick").prefix(most)
            let rows = try visit.office.views.read(.officerQueue) { database in
                try picked.compactMap { try OfficerQueue.entry($0, in: database)?.row }
            }.filter { scope.sight(of: $0) != nil }
            return (rows.map { Item(number: $0.number, version: $0.version) }, rows.count)
        }
        let fields = (try? FormFields.read(filter.utf8)) ?? FormFields()
        let address = visit.queueAddress(of: fields).filter
        let found = try QueueReading.found(address, scope, visit)
        var query = OfficerQueue.Query(
            address, found, scope, try visit.needOfficer().id, at: visit.now)
        query.limit = most
        let wanted = query
        return try visit.office.views.read(.officerQueue) { database in
            let rows = try OfficerQueue.page(wanted, in: database).map(\.row)
            let total = try OfficerQueue.total(wanted, in: database)
            return (rows.map { Item(number: $0.number, version: $0.version) }, total)
        }
    }

    /// What is wrong with what was asked for.
    func issues(_ visit: Visit) -> Issues {
        var issues = Issues()
        let options = act.options(visit)
        if !options.isEmpty, !options.contains(where: { $0.code == argument }) {
            issues.add("argument", "เลือกหนึ่งรายการ", "Choose one")
        }
        if act == .answer {
            if argument.isEmpty { issues.add("argument", "กรอกข้อความ", "Write a message") }
            check("argument", argument, .message, &issues)
        }
        check("comment", comment ?? "", .note, &issues)
        return issues
    }

    private func check(
        _ field: String, _ text: String, _ kind: SectionKind, _ issues: inout Issues
    ) {
        guard let most = WrittenLength.most(of: kind), WrittenLength.count(text) > most else {
            return
        }
        issues.add(field, WrittenLength.wording(most: most))
    }

    /// A command for each case, with a key of its own; together they bear one mark.
    func drafts(_ visit: Visit, mark: EventID) throws -> [Draft] {
        try cases.map { item in
            var draft = try visit.deskDraft(
                act.command(argument), of: item.number, sections: act.sections(argument),
                once: "bulk-\(item.number)")
            draft.expectedVersion = item.version
            draft.correlation = mark
            return draft
        }
    }

    /// The comment as an internal note in a case.
    func note(in number: String, _ visit: Visit, mark: EventID) throws -> Draft? {
        guard let comment else { return nil }
        var draft = try visit.deskDraft(
            .note(.init()), of: number, sections: [PlainSection(Note(text: comment))],
            once: "bulk-note-\(number)")
        draft.expectedVersion = nil
        draft.correlation = mark
        return draft
    }
}
