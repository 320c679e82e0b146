package import Entries

/// An inner state of a case and what the public reads while it lasts.
package struct StateDefinition: Fields {
    package var code = ""
    package var name = LocalText()
    package var status = PublicStatus.submitted
    /// Whether the case waits for the citizen.
    package var isReturned = false
    package var isInitial = false
    package var isFinal = false
    /// What the citizen is told comes next.
    package var nextStep: LocalText?

    package init() {}

    package init(
        code: String, name: LocalText, status: PublicStatus, isReturned: Bool = false,
        isInitial: Bool = false, isFinal: Bool = false, nextStep: LocalText? = nil
    ) {
        self.code = code
        self.name = name
        self.status = status
        self.isReturned = isReturned
        self.isInitial = isInitial
        self.isFinal = isFinal
        self.nextStep = nextStep
    }

    package mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
        try fields.field("code", &code)
        try fields.flag("final", &isFinal)
        try fields.flag("initial", &isInitial)
        try fields.field("name", &name)
        try fields.field("next_step", &nextStep)
        try fields.flag("returned", &isReturned)
        try fields.field("status", &status)
    }
}

/// A step that somebody may take.
package struct ActionDefinition: Fields {
    package var code = ""
    package var name = LocalText()
    package var event = ActionEvent.received
    /// The states in which it may be taken.
    package var from: [String] = []
    /// The state that follows.
    package var to = ""
    package var roles: [Role] = []
    package var guards: [Guard] = []
    package var isReasonRequired = false
    /// Whether it may be taken on many cases at once.
    package var isBulk = false

    package init() {}

    package init(
        code: String, name: LocalText, event: ActionEvent, to: String, from: [String] = [],
        roles: [Role] = [], guards: [Guard] = [], isReasonRequired: Bool = false,
        isBulk: Bool = false
    ) {
        self.code = code
        self.name = name
        self.event = event
        self.to = to
        self.from = from
        self.roles = roles
        self.guards = guards
        self.isReasonRequired = isReasonRequired
        self.isBulk = isBulk
    }

    package mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
        try fields.flag("bulk", &isBulk)
        try fields.field("code", &code)
        try fields.field("event", &event)
        try fields.list("from", &from)
        try fields.list("guards", &guards)
        try fields.field("name", &name)
        try fields.flag("reason_required", &isReasonRequired)
        try fields.list("roles", &roles)
        try fields.field("to", &to)
    }
}

/// Something that must hold before an action.
package struct Guard: Fields {
    package var kind = GuardKind.isOwner
    /// A level, a code …
    package var value: String?

    package init() {}

    package init(kind: GuardKind, value: String? = nil) {
        self.kind = kind
        self.value = value
    }

    package mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
        try fields.field("kind", &kind)
        try fields.field("value", &value)
    }
}

/// A way in which a case ends well, or a ground on which it is rejected.
package struct Outcome: Fields {
    package var code = ""
    package var label = LocalText()

    package init() {}

    package init(code: String, label: LocalText) {
        self.code = code
        self.label = label
    }

    package mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
        try fields.field("code", &code)
        try fields.field("label", &label)
    }
}
