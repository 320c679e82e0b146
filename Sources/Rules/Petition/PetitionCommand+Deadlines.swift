package import Entries
package import Events

extension PetitionCommand {
    package struct Extend: Fields {
        package var clock = ""
        /// What the definition allows if none.
        package var by: TimeSpan?

        package init() {}

        package init(clock: String, by: TimeSpan? = nil) {
            self.clock = clock
            self.by = by
        }

        package mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
            try fields.field("by", &by)
            try fields.field("clock", &clock)
        }
    }

    package struct NoticeDelay: Fields {
        package var clock = ""
        package var letter: String?

        package init() {}

        package init(clock: String, letter: String? = nil) {
            self.clock = clock
            self.letter = letter
        }

        package mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
            try fields.field("clock", &clock)
            try fields.field("letter", &letter)
        }
    }

    package struct SetAppointment: Fields {
        /// The one that is moved; a new one if none.
        package var number: Int?
        package var at = Instant(milliseconds: 0)
        package var purpose: String?

        package init() {}

        package init(number: Int? = nil, at: Instant, purpose: String? = nil) {
            self.number = number
            self.at = at
            self.purpose = purpose
        }

        package mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
            try fields.field("at", &at)
            try fields.field("number", &number)
            try fields.field("purpose", &purpose)
        }
    }
}
