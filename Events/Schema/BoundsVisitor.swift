package import Entries

/// A text that is longer than its field allows.
package struct TextTooLong: Error, Equatable, Sendable {
    package let key: String
    package let most: Int

    package init(key: String, most: Int) {
        self.key = key
        self.most = most
    }
}

extension Fields {
    /// Refuses texts that are longer than their fields allow: to be asked before writing.
    package func checkBounds(most: Int = Bounds.ordinary) throws(TextTooLong) {
        var visitor = BoundsVisitor(most: most)
        var value = self
        try value.visit(&visitor)
    }
}

/// Looks at every text of a value and refuses the first one that is too long.
struct BoundsVisitor: FieldVisitor {
    typealias Failure = TextTooLong

    private var most: Int

    init(most: Int) { self.most = most }

    private func check(_ key: String, _ text: String) throws(TextTooLong) {
        // There are never fewer bytes than letters, and counting bytes costs nothing.
        guard text.utf8.count > most, text.unicodeScalars.count > most else { return }
        throw TextTooLong(key: key, most: most)
    }

    private mutating func enter<Part: Fields>(_ part: inout Part) throws(TextTooLong) {
        let outer = most
        most = Part.longestText ?? outer
        try part.visit(&self)
        most = outer
    }

    mutating func field(_ key: String, _ value: inout String) throws(TextTooLong) {
        try check(key, value)
    }
    mutating func field(_ key: String, _ value: inout String?) throws(TextTooLong) {
        if let value { try check(key, value) }
    }
    mutating func field(_ key: String, _ value: inout Int) {}
    mutating func field(_ key: String, _ value: inout Int?) {}
    mutating func field(_ key: String, _ value: inout Bool) {}
    mutating func flag(_ key: String, _ value: inout Bool) {}
    mutating func field(_ key: String, _ value: inout Instant) {}
    mutating func field(_ key: String, _ value: inout Instant?) {}
    mutating func field(_ key: String, _ value: inout CivilDate) {}
    mutating func field(_ key: String, _ value: inout CivilDate?) {}
    mutating func field(_ key: String, _ value: inout Digest) {}
    mutating func field(_ key: String, _ value: inout Digest?) {}
    mutating func field(_ key: String, _ value: inout KeyReference) {}
    mutating func field(_ key: String, _ value: inout KeyReference?) {}
    mutating func field(_ key: String, _ value: inout EventID) {}
    mutating func field(_ key: String, _ value: inout EventID?) {}
    mutating func field<Word: FieldWord>(_ key: String, _ value: inout Word) {}
    mutating func field<Word: FieldWord>(_ key: String, _ value: inout Word?) {}
    mutating func field<Part: Fields>(_ key: String, _ value: inout Part) throws(TextTooLong) {
        try enter(&value)
    }
    mutating func field<Part: Fields>(_ key: String, _ value: inout Part?) throws(TextTooLong) {
        guard var part = value else { return }
        try enter(&part)
    }
    mutating func list(_ key: String, _ value: inout [String]) throws(TextTooLong) {
        for text in value { try check(key, text) }
    }
    mutating func list(_ key: String, _ value: inout [Int]) {}
    mutating func list<Word: FieldWord>(_ key: String, _ value: inout [Word]) {}
    mutating func list<Part: Fields>(
        _ key: String, _ value: inout [Part]
    ) throws(TextTooLong) {
        for var part in value { try enter(&part) }
    }
}
