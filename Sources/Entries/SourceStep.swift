/// What another system said of an event that came from it, kept in the source's own words.
public struct SourceStep: Fields {
    /// The source's label of the activity.
    @usableFromInline package var activity = ""
    /// The attributes that the import map declares clear, in the order of the source.
    @usableFromInline package var attributes: [SourceStepAttribute] = []
    /// Its number within its case there, from 1: what an import knows its own steps by.
    @usableFromInline package var index = 0
    @usableFromInline package var lifecycle: String?
    /// Who did it there; left out where the source does not say.
    @usableFromInline package var resource: String?

    public init() {}

    package init(
        activity: String, index: Int, attributes: [SourceStepAttribute] = [],
        lifecycle: String? = nil, resource: String? = nil
    ) {
        self.activity = activity
        self.attributes = attributes
        self.index = index
        self.lifecycle = lifecycle
        self.resource = resource
    }

    @inlinable public mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
        try fields.field("activity", &activity)
        try fields.list("attributes", &attributes)
        try fields.field("index", &index)
        try fields.field("lifecycle", &lifecycle)
        try fields.field("resource", &resource)
    }
}

/// One typed attribute of a source's event; the value stands as the source wrote it.
public struct SourceStepAttribute: Fields {
    /// What is nested in it.
    @usableFromInline package var attributes: [SourceStepAttribute] = []
    @usableFromInline package var key = ""
    /// Its XES type: string, date, int, float, boolean, id, list or container.
    @usableFromInline package var type = ""
    @usableFromInline package var value: String?

    public init() {}

    package init(
        key: String, type: String, value: String? = nil, attributes: [SourceStepAttribute] = []
    ) {
        self.attributes = attributes
        self.key = key
        self.type = type
        self.value = value
    }

    public static var longestText: Int? { 2000 }

    @inlinable public mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
        try fields.list("attributes", &attributes)
        try fields.field("key", &key)
        try fields.field("type", &type)
        try fields.field("value", &value)
    }
}
