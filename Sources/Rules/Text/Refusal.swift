package import Events

/// Why the rules say no, in words that say what to do about it.
package protocol Refusal: Error, Equatable, Sendable {
    var wording: Wording { get }
}
