package import Entries

/// What a source said of one of its events, beyond what the map declares clear.
package struct StepAttributes: Section {
    package static let kind = SectionKind.attributes

    package var activity: String?
    package var resource: String?
    package var lifecycle: String?
    package var attributes: [SourceStepAttribute] = []

    package init() {}

    package init(
        activity: String? = nil, resource: String? = nil, lifecycle: String? = nil,
        attributes: [SourceStepAttribute] = []
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

/// What a source said of a whole case, beyond what the map declares clear.
package struct CaseAttributes: Section {
    package static let kind = SectionKind.caseAttributes

    package var attributes: [SourceStepAttribute] = []

    package init() {}

    package init(attributes: [SourceStepAttribute] = []) {
        self.attributes = attributes
    }

    package mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
        try fields.list("attributes", &attributes)
    }
}
