private import Entries

/// A value for `--json`: canonical (sorted keys, no white space), so that equal answers are equal
/// bytes.
///
/// There is no null and no fraction: what is not known is left out, and a unit is chosen in which
/// the figure is whole (`p99_microseconds`).
package enum JSON: Equatable, Sendable {
    case string(String)
    /// Within ±(2^53−1).
    case integer(Int)
    case boolean(Bool)
    case array([JSON])
    case object([String: JSON])
    /// Bytes that are canonical JSON already, such as an entry.
    case canonical([UInt8])

    /// Setting a member of the dictionary to nil leaves it out.
    package static func object(_ fill: (inout [String: JSON]) -> Void) -> JSON {
        var members: [String: JSON] = [:]
        fill(&members)
        return .object(members)
    }

    package var bytes: [UInt8] {
        var writer = CanonicalWriter()
        write(to: &writer)
        return writer.bytes
    }

    private func write(to writer: inout CanonicalWriter) {
        switch self {
        case .string(let value): writer.string(value)
        case .integer(let value): writer.integer(value)
        case .boolean(let value): writer.boolean(value)
        case .canonical(let bytes): writer.raw(bytes)
        case .array(let elements):
            writer.openArray()
            for (index, element) in elements.enumerated() {
                if index > 0 { writer.comma() }
                element.write(to: &writer)
            }
            writer.closeArray()
        case .object(let members):
            writer.openObject()
            let sorted = members.sorted { $0.key.utf16.lexicographicallyPrecedes($1.key.utf16) }
            for (index, member) in sorted.enumerated() {
                if index > 0 { writer.comma() }
                writer.string(member.key)
                writer.raw(CollectionOfOne(UInt8(ascii: ":")))
                member.value.write(to: &writer)
            }
            writer.closeObject()
        }
    }
}

extension JSON: ExpressibleByStringInterpolation, ExpressibleByIntegerLiteral,
    ExpressibleByBooleanLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
    package init(stringLiteral value: String) { self = .string(value) }
    package init(integerLiteral value: Int) { self = .integer(value) }
    package init(booleanLiteral value: Bool) { self = .boolean(value) }
    package init(arrayLiteral elements: JSON...) { self = .array(elements) }
    package init(dictionaryLiteral members: (String, JSON)...) {
        self = .object(Dictionary(members) { $1 })
    }
}
