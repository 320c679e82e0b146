/// The fields of a form or a query, in the order they were sent.
package struct FormFields: Equatable, Sendable, ExpressibleByDictionaryLiteral {
    package private(set) var fields: [Field]

    package struct Field: Equatable, Sendable {
        package let name: String, value: String
    }

    package init() { fields = [] }

    package init(dictionaryLiteral elements: (String, String)...) {
        fields = elements.map { Field(name: $0, value: $1) }
    }

    /// The first field of that name; setting replaces all of them in place of the first, nil
    /// removes them.
    package subscript(name: String) -> String? {
        get { fields.first { Self.isSame($0.name, name) }?.value }
        set {
            let place = fields.firstIndex { Self.isSame($0.name, name) }
            fields.removeAll { Self.isSame($0.name, name) }
            guard let newValue else { return }
            fields.insert(Field(name: name, value: newValue), at: place ?? fields.endIndex)
        }
    }

    /// The values of all fields of that name: ticked boxes.
    package func all(_ name: String) -> [String] {
        fields.filter { Self.isSame($0.name, name) }.map(\.value)
    }

    package mutating func append(_ name: String, _ value: String) {
        fields.append(Field(name: name, value: value))
    }

    /// As a query or an urlencoded body.
    package var encoded: String {
        fields.map { field in
            "\(PercentCoding.encoded(field.name))=\(PercentCoding.encoded(field.value))"
        }.joined(separator: "&")
    }

    /// Byte for byte: Swift's `==` takes different spellings of a letter for one.
    private static func isSame(_ left: String, _ right: String) -> Bool {
        left.utf8.elementsEqual(right.utf8)
    }
}
