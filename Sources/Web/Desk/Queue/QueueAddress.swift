internal import Entries
internal import Events
internal import HTTP
internal import Projections

/// What the queue shows, as its address says it: the address is the filter, and whoever gets it
/// from a colleague sees the same through the own eyes.
///
/// What is sought stands in it sealed: a search may name a person, and addresses are written down
/// in many places.
struct QueueAddress: Equatable, Sendable {
    var view = OfficerQueue.DeskView.open
    var statuses: [PublicStatus] = []
    var kinds: [PetitionKind] = []
    var categories: [String] = []
    var services: [String] = []
    var departments: [String] = []
    /// Officers; an empty one is nobody.
    var owners: [String] = []
    var channels: [Channel] = []
    var urgencies: [Urgency] = []
    var area: String?
    var moo: Int?
    var isOverdue = false
    var isUnread = false
    /// What is sought.
    var text: String?
    /// Where the page before ended.
    var after: OfficerQueue.PageEnd?
    /// Where the page behind begins, for whoever goes back.
    var before: OfficerQueue.PageEnd?
    /// The case that is shown beside the list.
    var chosen: String?

    init() {}

    /// Reads an address or the form of the filter; what makes no sense is left out.
    init(_ fields: FormFields, text: String?) {
        func words<Word: RawRepresentable>(_ name: String) -> [Word]
        where Word.RawValue == String { fields.all(name).compactMap(Word.init(rawValue:)) }
        func codes(_ name: String) -> [String] {
            fields.all(name).filter { !$0.isEmpty && $0.utf8.count <= 64 }
        }
        view = fields["view"].flatMap(OfficerQueue.DeskView.init(rawValue:)) ?? .open
        statuses = words("status")
        kinds = words("kind")
        categories = codes("category")
        services = codes("service")
        departments = codes("department")
        owners = codes("owner").map { $0 == Self.nobody ? "" : $0 }
        channels = words("channel")
        urgencies = words("urgency")
        area = fields["area"].flatMap { area in
            (1...6).contains(area.utf8.count) && area.utf8.allSatisfy { (48...57).contains($0) }
                ? area : nil
        }
        moo = fields["moo"].flatMap(Int.init).flatMap { (1...99).contains($0) ? $0 : nil }
        isOverdue = fields["overdue"] == "yes"
        isUnread = fields["unread"] == "yes"
        self.text = text
        before = fields["before"].flatMap(Self.pageEnd)
        after = before == nil ? fields["after"].flatMap(Self.pageEnd) : nil
        chosen = fields["case"].flatMap { $0.isEmpty ? nil : $0 }
    }

    /// Stands for no officer: no officer's id begins with a stroke.
    static let nobody = "-"

    private static func pageEnd(_ text: String) -> OfficerQueue.PageEnd? {
        let parts = text.split(separator: ".", maxSplits: 1)
        guard parts.count == 2, let rank = Int(parts[0]) else { return nil }
        return OfficerQueue.PageEnd(rank: rank, number: String(parts[1]))
    }

    private static func text(of end: OfficerQueue.PageEnd) -> String {
        "\(end.rank).\(end.number)"
    }

    /// Without the place in the list.
    var filter: QueueAddress {
        var filter = self
        (filter.after, filter.before, filter.chosen) = (nil, nil, nil)
        return filter
    }

    /// What is sought, among all cases.
    var everywhere: QueueAddress {
        var everywhere = QueueAddress()
        (everywhere.view, everywhere.text) = (.all, text)
        return everywhere
    }

    /// Whether it narrows its view.
    var isNarrowed: Bool {
        var plain = QueueAddress()
        plain.view = view
        return filter != plain
    }

    /// How many filters beside the search narrow its view.
    var filterCount: Int {
        [
            statuses.isEmpty, kinds.isEmpty, categories.isEmpty, services.isEmpty,
            departments.isEmpty, owners.isEmpty, channels.isEmpty, urgencies.isEmpty, area == nil,
            moo == nil, !isOverdue, !isUnread,
        ].count { !$0 }
    }

    /// In one order, nothing that says nothing.
    func fields(_ seal: (String) -> String) -> FormFields {
        var fields = FormFields()
        if view != .open { fields.append("view", view.rawValue) }
        for status in statuses { fields.append("status", status.rawValue) }
        for kind in kinds { fields.append("kind", kind.rawValue) }
        for code in categories { fields.append("category", code) }
        for code in services { fields.append("service", code) }
        for code in departments { fields.append("department", code) }
        for owner in owners { fields.append("owner", owner.isEmpty ? Self.nobody : owner) }
        for channel in channels { fields.append("channel", channel.rawValue) }
        for urgency in urgencies { fields.append("urgency", urgency.rawValue) }
        if let area { fields.append("area", area) }
        if let moo { fields.append("moo", "\(moo)") }
        if isOverdue { fields.append("overdue", "yes") }
        if isUnread { fields.append("unread", "yes") }
        if let text { fields.append("sought", seal(text)) }
        if let after { fields.append("after", Self.text(of: after)) }
        if let before { fields.append("before", Self.text(of: before)) }
        if let chosen { fields.append("case", chosen) }
        return fields
    }
}
