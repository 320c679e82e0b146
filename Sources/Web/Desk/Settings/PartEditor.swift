internal import Entries
internal import Events
internal import Markup
internal import Rules

/// How one part of the settings is edited: as a whole, or item by item.
struct PartEditor: Sendable {
    typealias Item = (key: String, label: Wording, note: Wording?)

    let part: SettingsPart
    /// Nil where the part is edited as a whole.
    let items: (@Sendable (SettingsDocument) -> [Item])?
    /// Whether an item can be taken away.
    let isRemovable: Bool
    /// What an item names itself by, for ever.
    let fixed: Set<String>
    /// The item of that key; without one a new item, which is the last once it has been read.
    let show: @Sendable (SettingsDocument, String?, _ isRead: Bool, inout FieldForm) -> Void
    let read: @Sendable (inout SettingsDocument, String?, inout FieldInput) -> Void
    let remove: @Sendable (inout SettingsDocument, String) -> Void
    /// In the words of a file: what the form shows.
    let json: @Sendable (SettingsDocument, String?) -> SchemaJSON

    /// A part that is one value.
    static func single<Value: Fields>(
        _ part: SettingsPart, _ path: any WritableKeyPath<SettingsDocument, Value?> & Sendable
    ) -> PartEditor {
        PartEditor(
            part: part, items: nil, isRemovable: false, fixed: [],
            show: { document, _, _, form in form.show(document[keyPath: path] ?? Value()) },
            read: { document, _, input in
                var value = document[keyPath: path] ?? Value()
                input.read(&value)
                document[keyPath: path] = value
            }, remove: { _, _ in },
            json: { document, _ in NodeWriter.json(document[keyPath: path] ?? Value()) })
    }

    /// A short list that is edited on one page.
    static func whole<Value: Fields>(
        _ part: SettingsPart, _ path: any WritableKeyPath<SettingsDocument, [Value]> & Sendable
    ) -> PartEditor {
        PartEditor(
            part: part, items: nil, isRemovable: false, fixed: [],
            show: { document, _, _, form in
                form.show(part.rawValue, document[keyPath: path])
            },
            read: { document, _, input in
                input.list(part.rawValue, &document[keyPath: path])
            }, remove: { _, _ in },
            json: { document, _ in .array(document[keyPath: path].map { NodeWriter.json($0) }) })
    }

    /// A long list, each item on a page of its own.
    static func list<Value: Fields>(
        _ part: SettingsPart, _ path: any WritableKeyPath<SettingsDocument, [Value]> & Sendable,
        fixed: Set<String>, isRemovable: Bool = false, key: @escaping @Sendable (Value) -> String,
        label: @escaping @Sendable (Value) -> Wording,
        note: @escaping @Sendable (Value) -> Wording? = { _ in nil },
        standard: @escaping @Sendable (String) -> Value? = { _ in nil }
    ) -> PartEditor {
        @Sendable func item(_ document: SettingsDocument, _ wanted: String?) -> Value {
            document[keyPath: path].first { key($0) == wanted } ?? wanted.flatMap(standard)
                ?? Value()
        }
        return PartEditor(
            part: part,
            items: { document in
                document[keyPath: path].map { (key($0), label($0), note($0)) }
            }, isRemovable: isRemovable, fixed: fixed,
            show: { document, wanted, isRead, form in
                let fresh = isRead && wanted == nil ? document[keyPath: path].last : nil
                form.show(fresh ?? item(document, wanted))
            },
            read: { document, wanted, input in
                var value = item(document, wanted)
                input.read(&value)
                let place = document[keyPath: path].firstIndex { key($0) == wanted }
                if let place {
                    document[keyPath: path][place] = value
                } else {
                    document[keyPath: path].append(value)
                }
            },
            remove: { document, wanted in
                document[keyPath: path].removeAll { key($0) == wanted }
            },
            json: { document, wanted in NodeWriter.json(item(document, wanted)) })
    }
}
