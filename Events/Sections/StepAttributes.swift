package import Entries

/// One typed attribute of a source’s event; the value stands as the source wrote it.
package struct StepAttribute: Fields {
    package var key = ""
    /// Its XES type: string, date, int, float, boolean, id, list or container.
    package var type = ""
    package var value: String?
    /// What is nested in it.
    package var attributes: [StepAttribute] = []

    package init() {}

    package init(
        key: String, type: String, value: String? = nil, attributes: [StepAttribute] = []
    ) {
        self.key = key
        self.type = type
        self.value = value
        self.attributes = attributes
    }

    package mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
        try fields.list("attributes", &attributes)
        try fields.field("key", &key)
        try fields.field("type", &type)
        try fields.field("value", &value)
    }
}

/// What a source said of one of its events, beyond what the map declares clear.
package struct StepAttributes: Section {
    package static let kind = SectionKind.attributes

    package var activity: String?
    package var resource: String?
    package var lifecycle: String?
    package var attributes: [StepAttribute] = []

    package init() {}

    package init(
        activity: String? = nil, resource: String? = nil, lifecycle: String? = nil,
        attributes: [StepAttribute] = []
    ) {
        self.activity = activity
        self.resource = resource
        self.lifecycle = lifecycle
        self.attributes = attributes
    }

    package mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
        try fields.field("activity", &activity)
        try fields.list("attributes", &attributes)
        try fields.field("lifecycle", &lifecycle)
        try fields.field("resource", &resource)
    }
}
