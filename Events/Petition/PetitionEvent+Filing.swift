package import Entries

extension PetitionEvent {
    /// A petition was filed: it exists from here on.
    package struct Submitted: EventData, Transition {
        package static let name = "submitted"
        package static let meaning = Wording(thai: "ยื่นคำร้อง", english: "A petition was filed.")
        package static let sections: [SectionKind] = [
            .petitioner, .owner, .text, .place, .classification, .attachment, .note,
            .caseAttributes, .attributes,
        ]

        /// The public number, as `KT1080767000011`; also the stream’s name.
        package var number = ""
        package var kind = PetitionKind.service
        package var service = ""
        /// The version of the service definition that the case begins under.
        package var definition = 0
        package var channel = Channel.web
        package var mode = FilingMode.online
        package var urgency = Urgency.normal
        /// When it reached the office’s system.
        package var enteredAt = Instant(milliseconds: 0)
        /// When the law says it was received.
        package var deemedReceivedAt = Instant(milliseconds: 0)
        /// The key that the case’s sections are sealed under.
        package var caseKey = KeyReference(high: 0, low: 0)
        /// How surely the petitioner was known at the time.
        package var identityLevel = IdentityLevel.unproven
        package var contactPreference = ContactPreference.electronic
        /// Left out where it is confidential: then it is sealed.
        package var category: String?
        package var subcategory: String?
        package var department: String?
        /// DOPA code of the province, district or subdistrict of the problem.
        package var area: String?
        /// หมู่ที่, where the area is not confidential.
        package var moo: Int?
        package var isConfidential = false
        /// Whether the petitioner is hidden from all but a named role.
        package var isAnonymous = false
        /// The officer who entered it.
        package var filedBy: String?
        /// With whom it was in the system that it was imported from.
        package var officer: String?
        /// Whether that was on somebody’s behalf.
        package var isOnBehalf = false
        /// The version of the terms that was accepted.
        package var terms: Int?
        /// The version of the privacy notice that was shown.
        package var notice: Int?
        /// How a guest follows it; none with an account.
        package var tracking: TrackingKind?
        /// The code of a guest, as `2014-14`.
        package var trackingCode: String?
        package var source: SourceCase?
        /// Whether an imported case is put on the clocks.
        package var joinsClocks = false
        /// How many files came with it.
        package var attachments: Int?
        /// The inner state that follows, by the definition.
        package var state = ""
        /// What the citizen reads from now on.
        package var status = PublicStatus.submitted
        /// Whether the case waits for the citizen.
        package var isReturned = false
        /// The action of the definition that was taken.
        package var action: String?

        package init() {}

        package init(
            number: String, kind: PetitionKind, service: String, definition: Int, channel: Channel,
            mode: FilingMode, urgency: Urgency, enteredAt: Instant, deemedReceivedAt: Instant,
            caseKey: KeyReference, identityLevel: IdentityLevel,
            contactPreference: ContactPreference, state: String, status: PublicStatus,
            category: String? = nil, subcategory: String? = nil, department: String? = nil,
            area: String? = nil, moo: Int? = nil, isConfidential: Bool = false,
            isAnonymous: Bool = false, filedBy: String? = nil, isOnBehalf: Bool = false,
            terms: Int? = nil, notice: Int? = nil, tracking: TrackingKind? = nil,
            trackingCode: String? = nil, source: SourceCase? = nil, joinsClocks: Bool = false,
            attachments: Int? = nil, isReturned: Bool = false, action: String? = nil
        ) {
            self.number = number
            self.kind = kind
            self.service = service
            self.definition = definition
            self.channel = channel
            self.mode = mode
            self.urgency = urgency
            self.enteredAt = enteredAt
            self.deemedReceivedAt = deemedReceivedAt
            self.caseKey = caseKey
            self.identityLevel = identityLevel
            self.contactPreference = contactPreference
            self.state = state
            self.status = status
            self.category = category
            self.subcategory = subcategory
            self.department = department
            self.area = area
            self.moo = moo
            self.isConfidential = isConfidential
            self.isAnonymous = isAnonymous
            self.filedBy = filedBy
            self.isOnBehalf = isOnBehalf
            self.terms = terms
            self.notice = notice
            self.tracking = tracking
            self.trackingCode = trackingCode
            self.source = source
            self.joinsClocks = joinsClocks
            self.attachments = attachments
            self.isReturned = isReturned
            self.action = action
        }

        package mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
            try fields.field("action", &action)
            try fields.flag("anonymous", &isAnonymous)
            try fields.field("area", &area)
            try fields.field("attachments", &attachments)
            try fields.field("case_key", &caseKey)
            try fields.field("category", &category)
            try fields.field("channel", &channel)
            try fields.flag("confidential", &isConfidential)
            try fields.field("contact_preference", &contactPreference)
            try fields.field("deemed_received_at", &deemedReceivedAt)
            try fields.field("definition", &definition)
            try fields.field("department", &department)
            try fields.field("entered_at", &enteredAt)
            try fields.field("filed_by", &filedBy)
            try fields.field("identity_level", &identityLevel)
            try fields.flag("joins_clocks", &joinsClocks)
            try fields.field("kind", &kind)
            try fields.field("mode", &mode)
            try fields.field("moo", &moo)
            try fields.field("notice", &notice)
            try fields.field("number", &number)
            try fields.field("officer", &officer)
            try fields.flag("on_behalf", &isOnBehalf)
            try fields.flag("returned", &isReturned)
            try fields.field("service", &service)
            try fields.field("source", &source)
            try fields.field("state", &state)
            try fields.field("status", &status)
            try fields.field("subcategory", &subcategory)
            try fields.field("terms", &terms)
            try fields.field("tracking", &tracking)
            try fields.field("tracking_code", &trackingCode)
            try fields.field("urgency", &urgency)
        }
    }
}

extension PetitionEvent {
    /// The petitioner sent what was asked for.
    package struct Corrected: EventData, Transition {
        package static let name = "corrected"
        package static let meaning = Wording(
            thai: "แก้ไขคำร้องแล้ว", english: "The petitioner corrected the petition.")
        package static let sections: [SectionKind] = [
            .text, .petitioner, .place, .attachment, .message, .attributes,
        ]

        package var enteredAt = Instant(milliseconds: 0)
        package var deemedReceivedAt = Instant(milliseconds: 0)
        /// Which return it answers.
        package var round: Int?
        package var attachments: Int?
        /// The inner state that follows, by the definition.
        package var state = ""
        /// What the citizen reads from now on.
        package var status = PublicStatus.submitted
        /// Whether the case waits for the citizen.
        package var isReturned = false
        /// The action of the definition that was taken.
        package var action: String?

        package init() {}

        package init(
            enteredAt: Instant, deemedReceivedAt: Instant, state: String, status: PublicStatus,
            round: Int? = nil, attachments: Int? = nil, isReturned: Bool = false,
            action: String? = nil
        ) {
            self.enteredAt = enteredAt
            self.deemedReceivedAt = deemedReceivedAt
            self.state = state
            self.status = status
            self.round = round
            self.attachments = attachments
            self.isReturned = isReturned
            self.action = action
        }

        package mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
            try fields.field("action", &action)
            try fields.field("attachments", &attachments)
            try fields.field("deemed_received_at", &deemedReceivedAt)
            try fields.field("entered_at", &enteredAt)
            try fields.flag("returned", &isReturned)
            try fields.field("round", &round)
            try fields.field("state", &state)
            try fields.field("status", &status)
        }
    }
}

extension PetitionEvent {
    /// Files were added to the case.
    package struct Attached: EventData {
        package static let name = "attached"
        package static let meaning = Wording(
            thai: "แนบเอกสาร", english: "Files were added to the case.")
        package static let sections: [SectionKind] = [.attachment, .attributes]

        package var by = Party.citizen
        package var attachments = 0
        /// Their codes in the definition.
        package var documents: [String] = []

        package init() {}

        package init(by: Party, attachments: Int, documents: [String] = []) {
            self.by = by
            self.attachments = attachments
            self.documents = documents
        }

        package mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
            try fields.field("attachments", &attachments)
            try fields.field("by", &by)
            try fields.list("documents", &documents)
        }
    }
}

extension PetitionEvent {
    /// The citizen wrote to the office.
    package struct Messaged: EventData {
        package static let name = "messaged"
        package static let meaning = Wording(
            thai: "ประชาชนส่งข้อความ", english: "The citizen wrote to the office.")
        package static let sections: [SectionKind] = [.message, .attachment, .attributes]

        package var channel = Channel.web
        package var attachments: Int?
        /// Whether whoever wrote showed the petition’s number and four digits of the telephone and
        /// nothing else, which neighbours know too.
        package var isByDigits = false

        package init() {}

        package init(channel: Channel, attachments: Int? = nil, isByDigits: Bool = false) {
            self.channel = channel
            self.attachments = attachments
            self.isByDigits = isByDigits
        }

        package mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
            try fields.field("attachments", &attachments)
            try fields.flag("by_digits", &isByDigits)
            try fields.field("channel", &channel)
        }
    }
}

extension PetitionEvent {
    /// The petitioner took the petition back.
    package struct Withdrawn: EventData, Transition {
        package static let name = "withdrawn"
        package static let meaning = Wording(
            thai: "ถอนคำร้อง", english: "The petition was withdrawn.")
        package static let sections: [SectionKind] = [.reason, .attributes]

        /// The officer who entered it for the petitioner.
        package var filedBy: String?
        /// How the petitioner asked that officer for it.
        package var channel: Channel?
        /// The inner state that follows, by the definition.
        package var state = ""
        /// What the citizen reads from now on.
        package var status = PublicStatus.submitted
        /// Whether the case waits for the citizen.
        package var isReturned = false
        /// The action of the definition that was taken.
        package var action: String?

        package init() {}

        package init(
            state: String, status: PublicStatus, filedBy: String? = nil,
            channel: Channel? = nil, isReturned: Bool = false, action: String? = nil
        ) {
            self.state = state
            self.status = status
            self.filedBy = filedBy
            self.channel = channel
            self.isReturned = isReturned
            self.action = action
        }

        package mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
            try fields.field("action", &action)
            try fields.field("channel", &channel)
            try fields.field("filed_by", &filedBy)
            try fields.flag("returned", &isReturned)
            try fields.field("state", &state)
            try fields.field("status", &status)
        }
    }
}

extension PetitionEvent {
    /// The citizen rated the service.
    package struct Rated: EventData {
        package static let name = "rated"
        package static let meaning = Wording(
            thai: "ประเมินความพึงพอใจ", english: "The citizen rated the service.")
        package static let sections: [SectionKind] = [.comment, .attributes]

        /// 1 to 5.
        package var score = 0
        package var answers: [Score] = []
        package var channel: Channel?

        package init() {}

        package init(score: Int, answers: [Score] = [], channel: Channel? = nil) {
            self.score = score
            self.answers = answers
            self.channel = channel
        }

        package mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
            try fields.list("answers", &answers)
            try fields.field("channel", &channel)
            try fields.field("score", &score)
        }
    }
}

extension PetitionEvent {
    /// A guest was given a new way to open the case.
    package struct TrackingReset: EventData {
        package static let name = "tracking-reset"
        package static let meaning = Wording(
            thai: "ออกรหัสติดตามใหม่", english: "A guest’s tracking was set anew.")
        package static let sections: [SectionKind] = [.contact]

        package var tracking = TrackingKind.phone
        package var via = ResetManner.code

        package init() {}

        package init(tracking: TrackingKind, via: ResetManner) {
            self.tracking = tracking
            self.via = via
        }

        /// A one-time code was asked for that opens the whole case once.
        package static let reading = TrackingReset(tracking: .phone, via: .code)

        /// Whether nothing changes but that a one-time code goes out: the case is followed by
        /// telephone as before.
        package var isReading: Bool { self == .reading }

        package mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
            try fields.field("tracking", &tracking)
            try fields.field("via", &via)
        }
    }
}

extension PetitionEvent {
    /// A guest’s case was taken into an account.
    package struct OwnerLinked: EventData {
        package static let name = "owner-linked"
        package static let meaning = Wording(
            thai: "ผูกคำร้องกับบัญชี", english: "A guest’s case was taken into an account.")
        package static let sections: [SectionKind] = [.owner]

        package var identityLevel = IdentityLevel.unproven

        package init() {}

        package init(identityLevel: IdentityLevel) {
            self.identityLevel = identityLevel
        }

        package mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
            try fields.field("identity_level", &identityLevel)
        }
    }
}
