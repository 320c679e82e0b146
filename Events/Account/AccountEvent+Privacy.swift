package import Entries

extension AccountEvent {
    /// The person accepted the terms.
    package struct TermsAccepted: EventData {
        package static let name = "terms-accepted"
        package static let meaning = Wording(
            thai: "ยอมรับข้อตกลงและเงื่อนไข", english: "Terms were accepted.")

        package var version = 0

        package init() {}

        package init(version: Int) {
            self.version = version
        }

        package mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
            try fields.field("version", &version)
        }
    }
}

extension AccountEvent {
    /// The person was shown the privacy notice.
    package struct NoticeShown: EventData {
        package static let name = "notice-shown"
        package static let meaning = Wording(
            thai: "แสดงประกาศความเป็นส่วนตัว", english: "The privacy notice was shown.")

        package var version = 0

        package init() {}

        package init(version: Int) {
            self.version = version
        }

        package mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
            try fields.field("version", &version)
        }
    }
}

extension AccountEvent {
    /// The person consented to something beyond the office’s duty.
    package struct ConsentGiven: EventData {
        package static let name = "consent-given"
        package static let meaning = Wording(thai: "ให้ความยินยอม", english: "Consent was given.")

        package var purpose = ""
        package var version = 0

        package init() {}

        package init(purpose: String, version: Int) {
            self.purpose = purpose
            self.version = version
        }

        package mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
            try fields.field("purpose", &purpose)
            try fields.field("version", &version)
        }
    }
}

extension AccountEvent {
    /// The person took a consent back.
    package struct ConsentWithdrawn: EventData {
        package static let name = "consent-withdrawn"
        package static let meaning = Wording(
            thai: "ถอนความยินยอม", english: "Consent was withdrawn.")

        package var purpose = ""

        package init() {}

        package init(purpose: String) {
            self.purpose = purpose
        }

        package mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
            try fields.field("purpose", &purpose)
        }
    }
}

extension AccountEvent {
    /// A notice went out, or did not.
    package struct Notified: EventData {
        package static let name = "notified"
        package static let meaning = Wording(
            thai: "แจ้งเตือน", english: "A notice about the person went out.")
        package static let sections: [SectionKind] = [.contact, .message]

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

extension AccountEvent {
    /// Somebody looked at personal data.
    package struct Viewed: EventData {
        package static let name = "viewed"
        package static let meaning = Wording(
            thai: "เปิดดูข้อมูลส่วนบุคคล", english: "Personal data of the person was viewed.")
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

extension AccountEvent {
    /// The person asked for their data.
    package struct AccessRequested: EventData {
        package static let name = "access-requested"
        package static let meaning = Wording(
            thai: "ขอเข้าถึงข้อมูลส่วนบุคคล", english: "Access to personal data was requested.")
        package static let sections: [SectionKind] = [.scope]

        package var channel = Channel.web
        package var filedBy: String?

        package init() {}

        package init(channel: Channel, filedBy: String? = nil) {
            self.channel = channel
            self.filedBy = filedBy
        }

        package mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
            try fields.field("channel", &channel)
            try fields.field("filed_by", &filedBy)
        }
    }
}

extension AccountEvent {
    /// The office answered that.
    package struct AccessAnswered: EventData {
        package static let name = "access-answered"
        package static let meaning = Wording(
            thai: "ตอบคำขอเข้าถึงข้อมูล", english: "The access request was answered.")
        package static let sections: [SectionKind] = [.reason, .attachment]

        package var answer = AccessAnswer.granted

        package init() {}

        package init(answer: AccessAnswer) {
            self.answer = answer
        }

        package mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
            try fields.field("answer", &answer)
        }
    }
}

extension AccountEvent {
    /// The person asked to be forgotten.
    package struct ErasureRequested: EventData {
        package static let name = "erasure-requested"
        package static let meaning = Wording(
            thai: "ขอให้ลบข้อมูล", english: "Erasure was requested.")
        package static let sections: [SectionKind] = [.scope, .reason]

        package var channel = Channel.web
        package var filedBy: String?

        package init() {}

        package init(channel: Channel, filedBy: String? = nil) {
            self.channel = channel
            self.filedBy = filedBy
        }

        package mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
            try fields.field("channel", &channel)
            try fields.field("filed_by", &filedBy)
        }
    }
}

extension AccountEvent {
    /// The office decided that the person shall be forgotten.
    package struct ErasureApproved: EventData {
        package static let name = "erasure-approved"
        package static let meaning = Wording(
            thai: "อนุมัติให้ลบข้อมูล", english: "Erasure was approved.")
        package static let sections: [SectionKind] = [.scope, .reason]

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

extension AccountEvent {
    /// The office may not forget the person yet.
    package struct ErasureRefused: EventData {
        package static let name = "erasure-refused"
        package static let meaning = Wording(
            thai: "ปฏิเสธการลบข้อมูล", english: "Erasure was refused.")
        package static let sections: [SectionKind] = [.reason]

        /// A code.
        package var ground: String?
        /// The day from which it may be asked again.
        package var again: CivilDate?

        package init() {}

        package init(ground: String? = nil, again: CivilDate? = nil) {
            self.ground = ground
            self.again = again
        }

        package mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
            try fields.field("again", &again)
            try fields.field("ground", &ground)
        }
    }
}

extension AccountEvent {
    /// The person’s key is gone, and with it all that it sealed.
    package struct Erased: EventData {
        package static let name = "erased"
        package static let meaning = Wording(
            thai: "ลบข้อมูลส่วนบุคคลแล้ว", english: "The person’s data was erased.")

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

extension AccountEvent {
    /// Ciphertexts, views and old wrapping keys are gone as well.
    package struct ErasureCompleted: EventData {
        package static let name = "erasure-completed"
        package static let meaning = Wording(
            thai: "ลบข้อมูลเสร็จสิ้น", english: "The erasure was completed.")

        /// How many went.
        package var keys = 0
        /// The key epoch since which nothing is left.
        package var epoch = 0

        package init() {}

        package init(keys: Int, epoch: Int) {
            self.keys = keys
            self.epoch = epoch
        }

        package mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
            try fields.field("epoch", &epoch)
            try fields.field("keys", &keys)
        }
    }
}
