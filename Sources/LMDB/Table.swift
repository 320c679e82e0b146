/// One of the named databases of an environment, by its place in the list given at open.
public struct Table: Sendable {
    package let index: Int

    package init(_ index: Int) { self.index = index }
}

/// A table to open; it is made if it is not there and the environment can be written.
package struct TableSpecification: Sendable {
    package let name: String
    /// Whether keys are `UInt64` in the machine's byte order, sorted as numbers (MDB_INTEGERKEY).
    package let hasIntegerKeys: Bool

    package init(_ name: String, hasIntegerKeys: Bool = false) {
        self.name = name
        self.hasIntegerKeys = hasIntegerKeys
    }
}
