/// A large value that many hold and nobody changes: handing it on copies one reference.
package final class Frozen<Value: Sendable>: Sendable {
    package let value: Value

    package init(_ value: Value) { self.value = value }
}
