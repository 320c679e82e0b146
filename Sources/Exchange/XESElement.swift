/// What an element of an XES document is, by its name.
enum XESElement: Equatable {
    case log, trace, event, global, `extension`, classifier
    case attribute(SourceType)
    /// The wrapper of a list's items.
    case values
    case other
}
