package import Entries

/// What something is called, in the office's own language and in English.
package struct Wording: Hashable, Sendable {
    package let thai: String, english: String

    package init(thai: String, english: String) {
        self.thai = thai
        self.english = english
    }
}

/// A word of a closed list that people read as well.
package protocol LabelledWord: FieldWord {
    var label: Wording { get }
}

/// A text that the office wrote and published; Thai is the one that holds.
package struct LocalText: Fields {
    package var thai = ""
    package var english: String?

    package init() {}

    package init(_ thai: String, english: String? = nil) {
        self.thai = thai
        self.english = english
    }

    package static var longestText: Int? { 15_000 }

    package mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
        try fields.field("en", &english)
        try fields.field("th", &thai)
    }
}
