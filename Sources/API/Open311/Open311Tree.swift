internal import Entries

/// What Open311 says, before it is written as XML or as JSON.
///
/// A list drops its wrapper in JSON and is always an array there, as the specification's own
/// convention wants.
indirect enum Open311Tree: Equatable, Sendable {
    case text(String?)
    /// As it is written, in both.
    case plain(String?)
    case object([Member])
    case list(of: String, [Open311Tree])

    struct Member: Equatable, Sendable {
        let name: String, value: Open311Tree

        init(_ name: String, _ value: Open311Tree) {
            self.name = name
            self.value = value
        }
    }

    static func time(_ instant: Instant?) -> Open311Tree { .text(instant.map { "\($0)" }) }

    func xml(root: String) -> [UInt8] {
        var text = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"
        write(root, to: &text)
        return Array(text.utf8)
    }

    private func write(_ name: String, to xml: inout String) {
        switch self {
        case .text(let text?), .plain(let text?):
            xml += "<\(name)>\(Self.escaped(text))</\(name)>"
        case .text(nil), .plain(nil): xml += "<\(name)/>"
        case .object(let members):
            xml += "<\(name)>"
            for member in members { member.value.write(member.name, to: &xml) }
            xml += "</\(name)>"
        case .list(let child, let items):
            xml += "<\(name)>"
            for item in items { item.write(child, to: &xml) }
            xml += "</\(name)>"
        }
    }

    /// Characters that XML does not know are left out.
    private static func escaped(_ text: String) -> String {
        var escaped = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            case "\u{9}", "\u{A}", "\u{D}", "\u{20}"..."\u{D7FF}", "\u{E000}"..."\u{FFFD}",
                "\u{10000}"..."\u{10FFFF}":
                escaped.unicodeScalars.append(scalar)
            default: continue
            }
        }
        return escaped
    }

    var json: [UInt8] {
        var writer = CanonicalWriter()
        write(to: &writer)
        return writer.bytes
    }

    private func write(to json: inout CanonicalWriter) {
        switch self {
        case .text(let text?): json.string(text)
        case .plain(let text?): json.raw(text.utf8)
        case .text(nil), .plain(nil): json.raw("null".utf8)
        case .object(let members):
            json.openObject()
            for (index, member) in members.enumerated() {
                if index > 0 { json.comma() }
                json.string(member.name)
                json.raw(":".utf8)
                member.value.write(to: &json)
            }
            json.closeObject()
        case .list(_, let items):
            json.openArray()
            for (index, item) in items.enumerated() {
                if index > 0 { json.comma() }
                item.write(to: &json)
            }
            json.closeArray()
        }
    }
}
