package import Entries

/// A value whose texts may be longer than `Bounds.ordinary`.
package protocol LongTexts: Fields {
    /// Most letters (Unicode scalars) of any of its texts.
    static var longestText: Int { get }
}

extension LocalText: LongTexts {
    package static var longestText: Int { 15_000 }
}

extension SourceStepAttribute: LongTexts {
    package static var longestText: Int { 2000 }
}

/// How long texts may be: an entry has an end, and nobody shall reach it by surprise.
package enum Bounds {
    /// Letters of a code, a number or a name in clear data.
    package static let ordinary = 300
    /// Letters of any text in a sealed section.
    package static let sealed = 30_000

    static func longest(in part: any Fields.Type, otherwise outer: Int) -> Int {
        (part as? any LongTexts.Type)?.longestText ?? outer
    }
}
