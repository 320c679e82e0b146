package import Events

/// A row that events fold into.
///
/// `apply` is the projection: the row that was, nil where there was none, becomes the row that is
/// now true, nil where there is none any more. The same function serves a live view row by row
/// and a rebuild in memory; it sees no database, no clock and no other row.
package protocol FoldedRow: ViewRow {
    /// The key of the row that an event may change; nil if the event is none of its business.
    static func key(for event: RecordedEvent) -> String?
    static func apply(
        _ event: RecordedEvent, to row: inout Self?, in surroundings: Surroundings
    ) throws
}
