internal import Events

extension Event {
    /// The event's word, `received` for example.
    var word: String { Swift.type(of: data).name }
}
