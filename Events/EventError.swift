package import Entries

/// Why stored bytes could not be read as an event.
package enum EventError: Error, Equatable, Sendable {
    case malformed(CanonicalError)
    /// A type that this version of the product does not know under any version.
    case unknownType(String)
    /// A type that is known, in a version that is not: a newer product wrote it.
    case newerVersion(type: String, known: Int)
    /// The type belongs to another kind of stream than the one it stands in.
    case wrongStream(type: String, subject: String)
}
