/// A text in which `{column}` stands for the value of a column.
package struct Template: Equatable, Sendable {
    package let text: String
    private let parts: [Part]

    private enum Part: Equatable {
        case literal(String)
        case column(String)
    }

    /// Nil if a brace is not closed, or encloses nothing.
    package init?(_ text: String) {
        var parts: [Part] = []
        var rest = text[...]
        while let brace = rest.firstIndex(of: "{") {
            if brace > rest.startIndex { parts.append(.literal(String(rest[..<brace]))) }
            let after = rest.index(after: brace)
            guard let close = rest[after...].firstIndex(of: "}"), close > after else { return nil }
            parts.append(.column(String(rest[after..<close])))
            rest = rest[rest.index(after: close)...]
        }
        if !rest.isEmpty { parts.append(.literal(String(rest))) }
        guard !parts.isEmpty else { return nil }
        self.text = text
        self.parts = parts
    }

    package var columns: [String] {
        parts.compactMap { if case .column(let name) = $0 { name } else { nil } }
    }

    func filled(_ value: (String) -> String) -> String {
        parts.map { part in
            switch part {
            case .literal(let text): text
            case .column(let name): value(name)
            }
        }.joined()
    }
}
