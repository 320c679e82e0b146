/// An attribute of an element; nil values leave it out.
package struct Attribute: Sendable, Equatable {
    let name: String
    /// Nil for one that is only there or not.
    let value: String?
    let isPresent: Bool

    package init(_ name: StaticString, _ value: String?) {
        self.name = name.description
        self.value = value
        isPresent = value != nil
    }

    package init(_ name: StaticString, isPresent: Bool) {
        self.name = name.description
        value = nil
        self.isPresent = isPresent
    }

    package static func id(_ value: String?) -> Attribute { Attribute("id", value) }
    package static func `class`(_ value: String?) -> Attribute { Attribute("class", value) }
    package static func name(_ value: String) -> Attribute { Attribute("name", value) }
    package static func value(_ value: String?) -> Attribute { Attribute("value", value) }
    package static func type(_ value: String) -> Attribute { Attribute("type", value) }
    package static func `for`(_ value: String) -> Attribute { Attribute("for", value) }
    package static func lang(_ value: String?) -> Attribute { Attribute("lang", value) }
    package static func role(_ value: String) -> Attribute { Attribute("role", value) }
    package static func method(_ value: String) -> Attribute { Attribute("method", value) }
    package static func autocomplete(_ value: String?) -> Attribute {
        Attribute("autocomplete", value)
    }
    package static func inputmode(_ value: String?) -> Attribute { Attribute("inputmode", value) }
    package static func describedBy(_ ids: [String]) -> Attribute {
        Attribute("aria-describedby", ids.isEmpty ? nil : ids.joined(separator: " "))
    }
    package static func label(_ value: String?) -> Attribute { Attribute("aria-label", value) }
    package static func hidden(_ isHidden: Bool = true) -> Attribute {
        Attribute("hidden", isPresent: isHidden)
    }
    /// For what is seen beside a text that says the same.
    package static let decoration = Attribute("aria-hidden", "true")
    package static func required(_ isRequired: Bool = true) -> Attribute {
        Attribute("required", isPresent: isRequired)
    }
    package static func checked(_ isChecked: Bool = true) -> Attribute {
        Attribute("checked", isPresent: isChecked)
    }
    package static func selected(_ isSelected: Bool = true) -> Attribute {
        Attribute("selected", isPresent: isSelected)
    }
    package static func current(_ isCurrent: Bool, _ what: String = "page") -> Attribute {
        Attribute("aria-current", isCurrent ? what : nil)
    }
    package static func invalid(_ isInvalid: Bool) -> Attribute {
        Attribute("aria-invalid", isInvalid ? "true" : nil)
    }

    /// Where a link goes. Another scheme than those that a page may point to is left out, so that
    /// no text from outside can run as a script.
    package static func href(_ address: String) -> Attribute {
        target("href", address)
    }

    package static func action(_ address: String) -> Attribute {
        target("action", address)
    }

    package static func src(_ address: String) -> Attribute {
        target("src", address)
    }

    private static func target(_ name: StaticString, _ address: String) -> Attribute {
        assert(isSafe(address), "an address that a page may not point to")
        return Attribute(name, isSafe(address) ? address : nil)
    }

    private static func isSafe(_ target: String) -> Bool {
        if target.hasPrefix("/") { return !target.hasPrefix("//") && !target.hasPrefix("/\\") }
        return ["#", "?", "https://", "tel:", "mailto:", "geo:"].contains { target.hasPrefix($0) }
    }
}
