internal import Entries
internal import Events
internal import HTTP
internal import Markup
internal import Rules

/// Shows the fields of a value as the controls of a form; `FieldInput` reads what is sent.
///
/// The same list that writes a setting into the log makes its form, so that none is forgotten. A
/// control is named after its place: `fields.2.label.th`.
struct FieldForm: FieldVisitor {
    typealias Failure = Never

    let visit: Visit
    let controls: Controls
    /// What was typed last, where it was no number or day.
    private let typed: FormFields
    private let choices: FieldChoices
    /// The outermost fields that are shown; all if nil.
    private let only: Set<String>?
    /// The outermost fields that are shown and cannot be changed.
    private let fixed: Set<String>
    private(set) var html = HTML()
    private var prefix = ""
    private var type = ""
    /// The fields of the value that is shown, in the order of its bytes, while they are gathered.
    private var gathered: [String]?
    /// The one that is shown now.
    private var turn = ""

    init(
        _ visit: Visit, _ issues: Issues, typed: FormFields, choices: FieldChoices,
        only: Set<String>? = nil, fixed: Set<String> = []
    ) {
        self.visit = visit
        controls = Controls(visit, issues)
        self.typed = typed
        self.choices = choices
        self.only = only
        self.fixed = fixed
    }

    /// The controls of all fields of a value, in the order in which somebody fills them in; the
    /// bytes have that of the alphabet.
    mutating func show<Value: Fields>(_ value: Value) {
        var value = value
        let outer = (type, turn)
        type = String(describing: Value.self)
        gathered = []
        value.visit(&self)
        let keys = FieldOrder.sorted(gathered ?? [])
        gathered = nil
        for key in keys {
            turn = key
            value.visit(&self)
        }
        (type, turn) = outer
    }

    /// A list that stands for itself.
    mutating func show<Part: Fields>(_ key: String, _ values: [Part]) {
        var values = values
        turn = key
        list(key, &values)
    }

    // MARK: Where we are

    private func name(_ key: String) -> String { prefix.isEmpty ? key : "\(prefix).\(key)" }

    private mutating func isShown(_ key: String) -> Bool {
        if gathered != nil {
            gathered?.append(key)
            return false
        }
        guard key == turn else { return false }
        guard prefix.isEmpty else { return true }
        return (only?.contains(key) ?? true) && !FieldLabel.counted.contains(key)
    }

    private func label(_ key: String) -> String {
        visit.language(FieldLabel.wording(key, in: type))
    }

    private func hint(_ key: String) -> String? {
        FieldLabel.hint(key, in: type).map { visit.language($0) }
    }

    /// What `body` adds, in a frame with a heading.
    private mutating func group(
        _ title: String, class kind: String = "group", id: String? = nil,
        _ body: (inout Self) -> Void
    ) {
        let outer = html
        html = HTML()
        body(&self)
        let inner = html
        html = outer
        html.append(
            fieldset(.class(kind), .id(id), Attribute("tabindex", id == nil ? nil : "-1")) {
                legend { title }
                inner
            })
    }

    private mutating func nested<Part: Fields>(_ value: Part, at place: String) {
        let outer = prefix
        prefix = place
        show(value)
        prefix = outer
    }

    // MARK: Texts and numbers

    private mutating func text(_ key: String, _ value: String?, isRequired: Bool) {
        guard isShown(key) else { return }
        let name = name(key)
        if fixed.contains(name), let value {
            html.append(
                div(.class("field")) {
                    span(.class("label")) { label(key) }
                    value
                    input(.type("hidden"), .name(name), .value(value))
                })
        } else if let options = choices.options(key, in: type) {
            html.append(
                controls.select(
                    name, label(key), options: options.map { ($0.code, visit.language($0.label)) },
                    chosen: value, hint: hint(key), isRequired: isRequired))
        } else {
            html.append(
                controls.text(
                    name, label(key), value: value, hint: hint(key), isRequired: isRequired))
        }
    }

    mutating func field(_ key: String, _ value: inout String) {
        text(key, value, isRequired: true)
    }
    mutating func field(_ key: String, _ value: inout String?) {
        text(key, value, isRequired: false)
    }

    private mutating func number(_ key: String, _ value: Int?, isRequired: Bool) {
        guard isShown(key) else { return }
        let name = name(key)
        if key == "weekday" {
            html.append(
                controls.select(
                    name, label(key),
                    options: Weekday.allCases.map { day in
                        ("\(day.rawValue)", visit.language(day.name))
                    }, chosen: value.map { "\($0)" }))
            return
        }
        html.append(
            controls.text(
                name, label(key),
                value: typed[name] ?? value.map { FieldNumber(key).text($0) }, hint: hint(key),
                width: "w5", autocomplete: "off", isRequired: isRequired))
    }

    mutating func field(_ key: String, _ value: inout Int) { number(key, value, isRequired: true) }
    mutating func field(_ key: String, _ value: inout Int?) {
        number(key, value, isRequired: false)
    }

    mutating func field(_ key: String, _ value: inout Bool) { flag(key, &value) }
    mutating func flag(_ key: String, _ value: inout Bool) {
        guard isShown(key) else { return }
        html.append(controls.agreement(name(key), label(key), isChecked: value))
    }

    private mutating func day(_ key: String, _ value: CivilDate?, isRequired: Bool) {
        guard isShown(key) else { return }
        let name = name(key)
        // A new item has no day yet.
        let known = value?.dayNumber == 0 ? nil : value
        if fixed.contains(name), let known {
            html.append(
                div(.class("field")) {
                    span(.class("label")) { label(key) }
                    visit.day(known)
                    input(.type("hidden"), .name(name), .value(visit.day(known)))
                })
            return
        }
        html.append(
            controls.text(
                name, label(key), value: typed[name] ?? known.map { visit.day($0) },
                hint: visit.say("เช่น 13 เมษายน 2570", "Such as 13 April 2027"), width: "w13",
                autocomplete: "off", isRequired: isRequired))
    }

    mutating func field(_ key: String, _ value: inout CivilDate) {
        day(key, value, isRequired: true)
    }
    mutating func field(_ key: String, _ value: inout CivilDate?) {
        day(key, value, isRequired: false)
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

    // MARK: Words

    private mutating func word<Word: FieldWord>(
        _ key: String, _ value: Word?, isRequired: Bool
    ) {
        guard isShown(key) else { return }
        html.append(
            controls.select(
                name(key), label(key), options: Word.allCases.map { ($0.rawValue, text(of: $0)) },
                chosen: value?.rawValue, hint: hint(key), isRequired: isRequired))
    }

    private func text(of word: some FieldWord) -> String {
        (word as? any LabelledWord).map { visit.language($0.label) } ?? word.rawValue
    }

    mutating func field<Word: FieldWord>(_ key: String, _ value: inout Word) {
        word(key, value, isRequired: true)
    }
    mutating func field<Word: FieldWord>(_ key: String, _ value: inout Word?) {
        word(key, value, isRequired: false)
    }
    mutating func list<Word: FieldWord>(_ key: String, _ value: inout [Word]) {
        guard isShown(key) else { return }
        // Of the roles those that somebody can be appointed to.
        let words = Word.allCases.filter { ($0 as? Role).map(Role.ofOfficers.contains) ?? true }
        let options = Self.ordered(words, by: value)
        html.append(
            controls.choices(
                name(key), label(key), options: options.map { ($0.rawValue, text(of: $0), nil) },
                chosen: value.map(\.rawValue)))
    }

    mutating func list(_ key: String, _ value: inout [String]) {
        guard isShown(key) else { return }
        if let options = choices.options(key, in: type) {
            let labels = Dictionary(options.map { ($0.code, $0.label) }) { first, _ in first }
            html.append(
                controls.choices(
                    name(key), label(key),
                    options: Self.ordered(options.map(\.code), by: value).map { code in
                        (code, labels[code].map { visit.language($0) } ?? code, nil)
                    }, chosen: value))
        } else {
            html.append(
                controls.longText(
                    name(key), label(key), value: value.joined(separator: "\n"),
                    hint: visit.say("บรรทัดละ 1 รายการ", "One a line"), isRequired: false))
        }
    }

    /// What is chosen comes first and in its own order, so that it comes back in it.
    private static func ordered<Option: Hashable>(
        _ options: some Sequence<Option>, by chosen: [Option]
    ) -> [Option] { chosen + options.filter { !chosen.contains($0) } }

    mutating func list(_ key: String, _ value: inout [Int]) {}

    // MARK: Parts

    private mutating func local(_ key: String, _ value: LocalText?, isRequired: Bool) {
        let name = name(key)
        let thai = visit.say("\(label(key)) (ไทย)", "\(label(key)) (Thai)")
        let english = visit.say("\(label(key)) (อังกฤษ)", "\(label(key)) (English)")
        let isLong = FieldLabel.long.contains(key)
        func box(_ name: String, _ label: String, _ value: String?, _ isRequired: Bool) -> HTML {
            isLong
                ? controls.longText(name, label, value: value, isRequired: isRequired)
                : controls.text(name, label, value: value, isRequired: isRequired)
        }
        html.append(
            div(.class("both")) {
                box("\(name).th", thai, value?.thai, isRequired)
                box("\(name).en", english, value?.english, false)
            })
    }

    mutating func field<Part: Fields>(_ key: String, _ value: inout Part) {
        guard isShown(key) else { return }
        if let text = value as? LocalText { return local(key, text, isRequired: true) }
        let (part, place, title) = (value, name(key), label(key))
        group(title) { $0.nested(part, at: place) }
    }

    mutating func field<Part: Fields>(_ key: String, _ value: inout Part?) {
        guard isShown(key) else { return }
        if Part.self == LocalText.self {
            return local(key, value as? LocalText, isRequired: false)
        }
        let (part, place, title) = (value, name(key), label(key))
        group(title) { form in
            form.html.append(
                form.controls.agreement(
                    FieldInput.presence(of: place),
                    form.visit.say("กำหนด\(title)", "Set: \(title)"), isChecked: part != nil))
            form.nested(part ?? Part(), at: place)
        }
    }

    mutating func list<Part: Fields>(_ key: String, _ value: inout [Part]) {
        guard isShown(key) else { return }
        let (items, place, title) = (value, name(key), label(key))
        group(title, class: "group list", id: place) { form in
            form.html.append(
                input(
                    .type("hidden"), .name(FieldInput.count(of: place)), .value("\(items.count)")))
            for (index, item) in items.enumerated() {
                let itemPlace = "\(place).\(index)"
                let itemTitle = "\(title) \(index + 1)"
                let outer = form.html
                form.html = HTML()
                form.group(itemTitle, class: "group item") { form in
                    form.nested(item, at: itemPlace)
                    form.html.append(form.itemTools(itemPlace, index))
                }
                let inner = form.html
                form.html = outer
                guard form.isFolded(place, count: items.count) else {
                    form.html.append(inner)
                    continue
                }
                let isNew =
                    index == items.count - 1 && form.typed["act"] == "add:\(place)"
                form.html.append(
                    form.folded(item, itemTitle, at: itemPlace, isNew: isNew, inner))
            }
            form.html.append(
                button(
                    .class("button second"), .type("submit"), .name("act"), .value("add:\(place)")
                ) { form.visit.say("เพิ่ม\(title)", "Add: \(title)") })
        }
    }

    /// Where an item stands among the others, and whether it goes.
    private func itemTools(_ place: String, _ index: Int) -> HTML {
        div(.class("tools")) {
            controls.text(
                FieldInput.order(of: place), visit.say("ลำดับ", "Place"), value: "\(index + 1)",
                width: "w2", autocomplete: "off", inputmode: "numeric")
            controls.agreement(
                FieldInput.removal(of: place), visit.say("ลบรายการนี้", "Remove this one"),
                isChecked: false)
        }
    }
}
