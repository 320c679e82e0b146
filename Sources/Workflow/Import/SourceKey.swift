package import Entries
package import Events

/// Which case of another system: what an import knows its own by.
package struct SourceKey: Fields, Hashable {
    package var name = ""
    package var system = ""

    package init() {}

    package init(system: String, name: String) {
        self.system = system
        self.name = name
    }

    package init(_ source: SourceCase) {
        self.init(system: source.system, name: source.name)
    }

    /// Most keys of a log are of one system.
    package func hash(into hasher: inout Hasher) { hasher.combine(name) }

    package mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
        try fields.field("name", &name)
        try fields.field("system", &system)
    }
}
