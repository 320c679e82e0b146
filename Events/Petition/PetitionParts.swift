package import Entries

/// Where an imported case comes from.
package struct SourceCase: Fields {
    package var system = ""
    /// The case’s name there.
    package var name = ""
    /// Those of the case that the map declares clear.
    package var attributes: [SourceStepAttribute] = []
    /// When the source said it was due.
    package var due: Instant?

    package init() {}

    package init(
        system: String, name: String, attributes: [SourceStepAttribute] = [], due: Instant? = nil
    ) {
        self.system = system
        self.name = name
        self.attributes = attributes
        self.due = due
    }

    package mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
        try fields.list("attributes", &attributes)
        try fields.field("case", &name)
        try fields.field("due", &due)
        try fields.field("system", &system)
    }
}

/// The answer to one question of the survey.
package struct Score: Fields {
    package var question = ""
    /// 1 to 5.
    package var score = 0

    package init() {}

    package init(question: String, score: Int) {
        self.question = question
        self.score = score
    }

    package mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
        try fields.field("question", &question)
        try fields.field("score", &score)
    }
}
