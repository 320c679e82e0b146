/// A place for a value that is set once, by one thread, before others ask for it.
package final class Once<Value: Sendable>: Sendable {
    private let held = Monitor<Value?>(nil)

    package init() {}

    package var value: Value? { held.with { $0 } }

    package func set(_ value: Value) { held.with { $0 = value } }
}
