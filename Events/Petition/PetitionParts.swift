package import Entries

/// Where an imported case comes from.
package struct SourceCase: Fields {
    package var system = ""
    /// The case’s name there.
    package var name = ""

    package init() {}

    package init(system: String, name: String) {
        self.system = system
        self.name = name
    }

    package mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
        try fields.field("case", &name)
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
