package import Entries

extension PetitionEvent {
    /// The case went to another unit of the office.
    package struct Forwarded: EventData, Transition {
        package static let name = "forwarded"
        package static let meaning = Wording(
            thai: "ส่งต่อหน่วยงานภายใน", english: "The case was forwarded to another unit.")
        package static let sections: [SectionKind] = [.reason, .attributes]

        /// The department.
        package var to = ""
        package var from: String?
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
            to: String, state: String, status: PublicStatus, from: String? = nil,
            isReturned: Bool = false, action: String? = nil
        ) {
            self.to = to
            self.state = state
            self.status = status
            self.from = from
            self.isReturned = isReturned
            self.action = action
        }

        package mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
            try fields.field("action", &action)
            try fields.field("from", &from)
            try fields.flag("returned", &isReturned)
            try fields.field("state", &state)
            try fields.field("status", &status)
            try fields.field("to", &to)
        }
    }
}

extension PetitionEvent {
    /// The matter is another agency’s, which is named.
    package struct Referred: EventData, Transition {
        package static let name = "referred"
        package static let meaning = Wording(
            thai: "ส่งต่อหน่วยงานอื่น", english: "The matter was referred to another agency.")
        package static let sections: [SectionKind] = [.reason, .message, .attributes]

        /// The agency’s name.
        package var agency = ""
        package var agencyCode: String?
        package var manner = ReferralManner.forwarded
        /// The number of the official letter.
        package var letter: String?
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
            agency: String, manner: ReferralManner, state: String, status: PublicStatus,
            agencyCode: String? = nil, letter: String? = nil, isReturned: Bool = false,
            action: String? = nil
        ) {
            self.agency = agency
            self.manner = manner
            self.state = state
            self.status = status
            self.agencyCode = agencyCode
            self.letter = letter
            self.isReturned = isReturned
            self.action = action
        }

        package mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
            try fields.field("action", &action)
            try fields.field("agency", &agency)
            try fields.field("agency_code", &agencyCode)
            try fields.field("letter", &letter)
            try fields.field("manner", &manner)
            try fields.flag("returned", &isReturned)
            try fields.field("state", &state)
            try fields.field("status", &status)
        }
    }
}

extension PetitionEvent {
    /// The case waits for another agency, visibly.
    package struct WaitingStarted: EventData, Transition {
        package static let name = "waiting-started"
        package static let meaning = Wording(
            thai: "รอหน่วยงานอื่น", english: "The case began to wait for another agency.")
        package static let sections: [SectionKind] = [.reason, .attributes]

        /// The agency’s name.
        package var agency = ""
        package var agencyCode: String?
        package var letter: String?
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
            agency: String, state: String, status: PublicStatus, agencyCode: String? = nil,
            letter: String? = nil, isReturned: Bool = false, action: String? = nil
        ) {
            self.agency = agency
            self.state = state
            self.status = status
            self.agencyCode = agencyCode
            self.letter = letter
            self.isReturned = isReturned
            self.action = action
        }

        package mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
            try fields.field("action", &action)
            try fields.field("agency", &agency)
            try fields.field("agency_code", &agencyCode)
            try fields.field("letter", &letter)
            try fields.flag("returned", &isReturned)
            try fields.field("state", &state)
            try fields.field("status", &status)
        }
    }
}

extension PetitionEvent {
    /// The other agency has answered.
    package struct WaitingEnded: EventData, Transition {
        package static let name = "waiting-ended"
        package static let meaning = Wording(
            thai: "หน่วยงานอื่นตอบแล้ว", english: "The wait for another agency ended.")
        package static let sections: [SectionKind] = [.note, .attachment, .attributes]

        package var agency = ""
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
            agency: String, state: String, status: PublicStatus, isReturned: Bool = false,
            action: String? = nil
        ) {
            self.agency = agency
            self.state = state
            self.status = status
            self.isReturned = isReturned
            self.action = action
        }

        package mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
            try fields.field("action", &action)
            try fields.field("agency", &agency)
            try fields.flag("returned", &isReturned)
            try fields.field("state", &state)
            try fields.field("status", &status)
        }
    }
}

extension PetitionEvent {
    /// The case goes on under another number.
    package struct Merged: EventData, Transition {
        package static let name = "merged"
        package static let meaning = Wording(
            thai: "รวมกับคำร้องอื่น", english: "The case was merged into another.")
        package static let sections: [SectionKind] = [.reason, .attributes]

        /// The other number.
        package var into = ""
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
            into: String, state: String, status: PublicStatus, isReturned: Bool = false,
            action: String? = nil
        ) {
            self.into = into
            self.state = state
            self.status = status
            self.isReturned = isReturned
            self.action = action
        }

        package mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
            try fields.field("action", &action)
            try fields.field("into", &into)
            try fields.flag("returned", &isReturned)
            try fields.field("state", &state)
            try fields.field("status", &status)
        }
    }
}

extension PetitionEvent {
    /// The case goes on under its own number again.
    package struct Unmerged: EventData, Transition {
        package static let name = "unmerged"
        package static let meaning = Wording(
            thai: "ยกเลิกการรวมเรื่อง", english: "The merge was undone.")
        package static let sections: [SectionKind] = [.reason]

        /// The other number.
        package var from = ""
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
            from: String, state: String, status: PublicStatus, isReturned: Bool = false,
            action: String? = nil
        ) {
            self.from = from
            self.state = state
            self.status = status
            self.isReturned = isReturned
            self.action = action
        }

        package mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
            try fields.field("action", &action)
            try fields.field("from", &from)
            try fields.flag("returned", &isReturned)
            try fields.field("state", &state)
            try fields.field("status", &status)
        }
    }
}

extension PetitionEvent {
    /// Two cases that look alike are not the same.
    package struct DuplicateDismissed: EventData {
        package static let name = "duplicate-dismissed"
        package static let meaning = Wording(
            thai: "ไม่ใช่เรื่องซ้ำ", english: "A suspected duplicate was dismissed.")
        package static let sections: [SectionKind] = [.reason]

        /// The other number.
        package var other = ""

        package init() {}

        package init(other: String) {
            self.other = other
        }

        package mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
            try fields.field("other", &other)
        }
    }
}
