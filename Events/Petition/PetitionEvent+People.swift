package import Entries

extension PetitionEvent {
    /// A notice went out, or did not.
    package struct Notified: EventData {
        package static let name = "notified"
        package static let meaning = Wording(
            thai: "แจ้งเตือน", english: "A notice about the case went out.")
        package static let sections: [SectionKind] = [.contact, .message, .attributes]

        package var channel = NoticeChannel.email
        package var template = ""
        package var outcome = NoticeOutcome.sent
        /// The provider’s identifier.
        package var reference: String?

        package init() {}

        package init(
            channel: NoticeChannel, template: String, outcome: NoticeOutcome,
            reference: String? = nil
        ) {
            self.channel = channel
            self.template = template
            self.outcome = outcome
            self.reference = reference
        }

        package mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
            try fields.field("channel", &channel)
            try fields.field("outcome", &outcome)
            try fields.field("reference", &reference)
            try fields.field("template", &template)
        }
    }
}

extension PetitionEvent {
    /// Somebody looked at personal data.
    package struct Viewed: EventData {
        package static let name = "viewed"
        package static let meaning = Wording(
            thai: "เปิดดูข้อมูลส่วนบุคคล", english: "Personal data of the case was viewed.")
        package static let sections: [SectionKind] = [.reason]

        package var parts: [ViewedPart] = []
        /// A code.
        package var purpose: String?

        package init() {}

        package init(parts: [ViewedPart] = [], purpose: String? = nil) {
            self.parts = parts
            self.purpose = purpose
        }

        package mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
            try fields.list("parts", &parts)
            try fields.field("purpose", &purpose)
        }
    }
}

extension PetitionEvent {
    /// Somebody decided that the case’s personal data shall go.
    package struct ErasureApproved: EventData {
        package static let name = "erasure-approved"
        package static let meaning = Wording(
            thai: "อนุมัติให้ลบข้อมูล",
            english: "Erasure of the case’s personal data was approved.")
        package static let sections: [SectionKind] = [.reason]

        package var ground = ErasureGround.request

        package init() {}

        package init(ground: ErasureGround) {
            self.ground = ground
        }

        package mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
            try fields.field("ground", &ground)
        }
    }
}

extension PetitionEvent {
    /// A key is gone, and with it all that it sealed.
    package struct Erased: EventData {
        package static let name = "erased"
        package static let meaning = Wording(
            thai: "ลบข้อมูลส่วนบุคคลแล้ว", english: "Personal data of the case was erased.")

        package var key = KeyReference(high: 0, low: 0)
        package var ground = ErasureGround.request

        package init() {}

        package init(key: KeyReference, ground: ErasureGround) {
            self.key = key
            self.ground = ground
        }

        package mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
            try fields.field("ground", &ground)
            try fields.field("key", &key)
        }
    }
}
