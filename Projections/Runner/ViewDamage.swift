/// The file of a view is not whole: a rebuild makes it anew from the log.
package struct ViewDamage: Error, Equatable, Sendable, CustomStringConvertible {
    package let view: ViewName
    /// What SQLite says of it.
    package let words: String

    package var description: String { "the file of \(view.rawValue) is damaged: \(words)" }
}
