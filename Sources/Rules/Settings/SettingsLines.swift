internal import Entries
package import Events

/// One place of the settings that would read otherwise.
package struct SettingsLine: Equatable, Sendable {
    package let path: String
    package let before: String?
    package let after: String?
}

extension SettingsPlan {
    /// What would read otherwise, place by place, as a file would show it.
    package var lines: [SettingsLine] {
        let today = CivilDate(dayNumber: 0)
        return Self.lines(
            NodeWriter.json(SettingsDocument(before, on: today)),
            NodeWriter.json(SettingsDocument(after, on: today)))
    }

    package static func lines(_ before: SchemaJSON, _ after: SchemaJSON) -> [SettingsLine] {
        let old = leaves(before)
        let new = leaves(after)
        let oldTexts = Dictionary(old, uniquingKeysWith: { first, _ in first })
        let newTexts = Dictionary(new, uniquingKeysWith: { first, _ in first })
        let changed = new.filter { oldTexts[$0.0] != $0.1 }.map { leaf in
            SettingsLine(path: leaf.0, before: oldTexts[leaf.0], after: leaf.1)
        }
        let gone = old.filter { newTexts[$0.0] == nil }.map { leaf in
            SettingsLine(path: leaf.0, before: leaf.1, after: nil)
        }
        return changed + gone
    }

    private static func leaves(_ json: SchemaJSON, at path: String = "") -> [(String, String)] {
        switch json {
        case .string(let text): [(path, text)]
        case .integer(let integer): [(path, "\(integer)")]
        case .boolean(let boolean): [(path, "\(boolean)")]
        case .object(let members):
            members.flatMap { member in
                leaves(member.value, at: path.isEmpty ? member.key : "\(path).\(member.key)")
            }
        case .array(let items):
            items.enumerated().flatMap { place, item in
                leaves(item, at: "\(path)[\(item.label ?? "\(place + 1)")]")
            }
        }
    }
}

extension SchemaJSON {
    /// What an item of a list is called; nil where its place must do.
    fileprivate var label: String? {
        guard case .object(let members) = self else { return nil }
        func text(_ key: String) -> String? {
            if case .string(let text)? = members.first(where: { $0.key == key })?.value {
                return text
            }
            return nil
        }
        for key in NodeReader.names {
            guard let name = text(key) else { continue }
            // Of a template and of a day there may be several, of which these tell.
            let which = NodeReader.distinctions[key].flatMap(text)
            return which.map { "\(name) \($0)" } ?? name
        }
        return members.first { $0.key == "definition" }?.value.label
    }
}
