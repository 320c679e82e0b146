package import Entries
package import Events
internal import Rules

/// What somebody has answered of a petition that is not filed yet, as it is kept sealed between
/// two pages, and as it is filed in the end.
package struct PetitionAnswers: Fields {
    package var service = ""
    /// The version of the service's definition that the questions were asked by.
    package var definition = 0
    /// Nil until it was chosen.
    package var mode: FilingMode?
    package var category: String?
    package var subject: String?
    package var details: String?
    /// To the form's other questions.
    package var answers: [Answer] = []
    package var place: Place?
    /// A guest's particulars; of somebody with an account they are the account's.
    package var petitioner: Petitioner?
    package var contactPreference: ContactPreference?
    /// Whether a guest gives no name, and follows the case by code and password.
    package var isAnonymous = false
    /// Whether as few as possible shall read it.
    package var isConfidential = false
    /// The steps that were answered.
    package var done: [String] = []
    /// While an officer files for somebody.
    package var desk: DeskEntry?
    /// Under which the petitioner will act in the case; drawn when the filing began, so that a
    /// repeated filing is the same.
    package var pseudonym = ""

    package init() {}

    package mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
        try fields.flag("anonymous", &isAnonymous)
        try fields.list("answers", &answers)
        try fields.field("category", &category)
        try fields.flag("confidential", &isConfidential)
        try fields.field("contact_preference", &contactPreference)
        try fields.field("definition", &definition)
        try fields.field("desk", &desk)
        try fields.field("details", &details)
        try fields.list("done", &done)
        try fields.field("mode", &mode)
        try fields.field("petitioner", &petitioner)
        try fields.field("place", &place)
        try fields.field("pseudonym", &pseudonym)
        try fields.field("service", &service)
        try fields.field("subject", &subject)
    }

    /// The values answered to a question; the petition's own fields are two of them.
    package subscript(field: String) -> [String] {
        get {
            switch field {
            case "subject": return subject.map { [$0] } ?? []
            case "details": return details.map { [$0] } ?? []
            default: return answers.first { $0.field == field }?.values ?? []
            }
        }
        set {
            switch field {
            case "subject": subject = newValue.first
            case "details": details = newValue.first
            default:
                answers.removeAll { $0.field == field }
                if !newValue.isEmpty { answers.append(Answer(field: field, values: newValue)) }
            }
        }
    }

    package mutating func markDone(_ step: String) {
        if !done.contains(step) { done.append(step) }
    }

    /// Without what is not asked: a printed form is filled in by hand, and a question may have hung
    /// on an answer that was changed since. What is filed is what the petitioner was shown.
    package func asked(by service: ServiceDefinition) -> PetitionAnswers {
        var kept = self
        guard mode != .print else {
            (kept.subject, kept.details, kept.answers, kept.place) = (nil, nil, [], nil)
            return kept
        }
        let fields = service.form.flatMap(\.fields)
        // Each removal may take another question with it.
        while let idle = fields.first(where: { field in
            !kept[field.code].isEmpty && !service.isAsked(field.when, given: kept.answers)
        }) { kept[idle.code] = [] }
        if !fields.contains(where: {
            $0.kind == .place && service.isAsked($0.when, given: kept.answers)
        }) {
            kept.place = nil
        }
        return kept
    }

    /// What the petition says.
    package func text(of service: ServiceDefinition) -> PetitionText {
        PetitionText(subject: subject ?? service.name.thai, details: details, answers: answers)
    }
}
