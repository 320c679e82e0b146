package import Entries
package import Events

extension PetitionCommand {
    /// Files a petition: on the web, on paper, at the counter, for oneself or for another.
    package struct Submit: Fields {
        package var service = ""
        package var channel = Channel.web
        package var mode = FilingMode.online
        package var urgency = Urgency.normal
        /// What an officer made sure of; a petitioner's own is the session's.
        package var identityLevel = IdentityLevel.unproven
        package var contactPreference = ContactPreference.electronic
        package var category: String?
        package var subcategory: String?
        /// Where it shall go; by category and service if none.
        package var department: String?
        package var area: String?
        package var moo: Int?
        package var isConfidential = false
        package var isAnonymous = false
        package var isOnBehalf = false
        package var terms: Int?
        package var notice: Int?
        package var tracking: TrackingKind?
        package var trackingCode: String?
        package var attachments: Int?
        /// The codes of the documents that came with it.
        package var documents: [String] = []

        package init() {}

        package init(service: String, channel: Channel = .web, mode: FilingMode = .online) {
            self.service = service
            self.channel = channel
            self.mode = mode
        }

        package mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
            try fields.flag("anonymous", &isAnonymous)
            try fields.field("area", &area)
            try fields.field("attachments", &attachments)
            try fields.field("category", &category)
            try fields.field("channel", &channel)
            try fields.flag("confidential", &isConfidential)
            try fields.field("contact_preference", &contactPreference)
            try fields.field("department", &department)
            try fields.list("documents", &documents)
            try fields.field("identity_level", &identityLevel)
            try fields.field("mode", &mode)
            try fields.field("moo", &moo)
            try fields.field("notice", &notice)
            try fields.flag("on_behalf", &isOnBehalf)
            try fields.field("service", &service)
            try fields.field("subcategory", &subcategory)
            try fields.field("terms", &terms)
            try fields.field("tracking", &tracking)
            try fields.field("tracking_code", &trackingCode)
            try fields.field("urgency", &urgency)
        }
    }

    /// Sends what was asked for.
    package struct Correct: Fields {
        package var action: String?
        package var attachments: Int?
        package var documents: [String] = []

        package init() {}

        package init(action: String? = nil, attachments: Int? = nil, documents: [String] = []) {
            self.action = action
            self.attachments = attachments
            self.documents = documents
        }

        package mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
            try fields.field("action", &action)
            try fields.field("attachments", &attachments)
            try fields.list("documents", &documents)
        }
    }

    /// Adds files.
    package struct Attach: Fields {
        package var attachments = 0
        package var documents: [String] = []

        package init() {}

        package init(attachments: Int, documents: [String] = []) {
            self.attachments = attachments
            self.documents = documents
        }

        package mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
            try fields.field("attachments", &attachments)
            try fields.list("documents", &documents)
        }
    }
}
