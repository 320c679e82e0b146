package import Entries

/// A place in a JSON text (RFC 6901), `/phone_number_list/0/message_id`.
package struct JSONPointer: Equatable, Sendable {
    private let steps: [String]

    package init?(_ text: String) {
        guard text.hasPrefix("/") else { return nil }
        steps = text.dropFirst().split(separator: "/", omittingEmptySubsequences: false).map {
            String($0.replacing("~1", with: "/").replacing("~0", with: "~"))
        }
    }

    /// What stands there; nil for nothing and for `null`.
    package func find(in node: JSONNode) -> JSONNode? {
        var found = node
        for step in steps {
            var next = found[step]
            if case .array(let items) = found.value, let index = Int(step),
                items.indices.contains(index)
            {
                next = items[index]
            }
            guard let next else { return nil }
            found = next
        }
        return found.value == .null ? nil : found
    }
}

extension JSONNode {
    /// A text or a number, as text.
    package var word: String? {
        switch value {
        case .string(let text), .number(let text): text
        default: nil
        }
    }
}
