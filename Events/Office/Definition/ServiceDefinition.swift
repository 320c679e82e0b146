package import Entries

/// All that a service is: its form, documents, workflow and clocks. A version is never changed.
package struct ServiceDefinition: Fields {
    package var code = ""
    /// 1, 2, 3 …
    package var version = 0
    package var kind = PetitionKind.service
    package var name = LocalText()
    package var description: LocalText?
    package var category: String?
    /// Who is responsible.
    package var department: String?
    /// To whom it may be forwarded; none means all.
    package var departments: [String] = []
    /// The least that is needed.
    package var identityLevel = IdentityLevel.unproven
    package var modes: [FilingMode] = []
    package var guests = GuestAccess.refused
    /// Whether a law demands presence.
    package var isInPersonOnly = false
    /// Whether its cases are confidential from the start.
    package var isConfidential = false
    /// The public manual, paragraph by paragraph.
    package var manual: [LocalText] = []
    package var form: [FormSection] = []
    /// The blank form to print.
    package var blankForm: String?
    package var documents: [DocumentNeeded] = []
    package var uploads: UploadPolicy?
    package var fees: [Fee] = []
    package var states: [StateDefinition] = []
    package var actions: [ActionDefinition] = []
    package var clocks: [ClockDefinition] = []
    package var escalation: [EscalationRung] = []
    package var promised: [PromisedTime] = []
    package var outcomes: [Outcome] = []
    /// On which it may be rejected.
    package var grounds: [Outcome] = []
    /// The time within which one may object.
    package var appeal: TimeSpan?
    /// How long a finished case may be reopened.
    package var reopenWindow: TimeSpan?
    package var overdue = OverduePolicy.notify
    /// The retention class of its cases.
    package var retention: String?
    package var texts: [NamedText] = []

    package init() {}

    package init(
        code: String, version: Int, kind: PetitionKind, name: LocalText,
        identityLevel: IdentityLevel, guests: GuestAccess, overdue: OverduePolicy,
        description: LocalText? = nil, category: String? = nil, department: String? = nil,
        departments: [String] = [], modes: [FilingMode] = [], isInPersonOnly: Bool = false,
        isConfidential: Bool = false, manual: [LocalText] = [], form: [FormSection] = [],
        blankForm: String? = nil, documents: [DocumentNeeded] = [], uploads: UploadPolicy? = nil,
        fees: [Fee] = [], states: [StateDefinition] = [], actions: [ActionDefinition] = [],
        clocks: [ClockDefinition] = [], escalation: [EscalationRung] = [],
        promised: [PromisedTime] = [], outcomes: [Outcome] = [], grounds: [Outcome] = [],
        appeal: TimeSpan? = nil, reopenWindow: TimeSpan? = nil, retention: String? = nil,
        texts: [NamedText] = []
    ) {
        self.code = code
        self.version = version
        self.kind = kind
        self.name = name
        self.identityLevel = identityLevel
        self.guests = guests
        self.overdue = overdue
        self.description = description
        self.category = category
        self.department = department
        self.departments = departments
        self.modes = modes
        self.isInPersonOnly = isInPersonOnly
        self.isConfidential = isConfidential
        self.manual = manual
        self.form = form
        self.blankForm = blankForm
        self.documents = documents
        self.uploads = uploads
        self.fees = fees
        self.states = states
        self.actions = actions
        self.clocks = clocks
        self.escalation = escalation
        self.promised = promised
        self.outcomes = outcomes
        self.grounds = grounds
        self.appeal = appeal
        self.reopenWindow = reopenWindow
        self.retention = retention
        self.texts = texts
    }

    package mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
        try fields.list("actions", &actions)
        try fields.field("appeal", &appeal)
        try fields.field("blank_form", &blankForm)
        try fields.field("category", &category)
        try fields.list("clocks", &clocks)
        try fields.field("code", &code)
        try fields.flag("confidential", &isConfidential)
        try fields.field("department", &department)
        try fields.list("departments", &departments)
        try fields.field("description", &description)
        try fields.list("documents", &documents)
        try fields.list("escalation", &escalation)
        try fields.list("fees", &fees)
        try fields.list("form", &form)
        try fields.list("grounds", &grounds)
        try fields.field("guests", &guests)
        try fields.field("identity_level", &identityLevel)
        try fields.flag("in_person_only", &isInPersonOnly)
        try fields.field("kind", &kind)
        try fields.list("manual", &manual)
        try fields.list("modes", &modes)
        try fields.field("name", &name)
        try fields.list("outcomes", &outcomes)
        try fields.field("overdue", &overdue)
        try fields.list("promised", &promised)
        try fields.field("reopen_window", &reopenWindow)
        try fields.field("retention", &retention)
        try fields.list("states", &states)
        try fields.list("texts", &texts)
        try fields.field("uploads", &uploads)
        try fields.field("version", &version)
    }
}

/// What a service costs.
package struct Fee: Fields {
    package var code = ""
    package var label = LocalText()
    package var satang = 0

    package init() {}

    package init(code: String, label: LocalText, satang: Int) {
        self.code = code
        self.label = label
        self.satang = satang
    }

    package mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
        try fields.field("code", &code)
        try fields.field("label", &label)
        try fields.field("satang", &satang)
    }
}

/// A text of the office under a key.
package struct NamedText: Fields {
    package var key = ""
    package var text = LocalText()

    package init() {}

    package init(key: String, text: LocalText) {
        self.key = key
        self.text = text
    }

    package mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
        try fields.field("key", &key)
        try fields.field("text", &text)
    }
}
