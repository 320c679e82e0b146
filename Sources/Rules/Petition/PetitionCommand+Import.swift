package import Entries
package import Events

extension PetitionCommand {
    /// Opens a case of another system: its first event there.
    package struct ImportSubmit: Fields {
        package var source = SourceCase()
        package var service = ""
        package var channel = Channel.other
        package var urgency = Urgency.normal
        package var category: String?
        package var department: String?
        /// With whom the case was there; it need not be an officer of this office.
        package var officer: String?
        package var area: String?
        package var isConfidential = false
        package var joinsClocks = false
        package var attachments: Int?
        /// What the source said of the event that opened the case.
        package var step = SourceStep()

        package init() {}

        package init(
            source: SourceCase, step: SourceStep, service: String, channel: Channel = .other
        ) {
            self.source = source
            self.step = step
            self.service = service
            self.channel = channel
        }

        package mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
            try fields.field("area", &area)
            try fields.field("attachments", &attachments)
            try fields.field("category", &category)
            try fields.field("channel", &channel)
            try fields.flag("confidential", &isConfidential)
            try fields.field("department", &department)
            try fields.flag("joins_clocks", &joinsClocks)
            try fields.field("officer", &officer)
            try fields.field("service", &service)
            try fields.field("source", &source)
            try fields.field("step", &step)
            try fields.field("urgency", &urgency)
        }
    }

    /// What an event of another system may be here.
    package enum ImportedWord: String, FieldWord {
        case submitted
        case received
        case inProgress = "in-progress"
        case completed
        case rejected
        case withdrawn
        case returned
        case corrected
        case answered
        case reopened
        case stepRecorded = "step-recorded"
    }

    /// A further event of a case of another system.
    package struct ImportStep: Fields {
        /// What the source said; its index is the number within the case, the first being the one
        /// that opened it.
        package var step = SourceStep()
        /// What it is where that is legal at this point.
        package var word = ImportedWord.stepRecorded
        /// Whether it moves an open case ahead too where the definition has stages in between.
        package var skipsStages = false

        package init() {}

        package init(_ word: ImportedWord, step: SourceStep, skipsStages: Bool = false) {
            self.word = word
            self.step = step
            self.skipsStages = skipsStages
        }

        package mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
            try fields.flag("skips_stages", &skipsStages)
            try fields.field("step", &step)
            try fields.field("word", &word)
        }
    }

    /// What the frame of an imported event says of it.
    package var sourceStep: SourceStep? {
        switch self {
        case .importSubmit(let data): data.step
        case .importStep(let data): data.step
        default: nil
        }
    }
}
