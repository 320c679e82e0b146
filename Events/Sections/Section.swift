package import Entries

/// The plaintext of a sealed section.
///
/// Its fields are frozen like an event's: a changed one is a new kind.
package protocol Section: Fields {
    static var kind: SectionKind { get }
    /// The canonical bytes; required so that it is compiled for each type by itself.
    func plaintext() -> [UInt8]
}

extension Section {
    package func plaintext() -> [UInt8] { encoded() }
}
