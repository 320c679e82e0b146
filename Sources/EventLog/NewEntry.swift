package import Entries

/// An event that a decision wants to append; position, version and time are the log's to give.
package struct NewEntry: Equatable, Sendable {
    package var id: EventID
    /// The stream: printable ASCII without spaces, at most 511 bytes.
    package var stream: String
    /// `th.khamrong.<stream kind>.<name>.v<n>`.
    package var type: String
    package var actor: String
    /// The event that led to this one, if any.
    package var cause: EventID?
    /// The first event of the chain, unless this is it.
    package var correlation: EventID?
    /// Canonical JSON: an object. The log stores it as it is and does not look into it.
    package var data: [UInt8]
    /// The sealed blobs that `data.sealed` names, in its order: the first is section 1.
    package var sections: [[UInt8]]

    package init(
        id: EventID, stream: String, type: String, actor: String, cause: EventID? = nil,
        correlation: EventID? = nil, data: [UInt8], sections: [[UInt8]] = []
    ) {
        self.id = id
        self.stream = stream
        self.type = type
        self.actor = actor
        self.cause = cause
        self.correlation = correlation
        self.data = data
        self.sections = sections
    }
}
