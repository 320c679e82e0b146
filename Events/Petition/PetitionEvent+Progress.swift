package import Entries

extension PetitionEvent {
    /// An officer took the case in.
    package struct Received: EventData, Transition {
        package static let name = "received"
        package static let meaning = Wording(
            thai: "เจ้าหน้าที่รับเรื่อง", english: "An officer received the case.")
        package static let sections: [SectionKind] = [.note, .attributes]

        package var officer: String?
        package var department: String?
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
            state: String, status: PublicStatus, officer: String? = nil, department: String? = nil,
            isReturned: Bool = false, action: String? = nil
        ) {
            self.state = state
            self.status = status
            self.officer = officer
            self.department = department
            self.isReturned = isReturned
            self.action = action
        }

        package mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
            try fields.field("action", &action)
            try fields.field("department", &department)
            try fields.field("officer", &officer)
            try fields.flag("returned", &isReturned)
            try fields.field("state", &state)
            try fields.field("status", &status)
        }
    }
}

extension PetitionEvent {
    /// Work on the case began or moved on.
    package struct InProgress: EventData, Transition {
        package static let name = "in-progress"
        package static let meaning = Wording(
            thai: "กำลังดำเนินการ", english: "Work on the case began or moved on.")
        package static let sections: [SectionKind] = [.note, .message, .attributes]

        package var officer: String?
        package var department: String?
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
            state: String, status: PublicStatus, officer: String? = nil, department: String? = nil,
            isReturned: Bool = false, action: String? = nil
        ) {
            self.state = state
            self.status = status
            self.officer = officer
            self.department = department
            self.isReturned = isReturned
            self.action = action
        }

        package mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
            try fields.field("action", &action)
            try fields.field("department", &department)
            try fields.field("officer", &officer)
            try fields.flag("returned", &isReturned)
            try fields.field("state", &state)
            try fields.field("status", &status)
        }
    }
}

extension PetitionEvent {
    /// The case is done.
    package struct Completed: EventData, Transition {
        package static let name = "completed"
        package static let meaning = Wording(
            thai: "ดำเนินการสำเร็จ", english: "The case was completed.")
        package static let sections: [SectionKind] = [.result, .attachment, .message, .attributes]

        /// Its code in the definition.
        package var outcome: String?
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
            state: String, status: PublicStatus, outcome: String? = nil, isReturned: Bool = false,
            action: String? = nil
        ) {
            self.state = state
            self.status = status
            self.outcome = outcome
            self.isReturned = isReturned
            self.action = action
        }

        package mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
            try fields.field("action", &action)
            try fields.field("outcome", &outcome)
            try fields.flag("returned", &isReturned)
            try fields.field("state", &state)
            try fields.field("status", &status)
        }
    }
}

extension PetitionEvent {
    /// The case went back to the petitioner with the one list of what is to be put right.
    package struct Returned: EventData, Transition {
        package static let name = "returned"
        package static let meaning = Wording(
            thai: "ส่งคืนให้แก้ไข", english: "The case was returned for correction.")
        package static let sections: [SectionKind] = [.defects, .message, .attributes]

        /// How many things.
        package var items = 0
        /// The first return is 1.
        package var round = 0
        /// The codes of documents that are missing or wrong.
        package var documents: [String] = []
        /// The codes of fields that are missing or wrong.
        package var fields: [String] = []
        /// The time that the petitioner has.
        package var allowed: TimeSpan?
        /// Whether a further return is lawful because the petitioner caused it.
        package var isCausedByPetitioner = false
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
            items: Int, round: Int, state: String, status: PublicStatus, documents: [String] = [],
            fields: [String] = [], allowed: TimeSpan? = nil, isCausedByPetitioner: Bool = false,
            isReturned: Bool = false, action: String? = nil
        ) {
            self.items = items
            self.round = round
            self.state = state
            self.status = status
            self.documents = documents
            self.fields = fields
            self.allowed = allowed
            self.isCausedByPetitioner = isCausedByPetitioner
            self.isReturned = isReturned
            self.action = action
        }

        package mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
            try fields.field("action", &action)
            try fields.field("allowed", &allowed)
            try fields.flag("caused_by_petitioner", &isCausedByPetitioner)
            try fields.list("documents", &documents)
            try fields.list("fields", &self.fields)
            try fields.field("items", &items)
            try fields.flag("returned", &isReturned)
            try fields.field("round", &round)
            try fields.field("state", &state)
            try fields.field("status", &status)
        }
    }
}

extension PetitionEvent {
    /// An officer found the correction complete.
    package struct CorrectionAccepted: EventData, Transition {
        package static let name = "correction-accepted"
        package static let meaning = Wording(
            thai: "รับการแก้ไข", english: "The correction was accepted.")
        package static let sections: [SectionKind] = [.note, .attributes]

        package var round: Int?
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
            state: String, status: PublicStatus, round: Int? = nil, isReturned: Bool = false,
            action: String? = nil
        ) {
            self.state = state
            self.status = status
            self.round = round
            self.isReturned = isReturned
            self.action = action
        }

        package mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
            try fields.field("action", &action)
            try fields.flag("returned", &isReturned)
            try fields.field("round", &round)
            try fields.field("state", &state)
            try fields.field("status", &status)
        }
    }
}

extension PetitionEvent {
    /// The office refused, with its reason and how to object.
    package struct Rejected: EventData, Transition {
        package static let name = "rejected"
        package static let meaning = Wording(
            thai: "ไม่อนุมัติ", english: "The petition was rejected.")
        package static let sections: [SectionKind] = [.reason, .attachment, .attributes]

        /// Its code in the definition.
        package var ground: String?
        /// The time within which one may object.
        package var appeal: TimeSpan?
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
            state: String, status: PublicStatus, ground: String? = nil, appeal: TimeSpan? = nil,
            isReturned: Bool = false, action: String? = nil
        ) {
            self.state = state
            self.status = status
            self.ground = ground
            self.appeal = appeal
            self.isReturned = isReturned
            self.action = action
        }

        package mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
            try fields.field("action", &action)
            try fields.field("appeal", &appeal)
            try fields.field("ground", &ground)
            try fields.flag("returned", &isReturned)
            try fields.field("state", &state)
            try fields.field("status", &status)
        }
    }
}

extension PetitionEvent {
    /// A finished case is open again.
    package struct Reopened: EventData, Transition {
        package static let name = "reopened"
        package static let meaning = Wording(
            thai: "เปิดเรื่องใหม่", english: "The case was reopened.")
        package static let sections: [SectionKind] = [.reason, .message, .attachment, .attributes]

        package var ground = ReopeningGround.petitioner
        /// How often by now.
        package var count = 0
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
            ground: ReopeningGround, count: Int, state: String, status: PublicStatus,
            isReturned: Bool = false, action: String? = nil
        ) {
            self.ground = ground
            self.count = count
            self.state = state
            self.status = status
            self.isReturned = isReturned
            self.action = action
        }

        package mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
            try fields.field("action", &action)
            try fields.field("count", &count)
            try fields.field("ground", &ground)
            try fields.flag("returned", &isReturned)
            try fields.field("state", &state)
            try fields.field("status", &status)
        }
    }
}

extension PetitionEvent {
    /// The office wrote to the petitioner.
    package struct Answered: EventData {
        package static let name = "answered"
        package static let meaning = Wording(
            thai: "ตอบผู้ยื่นคำร้อง", english: "The office answered the petitioner.")
        package static let sections: [SectionKind] = [.message, .attachment, .attributes]

        package var channel: NoticeChannel?
        /// The number of the official letter.
        package var letter: String?
        package var attachments: Int?

        package init() {}

        package init(
            channel: NoticeChannel? = nil, letter: String? = nil, attachments: Int? = nil
        ) {
            self.channel = channel
            self.letter = letter
            self.attachments = attachments
        }

        package mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
            try fields.field("attachments", &attachments)
            try fields.field("channel", &channel)
            try fields.field("letter", &letter)
        }
    }
}

extension PetitionEvent {
    /// An officer left an internal note.
    package struct Noted: EventData {
        package static let name = "noted"
        package static let meaning = Wording(
            thai: "บันทึกภายใน", english: "An officer left an internal note.")
        package static let sections: [SectionKind] = [.note, .attachment, .attributes]

        package var attachments: Int?

        package init() {}

        package init(attachments: Int? = nil) {
            self.attachments = attachments
        }

        package mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
            try fields.field("attachments", &attachments)
        }
    }
}

extension PetitionEvent {
    /// A step of an imported case that is no transition here; the frame says what it was.
    package struct StepRecorded: EventData {
        package static let name = "step-recorded"
        package static let meaning = Wording(
            thai: "บันทึกขั้นตอนจากระบบเดิม", english: "A step of an imported case was recorded.")
        package static let sections: [SectionKind] = [.attributes]

        package init() {}

        package mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {}
    }
}
