internal import Entries
internal import Events
internal import HTTP
internal import Rules

/// Reads what a form of `FieldForm` sends into a value; what is no number, day or word is an issue
/// and stays as it was.
struct FieldInput: FieldVisitor {
    typealias Failure = Never

    private let values: [String: [String]]
    /// Whether items are removed, moved and added as was asked for.
    private let editsLists: Bool
    /// The list that gets a new item.
    private let addition: String?
    private let only: Set<String>?
    private(set) var issues = Issues()
    private var prefix = ""

    init(_ fields: FormFields, editsLists: Bool, only: Set<String>? = nil) {
        var values: [String: [String]] = [:]
        for field in fields.fields { values[field.name, default: []].append(field.value) }
        self.values = values
        self.editsLists = editsLists
        self.only = only
        let act = fields["act"] ?? ""
        addition = act.hasPrefix("add:") ? String(act.dropFirst("add:".count)) : nil
    }

    mutating func read<Value: Fields>(_ value: inout Value) { value.visit(&self) }

    static func presence(of name: String) -> String { "\(name).~set" }
    static func count(of name: String) -> String { "\(name).~count" }
    static func order(of name: String) -> String { "\(name).~order" }
    static func removal(of name: String) -> String { "\(name).~remove" }

    /// More items than any form of ours shows.
    private static let mostItems = 500

    private func name(_ key: String) -> String { prefix.isEmpty ? key : "\(prefix).\(key)" }

    private func isRead(_ key: String) -> Bool {
        guard prefix.isEmpty else { return true }
        return (only?.contains(key) ?? true) && !FieldLabel.counted.contains(key)
    }

    /// Empty where nothing was typed. A browser ends lines as the web does, a text as we do.
    private func text(_ name: String) -> String {
        ThaiText.normalised(ThaiText.trimmed(values[name]?.first ?? ""))
            .replacing("\r\n", with: "\n")
    }

    private func isTicked(_ name: String) -> Bool { values[name]?.first == "yes" }

    mutating func field(_ key: String, _ value: inout String) {
        if isRead(key) { value = text(name(key)) }
    }
    mutating func field(_ key: String, _ value: inout String?) {
        guard isRead(key) else { return }
        let text = text(name(key))
        value = text.isEmpty ? nil : text
    }

    private mutating func number(_ key: String) -> Int? {
        let text = text(name(key))
        guard !text.isEmpty else { return nil }
        guard let number = FieldNumber(key).number(text) else {
            issues.add(name(key), FieldNumber(key).expected)
            return nil
        }
        return number
    }

    mutating func field(_ key: String, _ value: inout Int) {
        guard isRead(key) else { return }
        if let number = number(key) { return value = number }
        issues.add(name(key), FieldNumber(key).expected)
    }
    mutating func field(_ key: String, _ value: inout Int?) {
        if isRead(key) { value = number(key) }
    }
    mutating func field(_ key: String, _ value: inout Bool) { flag(key, &value) }
    mutating func flag(_ key: String, _ value: inout Bool) {
        if isRead(key) { value = isTicked(name(key)) }
    }

    private mutating func day(_ key: String) -> CivilDate? {
        let text = text(name(key))
        guard !text.isEmpty else { return nil }
        do throws(DateRefusal) {
            return try CivilDate(typed: text)
        } catch {
            issues.add(name(key), error.wording)
            return nil
        }
    }

    mutating func field(_ key: String, _ value: inout CivilDate) {
        guard isRead(key) else { return }
        if let day = day(key) { return value = day }
        issues.add(name(key), DateRefusal.notADate.wording)
    }
    mutating func field(_ key: String, _ value: inout CivilDate?) {
        if isRead(key) { value = day(key) }
    }

    // No setting holds these; they are the marks of entries.
    mutating func field(_ key: String, _ value: inout Instant) {}
    mutating func field(_ key: String, _ value: inout Instant?) {}
    mutating func field(_ key: String, _ value: inout Digest) {}
    mutating func field(_ key: String, _ value: inout Digest?) {}
    mutating func field(_ key: String, _ value: inout KeyReference) {}
    mutating func field(_ key: String, _ value: inout KeyReference?) {}
    mutating func field(_ key: String, _ value: inout EventID) {}
    mutating func field(_ key: String, _ value: inout EventID?) {}

    mutating func field<Word: FieldWord>(_ key: String, _ value: inout Word) {
        guard isRead(key) else { return }
        if let word = Word(rawValue: text(name(key))) { return value = word }
        issues.add(name(key), "เลือกหนึ่งรายการ", "Choose one")
    }
    mutating func field<Word: FieldWord>(_ key: String, _ value: inout Word?) {
        if isRead(key) { value = Word(rawValue: text(name(key))) }
    }
    mutating func list<Word: FieldWord>(_ key: String, _ value: inout [Word]) {
        if isRead(key) { value = (values[name(key)] ?? []).compactMap(Word.init(rawValue:)) }
    }
    mutating func list(_ key: String, _ value: inout [String]) {
        guard isRead(key) else { return }
        value = (values[name(key)] ?? []).flatMap { $0.split(whereSeparator: \.isNewline) }
            .map { ThaiText.normalised(ThaiText.trimmed($0)) }.filter { !$0.isEmpty }
    }
    mutating func list(_ key: String, _ value: inout [Int]) {}

    private mutating func nested<Part: Fields>(_ value: inout Part, at place: String) {
        let outer = prefix
        prefix = place
        value.visit(&self)
        prefix = outer
    }

    mutating func field<Part: Fields>(_ key: String, _ value: inout Part) {
        if isRead(key) { nested(&value, at: name(key)) }
    }

    mutating func field<Part: Fields>(_ key: String, _ value: inout Part?) {
        guard isRead(key) else { return }
        let place = name(key)
        let isThere =
            Part.self == LocalText.self
            ? !text("\(place).th").isEmpty : isTicked(Self.presence(of: place))
        guard isThere else { return value = nil }
        var part = value ?? Part()
        nested(&part, at: place)
        value = part
    }

    mutating func list<Part: Fields>(_ key: String, _ value: inout [Part]) {
        guard isRead(key) else { return }
        let place = name(key)
        let count = min(Int(text(Self.count(of: place))) ?? 0, Self.mostItems)
        var items: [(order: Int, item: Part)] = []
        for index in 0..<max(count, 0) {
            let itemPlace = "\(place).\(index)"
            var item = Part()
            nested(&item, at: itemPlace)
            if editsLists, isTicked(Self.removal(of: itemPlace)) { continue }
            items.append((order(of: itemPlace, index), item))
        }
        if editsLists {
            // Whoever is moved to a place comes before whoever stands there.
            items = items.enumerated().sorted {
                ($0.element.order, $0.offset) < ($1.element.order, $1.offset)
            }.map(\.element)
        }
        value = items.map(\.item)
        if editsLists, addition == place { value.append(Part()) }
    }

    /// Twice the place that was typed: one that was moved forward stands just before the one that
    /// has that place.
    private func order(of place: String, _ index: Int) -> Int {
        guard let typed = Int(text(Self.order(of: place))) else { return 2 * index + 2 }
        return typed < index + 1 ? 2 * typed - 1 : typed > index + 1 ? 2 * typed + 1 : 2 * typed
    }
}
