package import Entries
package import Events

extension PetitionCommand {
    /// Takes a step of the definition that needs no more than that.
    package struct Take: Fields {
        /// Which of the definition's actions, where several would do; the first if none.
        package var action: String?

        package init() {}
        package init(action: String?) { self.action = action }

        package mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
            try fields.field("action", &action)
        }
    }

    /// Ends the case because whoever filed it wants no more of it.
    package struct Withdraw: Fields {
        package var action: String?
        /// How the petitioner asked for it, where an officer enters it.
        package var channel: Channel?

        package init() {}

        package init(action: String? = nil, channel: Channel? = nil) {
            self.action = action
            self.channel = channel
        }

        package mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
            try fields.field("action", &action)
            try fields.field("channel", &channel)
        }
    }

    /// Returns the case with the one list of everything that is to be put right.
    package struct AskCorrection: Fields {
        package var action: String?
        package var items = 0
        package var documents: [String] = []
        package var fields: [String] = []
        package var allowed: TimeSpan?
        package var isCausedByPetitioner = false

        package init() {}

        package init(
            action: String? = nil, items: Int, documents: [String] = [], fields: [String] = [],
            allowed: TimeSpan? = nil, isCausedByPetitioner: Bool = false
        ) {
            self.action = action
            self.items = items
            self.documents = documents
            self.fields = fields
            self.allowed = allowed
            self.isCausedByPetitioner = isCausedByPetitioner
        }

        package mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
            try fields.field("action", &action)
            try fields.field("allowed", &allowed)
            try fields.flag("caused_by_petitioner", &isCausedByPetitioner)
            try fields.list("documents", &documents)
            try fields.list("fields", &self.fields)
            try fields.field("items", &items)
        }
    }

    package struct Complete: Fields {
        package var action: String?
        package var outcome: String?

        package init() {}

        package init(action: String? = nil, outcome: String? = nil) {
            self.action = action
            self.outcome = outcome
        }

        package mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
            try fields.field("action", &action)
            try fields.field("outcome", &outcome)
        }
    }

    package struct Reject: Fields {
        package var action: String?
        package var ground: String?

        package init() {}

        package init(action: String? = nil, ground: String? = nil) {
            self.action = action
            self.ground = ground
        }

        package mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
            try fields.field("action", &action)
            try fields.field("ground", &ground)
        }
    }

    package struct Reopen: Fields {
        package var action: String?
        package var ground = ReopeningGround.petitioner

        package init() {}

        package init(action: String? = nil, ground: ReopeningGround) {
            self.action = action
            self.ground = ground
        }

        package mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
            try fields.field("action", &action)
            try fields.field("ground", &ground)
        }
    }
}
