package import Entries

extension PetitionEvent {
    /// The time for which the case’s personal data is kept ends: from that day on it may go.
    package struct ErasureScheduled: EventData {
        package static let name = "erasure-scheduled"
        package static let meaning = Wording(
            thai: "กำหนดวันลบข้อมูลตามระยะเวลาเก็บรักษา",
            english: "Erasure of the case’s personal data was scheduled.")

        /// The first day on which it may go.
        package var on = CivilDate(dayNumber: 0)
        /// The retention class that says so.
        package var retention = ""

        package init() {}

        package init(on: CivilDate, retention: String = "") {
            self.on = on
            self.retention = retention
        }

        package mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
            try fields.field("on", &on)
            try fields.field("retention", &retention)
        }
    }
}

extension PetitionEvent {
    /// The case’s personal data is needed beyond its time, a lawsuit for example.
    package struct ErasureHeld: EventData {
        package static let name = "erasure-held"
        package static let meaning = Wording(
            thai: "ระงับการลบข้อมูล",
            english: "Erasure of the case’s personal data was put on hold.")
        package static let sections: [SectionKind] = [.reason]

        /// The last day of the hold; until it is ended if there is none.
        package var until: CivilDate?

        package init() {}

        package init(until: CivilDate? = nil) {
            self.until = until
        }

        package mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
            try fields.field("until", &until)
        }
    }
}

extension PetitionEvent {
    /// The hold on the erasure is over before its day.
    package struct ErasureHoldEnded: EventData {
        package static let name = "erasure-hold-ended"
        package static let meaning = Wording(
            thai: "ยกเลิกการระงับการลบข้อมูล", english: "The hold on the erasure was ended.")
        package static let sections: [SectionKind] = [.reason]

        package init() {}

        package mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {}
    }
}
