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

        package init() {}

        package init(_ word: ImportedWord, step: SourceStep) {
            self.word = word
            self.step = step
        }

        package mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
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
