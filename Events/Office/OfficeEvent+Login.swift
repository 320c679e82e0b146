package import Entries

extension OfficeEvent {
    /// An officer shows a second factor at each sign-in from now on, or a new one.
    package struct SecondFactorSet: EventData {
        package static let name = "second-factor-set"
        package static let meaning = Wording(
            thai: "ตั้งรหัสยืนยันขั้นที่สอง", english: "An officer’s second factor was set.")

        package var officer = ""

        package init() {}

        package init(officer: String) {
            self.officer = officer
        }

        package mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
            try fields.field("officer", &officer)
        }
    }
}

extension OfficeEvent {
    /// A lost second factor no longer counts: another one is set at the next sign-in.
    package struct SecondFactorRemoved: EventData {
        package static let name = "second-factor-removed"
        package static let meaning = Wording(
            thai: "ยกเลิกรหัสยืนยันขั้นที่สอง", english: "An officer’s second factor was removed.")
        package static let sections: [SectionKind] = [.reason]

        package var officer = ""

        package init() {}

        package init(officer: String) {
            self.officer = officer
        }

        package mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
            try fields.field("officer", &officer)
        }
    }
}

extension OfficeEvent {
    /// An officer is signed out, everywhere or elsewhere.
    package struct OfficerSessionsEnded: EventData {
        package static let name = "officer-sessions-ended"
        package static let meaning = Wording(
            thai: "สิ้นสุดการเข้าสู่ระบบของเจ้าหน้าที่", english: "An officer’s sessions were ended.")

        package var officer = ""
        package var why = SessionEnd.signedOut
        package var sessions: Int?

        package init() {}

        package init(officer: String, why: SessionEnd, sessions: Int? = nil) {
            self.officer = officer
            self.why = why
            self.sessions = sessions
        }

        package mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
            try fields.field("officer", &officer)
            try fields.field("sessions", &sessions)
            try fields.field("why", &why)
        }
    }
}

extension OfficeEvent {
    /// How officers sign in.
    package struct OfficerPolicySet: EventData {
        package static let name = "officer-policy-set"
        package static let meaning = Wording(
            thai: "กำหนดวิธีเข้าสู่ระบบของเจ้าหน้าที่", english: "How officers sign in was set.")

        /// Whoever has one of these roles needs a second factor.
        package var secondFactor: [Role] = []
        /// How long a sign-in holds.
        package var sessionHours = 0

        package init() {}

        package init(secondFactor: [Role] = [], sessionHours: Int) {
            self.secondFactor = secondFactor
            self.sessionHours = sessionHours
        }

        package mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
            try fields.list("second_factor", &secondFactor)
            try fields.field("session_hours", &sessionHours)
        }
    }
}

extension OfficeEvent {
    /// Somebody asked to set an officer’s forgotten password anew.
    package struct OfficerResetRequested: EventData {
        package static let name = "officer-reset-requested"
        package static let meaning = Wording(
            thai: "เจ้าหน้าที่ขอตั้งรหัสผ่านใหม่",
            english: "A reset of an officer’s password was requested.")

        package var officer = ""
        package var expiresAt = Instant(milliseconds: 0)

        package init() {}

        package init(officer: String, expiresAt: Instant) {
            self.officer = officer
            self.expiresAt = expiresAt
        }

        package mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
            try fields.field("expires_at", &expiresAt)
            try fields.field("officer", &officer)
        }
    }
}

extension OfficeEvent {
    /// What an officer wants to be told by e-mail.
    package struct OfficerNoticesSet: EventData {
        package static let name = "officer-notices-set"
        package static let meaning = Wording(
            thai: "กำหนดการแจ้งเตือนเจ้าหน้าที่", english: "An officer’s notices were set.")

        package var officer = ""
        package var notices: [OfficerNotice] = []
        /// What was offered and not wanted. Of a kind in neither list nobody has decided.
        package var declined: [OfficerNotice] = []

        package init() {}

        /// A decision on every kind that there is: what is not among `notices` is not wanted.
        package init(officer: String, notices: [OfficerNotice] = []) {
            self.officer = officer
            self.notices = notices
            declined = OfficerNotice.allCases.filter { !notices.contains($0) }
        }

        package mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
            try fields.list("declined", &declined)
            try fields.list("notices", &notices)
            try fields.field("officer", &officer)
        }
    }
}
