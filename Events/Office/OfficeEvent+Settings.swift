package import Entries

extension OfficeEvent {
    /// The office exists: the first event of its log.
    package struct OfficeOpened: EventData {
        package static let name = "office-opened"
        package static let meaning = Wording(
            thai: "เปิดสำนักงาน", english: "The office was opened.")

        package var code = ""
        package var name = LocalText()
        package var kind = OfficeKind.subdistrictAdministration
        /// Two or three letters that its numbers begin with.
        package var prefix = ""
        /// Host and path, for ever.
        package var origin = ""
        /// DOPA code.
        package var area: String?
        package var address: LocalText?
        package var phone: String?
        /// Whether its clock and people are made up.
        package var isSimulated = false

        package init() {}

        package init(
            code: String, name: LocalText, kind: OfficeKind, prefix: String, origin: String,
            area: String? = nil, address: LocalText? = nil, phone: String? = nil,
            isSimulated: Bool = false
        ) {
            self.code = code
            self.name = name
            self.kind = kind
            self.prefix = prefix
            self.origin = origin
            self.area = area
            self.address = address
            self.phone = phone
            self.isSimulated = isSimulated
        }

        package mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
            try fields.field("address", &address)
            try fields.field("area", &area)
            try fields.field("code", &code)
            try fields.field("kind", &kind)
            try fields.field("name", &name)
            try fields.field("origin", &origin)
            try fields.field("phone", &phone)
            try fields.field("prefix", &prefix)
            try fields.flag("simulated", &isSimulated)
        }
    }
}

extension OfficeEvent {
    /// What the office says of itself changed.
    package struct OfficeChanged: EventData {
        package static let name = "office-changed"
        package static let meaning = Wording(
            thai: "แก้ไขข้อมูลสำนักงาน", english: "The office’s particulars changed.")

        package var name = LocalText()
        package var kind = OfficeKind.subdistrictAdministration
        package var area: String?
        package var address: LocalText?
        package var phone: String?
        package var email: String?

        package init() {}

        package init(
            name: LocalText, kind: OfficeKind, area: String? = nil, address: LocalText? = nil,
            phone: String? = nil, email: String? = nil
        ) {
            self.name = name
            self.kind = kind
            self.area = area
            self.address = address
            self.phone = phone
            self.email = email
        }

        package mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
            try fields.field("address", &address)
            try fields.field("area", &area)
            try fields.field("email", &email)
            try fields.field("kind", &kind)
            try fields.field("name", &name)
            try fields.field("phone", &phone)
        }
    }
}

extension OfficeEvent {
    /// Petition numbers are made so from now on.
    package struct NumberingSet: EventData {
        package static let name = "numbering-set"
        package static let meaning = Wording(thai: "กำหนดเลขคำร้อง", english: "Numbering was set.")

        package var prefix = ""
        /// What follows the prefix.
        package var digit = 0
        /// Digits of the running number, growing when they do not suffice.
        package var width = 0
        /// Where the running number goes on.
        package var next: Int?

        package init() {}

        package init(prefix: String, digit: Int, width: Int, next: Int? = nil) {
            self.prefix = prefix
            self.digit = digit
            self.width = width
            self.next = next
        }

        package mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
            try fields.field("digit", &digit)
            try fields.field("next", &next)
            try fields.field("prefix", &prefix)
            try fields.field("width", &width)
        }
    }
}

extension OfficeEvent {
    /// How many photos of the card are asked for, and which.
    package struct EvidencePhotosSet: EventData {
        package static let name = "evidence-photos-set"
        package static let meaning = Wording(
            thai: "กำหนดภาพถ่ายยืนยันตัวตน", english: "The identity photos were set.")

        package var photos: [EvidencePhoto] = []

        package init() {}

        package init(photos: [EvidencePhoto] = []) {
            self.photos = photos
        }

        package mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
            try fields.list("photos", &photos)
        }
    }
}

extension OfficeEvent {
    /// What a password must be.
    package struct PasswordPolicySet: EventData {
        package static let name = "password-policy-set"
        package static let meaning = Wording(
            thai: "กำหนดนโยบายรหัสผ่าน", english: "The password policy was set.")

        /// Letters.
        package var least = 0
        package var most = 0
        package var needsUpper = false
        package var needsLower = false
        package var needsDigit = false
        package var needsSpecial = false

        package init() {}

        package init(
            least: Int, most: Int, needsUpper: Bool = false, needsLower: Bool = false,
            needsDigit: Bool = false, needsSpecial: Bool = false
        ) {
            self.least = least
            self.most = most
            self.needsUpper = needsUpper
            self.needsLower = needsLower
            self.needsDigit = needsDigit
            self.needsSpecial = needsSpecial
        }

        package mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
            try fields.field("least", &least)
            try fields.field("most", &most)
            try fields.flag("needs_digit", &needsDigit)
            try fields.flag("needs_lower", &needsLower)
            try fields.flag("needs_special", &needsSpecial)
            try fields.flag("needs_upper", &needsUpper)
        }
    }
}

extension OfficeEvent {
    /// What registering asks for.
    package struct RegistrationPolicySet: EventData {
        package static let name = "registration-policy-set"
        package static let meaning = Wording(
            thai: "กำหนดการลงทะเบียน", english: "The registration policy was set.")

        package var isEmailRequired = false
        package var isPhoneRequired = false
        package var isEvidenceRequired = false
        package var reset = ResetManner.code
        package var resetMinutes = 0

        package init() {}

        package init(
            reset: ResetManner, resetMinutes: Int, isEmailRequired: Bool = false,
            isPhoneRequired: Bool = false, isEvidenceRequired: Bool = false
        ) {
            self.reset = reset
            self.resetMinutes = resetMinutes
            self.isEmailRequired = isEmailRequired
            self.isPhoneRequired = isPhoneRequired
            self.isEvidenceRequired = isEvidenceRequired
        }

        package mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
            try fields.flag("email_required", &isEmailRequired)
            try fields.flag("evidence_required", &isEvidenceRequired)
            try fields.flag("phone_required", &isPhoneRequired)
            try fields.field("reset", &reset)
            try fields.field("reset_minutes", &resetMinutes)
        }
    }
}

extension OfficeEvent {
    /// What messages to citizens may hold.
    package struct MessagingPolicySet: EventData {
        package static let name = "messaging-policy-set"
        package static let meaning = Wording(
            thai: "กำหนดการส่งข้อความ", english: "The messaging policy was set.")

        package var areLinksAllowed = false
        package var smsSender: String?
        /// From when on telephones and chats are left alone, in minutes after midnight.
        package var quietFrom: Int?
        /// And until when; before `quietFrom` it is the next morning.
        package var quietUntil: Int?
        /// Whether the e-mail of a filing comes without the slip of receipt.
        package var isReceiptWithheld = false

        package init() {}

        package init(
            areLinksAllowed: Bool = false, smsSender: String? = nil, quietFrom: Int? = nil,
            quietUntil: Int? = nil, isReceiptWithheld: Bool = false
        ) {
            self.areLinksAllowed = areLinksAllowed
            self.smsSender = smsSender
            self.quietFrom = quietFrom
            self.quietUntil = quietUntil
            self.isReceiptWithheld = isReceiptWithheld
        }

        package mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
            try fields.flag("links_allowed", &areLinksAllowed)
            try fields.field("quiet_from_minute", &quietFrom)
            try fields.field("quiet_until_minute", &quietUntil)
            try fields.flag("receipt_withheld", &isReceiptWithheld)
            try fields.field("sms_sender", &smsSender)
        }
    }
}

extension OfficeEvent {
    /// A way to sign in is open or shut.
    package struct LoginProviderSet: EventData {
        package static let name = "login-provider-set"
        package static let meaning = Wording(
            thai: "กำหนดผู้ให้บริการยืนยันตัวตน", english: "A login provider was set.")

        package var provider = LoginProvider.thaid
        package var isEnabled = false
        package var issuer: String?
        package var client: String?
        /// The name of the secret, never the secret.
        package var secret: String?

        package init() {}

        package init(
            provider: LoginProvider, isEnabled: Bool, issuer: String? = nil, client: String? = nil,
            secret: String? = nil
        ) {
            self.provider = provider
            self.isEnabled = isEnabled
            self.issuer = issuer
            self.client = client
            self.secret = secret
        }

        package mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
            try fields.field("client", &client)
            try fields.field("enabled", &isEnabled)
            try fields.field("issuer", &issuer)
            try fields.field("provider", &provider)
            try fields.field("secret", &secret)
        }
    }
}

extension OfficeEvent {
    /// How long a class of cases is kept.
    package struct RetentionSet: EventData {
        package static let name = "retention-set"
        package static let meaning = Wording(
            thai: "กำหนดระยะเวลาเก็บรักษา", english: "A retention class was set.")

        package var code = ""
        package var name = LocalText()
        package var keep = TimeSpan()

        package init() {}

        package init(code: String, name: LocalText, keep: TimeSpan) {
            self.code = code
            self.name = name
            self.keep = keep
        }

        package mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
            try fields.field("code", &code)
            try fields.field("keep", &keep)
            try fields.field("name", &name)
        }
    }
}

extension OfficeEvent {
    /// What of the log is open to everybody.
    package struct DisclosureSet: EventData {
        package static let name = "disclosure-set"
        package static let meaning = Wording(
            thai: "กำหนดการเปิดเผยข้อมูล", english: "Disclosure was set.")

        package var areEntriesPublic = false
        /// Whether the register of licences is.
        package var isRegisterPublic = false
        /// Who witnesses the log, and whose logs the office witnesses, as C2SP tlog-policy.
        package var witnessPolicy: String?

        package static var longestText: Int? { 20_000 }

        package init() {}

        package init(
            areEntriesPublic: Bool, isRegisterPublic: Bool, witnessPolicy: String? = nil
        ) {
            self.areEntriesPublic = areEntriesPublic
            self.isRegisterPublic = isRegisterPublic
            self.witnessPolicy = witnessPolicy
        }

        package mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
            try fields.field("entries_public", &areEntriesPublic)
            try fields.field("register_public", &isRegisterPublic)
            try fields.field("witness_policy", &witnessPolicy)
        }
    }
}
