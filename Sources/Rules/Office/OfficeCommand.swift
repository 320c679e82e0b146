package import Entries
package import Events

/// A change of the office that somebody proposes.
///
/// The proposal is the very fact that is recorded if it is valid; opening an office is followed by
/// all that a new office starts with.
package struct OfficeCommand: Equatable, Sendable {
    package var proposal: OfficeEvent

    package init(_ proposal: OfficeEvent) { self.proposal = proposal }

    /// The event's word: `holiday-declared`.
    package var name: String { type(of: proposal.data).name }

    package var payload: any Fields { proposal.data }

    /// Reads the payload of the command `name`; nil if there is no such command.
    package static func read(
        _ name: String, from decoder: inout FieldDecoder
    ) throws(CanonicalError) -> OfficeCommand? {
        let newest = OfficeEvent.types.filter { $0.name == name }.map { $0.version }.max()
        guard let newest else { return nil }
        return try OfficeEvent.read(name: name, version: newest, from: &decoder)
            .map(OfficeCommand.init)
    }
}
