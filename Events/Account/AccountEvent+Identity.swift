package import Entries

extension AccountEvent {
    /// A person has an account.
    package struct Registered: EventData {
        package static let name = "registered"
        package static let meaning = Wording(thai: "ลงทะเบียน", english: "A person registered.")
        package static let sections: [SectionKind] = [.identity, .contact, .evidence, .login]

        /// The key that the person’s sections are sealed under.
        package var key = KeyReference(high: 0, low: 0)
        /// How the person signs in at first.
        package var method = IdentityMethod.photo
        package var identityLevel = IdentityLevel.unproven
        package var channel = Channel.web
        /// The version that was accepted.
        package var terms = 0
        /// The version that was shown.
        package var notice = 0
        package var contactPreference: ContactPreference?
        /// The officer who did it for the person.
        package var filedBy: String?
        /// How many came with it.
        package var photos: Int?

        package init() {}

        package init(
            key: KeyReference, method: IdentityMethod, identityLevel: IdentityLevel,
            channel: Channel, terms: Int, notice: Int, contactPreference: ContactPreference? = nil,
            filedBy: String? = nil, photos: Int? = nil
        ) {
            self.key = key
            self.method = method
            self.identityLevel = identityLevel
            self.channel = channel
            self.terms = terms
            self.notice = notice
            self.contactPreference = contactPreference
            self.filedBy = filedBy
            self.photos = photos
        }

        package mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
            try fields.field("channel", &channel)
            try fields.field("contact_preference", &contactPreference)
            try fields.field("filed_by", &filedBy)
            try fields.field("identity_level", &identityLevel)
            try fields.field("key", &key)
            try fields.field("method", &method)
            try fields.field("notice", &notice)
            try fields.field("photos", &photos)
            try fields.field("terms", &terms)
        }
    }
}

extension AccountEvent {
    /// Photos for the identity check came in.
    package struct IdentityEvidenceAdded: EventData {
        package static let name = "identity-evidence-added"
        package static let meaning = Wording(
            thai: "ส่งหลักฐานยืนยันตัวตน", english: "Identity evidence was added.")
        package static let sections: [SectionKind] = [.evidence]

        package var photos = 0
        /// Sent again after a refusal: 2, 3 …
        package var round: Int?

        package init() {}

        package init(photos: Int, round: Int? = nil) {
            self.photos = photos
            self.round = round
        }

        package mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
            try fields.field("photos", &photos)
            try fields.field("round", &round)
        }
    }
}

extension AccountEvent {
    /// An officer or a provider confirmed who the person is.
    package struct IdentityVerified: EventData {
        package static let name = "identity-verified"
        package static let meaning = Wording(
            thai: "ยืนยันตัวตนแล้ว", english: "The person’s identity was verified.")
        package static let sections: [SectionKind] = [.reason]

        package var level = IdentityLevel.unproven
        package var method = IdentityMethod.photo

        package init() {}

        package init(level: IdentityLevel, method: IdentityMethod) {
            self.level = level
            self.method = method
        }

        package mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
            try fields.field("level", &level)
            try fields.field("method", &method)
        }
    }
}

extension AccountEvent {
    /// The evidence did not suffice; the person may send it again.
    package struct IdentityRefused: EventData {
        package static let name = "identity-refused"
        package static let meaning = Wording(
            thai: "การยืนยันตัวตนไม่ผ่าน", english: "The identity check was refused.")
        package static let sections: [SectionKind] = [.reason]

        /// Codes.
        package var grounds: [String] = []

        package init() {}

        package init(grounds: [String] = []) {
            self.grounds = grounds
        }

        package mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
            try fields.list("grounds", &grounds)
        }
    }
}

extension AccountEvent {
    /// What the office knows of the person was put right.
    package struct IdentityCorrected: EventData {
        package static let name = "identity-corrected"
        package static let meaning = Wording(
            thai: "แก้ไขข้อมูลประจำตัว", english: "The person’s particulars were corrected.")
        package static let sections: [SectionKind] = [.identity, .reason]

        package var isReverificationNeeded = false

        package init() {}

        package init(isReverificationNeeded: Bool = false) {
            self.isReverificationNeeded = isReverificationNeeded
        }

        package mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
            try fields.flag("reverification_needed", &isReverificationNeeded)
        }
    }
}

extension AccountEvent {
    /// The person has a profile picture, or none any more.
    package struct ProfilePictureSet: EventData {
        package static let name = "profile-picture-set"
        package static let meaning = Wording(
            thai: "ตั้งรูปประจำตัว", english: "The profile picture was set.")
        package static let sections: [SectionKind] = [.attachment]

        package var isRemoved = false

        package init() {}

        package init(isRemoved: Bool = false) {
            self.isRemoved = isRemoved
        }

        package mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
            try fields.flag("removed", &isRemoved)
        }
    }
}

extension AccountEvent {
    /// The person is reached otherwise now.
    package struct ContactChanged: EventData {
        package static let name = "contact-changed"
        package static let meaning = Wording(
            thai: "เปลี่ยนข้อมูลติดต่อ", english: "Contact details changed.")
        package static let sections: [SectionKind] = [.contact]

        package var kinds: [ContactKind] = []
        package var contactPreference: ContactPreference?
        /// By which ways notices go from now on; empty where nothing was said of it.
        package var channels: [NoticeChannel] = []

        package init() {}

        package init(
            kinds: [ContactKind] = [], contactPreference: ContactPreference? = nil,
            channels: [NoticeChannel] = []
        ) {
            self.kinds = kinds
            self.contactPreference = contactPreference
            self.channels = channels
        }

        package mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
            try fields.list("channels", &channels)
            try fields.field("contact_preference", &contactPreference)
            try fields.list("kinds", &kinds)
        }
    }
}

extension AccountEvent {
    /// The person proved to be reached there.
    package struct ContactConfirmed: EventData {
        package static let name = "contact-confirmed"
        package static let meaning = Wording(
            thai: "ยืนยันข้อมูลติดต่อ", english: "A contact was confirmed.")

        package var contact = ContactKind.email
        package var method = IdentityMethod.photo

        package init() {}

        package init(contact: ContactKind, method: IdentityMethod) {
            self.contact = contact
            self.method = method
        }

        package mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
            try fields.field("contact", &contact)
            try fields.field("method", &method)
        }
    }
}

extension AccountEvent {
    /// What was sent there came back.
    package struct ContactBounced: EventData {
        package static let name = "contact-bounced"
        package static let meaning = Wording(
            thai: "ข้อมูลติดต่อใช้ไม่ได้", english: "A contact bounced.")

        package var contact = ContactKind.email

        package init() {}

        package init(contact: ContactKind) {
            self.contact = contact
        }

        package mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
            try fields.field("contact", &contact)
        }
    }
}
