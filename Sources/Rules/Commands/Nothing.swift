package import Entries

/// The payload of a command that says all by its name.
package struct Nothing: Fields {
    package init() {}
    package mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {}
}
