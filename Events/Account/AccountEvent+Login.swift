package import Entries

extension AccountEvent {
    /// The person has a password, which only the vault knows.
    package struct PasswordSet: EventData {
        package static let name = "password-set"
        package static let meaning = Wording(thai: "ตั้งรหัสผ่าน", english: "A password was set.")

        package init() {}

        package mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {}
    }
}

extension AccountEvent {
    /// Somebody asked to set a forgotten password anew.
    package struct PasswordResetRequested: EventData {
        package static let name = "password-reset-requested"
        package static let meaning = Wording(
            thai: "ขอตั้งรหัสผ่านใหม่", english: "A password reset was requested.")

        package var via = ResetManner.code
        package var expiresAt = Instant(milliseconds: 0)

        package init() {}

        package init(via: ResetManner, expiresAt: Instant) {
            self.via = via
            self.expiresAt = expiresAt
        }

        package mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
            try fields.field("expires_at", &expiresAt)
            try fields.field("via", &via)
        }
    }
}

extension AccountEvent {
    /// A forgotten password was set anew.
    package struct PasswordReset: EventData {
        package static let name = "password-reset"
        package static let meaning = Wording(
            thai: "ตั้งรหัสผ่านใหม่แล้ว", english: "The password was reset.")

        package var via = ResetManner.code

        package init() {}

        package init(via: ResetManner) {
            self.via = via
        }

        package mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
            try fields.field("via", &via)
        }
    }
}

extension AccountEvent {
    /// The person may sign in by another provider.
    package struct LoginLinked: EventData {
        package static let name = "login-linked"
        package static let meaning = Wording(
            thai: "ผูกบัญชีเข้าสู่ระบบ", english: "A login was linked.")
        package static let sections: [SectionKind] = [.login]

        package var provider = LoginProvider.thaid
        package var level: IdentityLevel?

        package init() {}

        package init(provider: LoginProvider, level: IdentityLevel? = nil) {
            self.provider = provider
            self.level = level
        }

        package mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
            try fields.field("level", &level)
            try fields.field("provider", &provider)
        }
    }
}

extension AccountEvent {
    /// That way of signing in is closed.
    package struct LoginUnlinked: EventData {
        package static let name = "login-unlinked"
        package static let meaning = Wording(
            thai: "ยกเลิกการผูกบัญชี", english: "A login was unlinked.")

        package var provider = LoginProvider.thaid

        package init() {}

        package init(provider: LoginProvider) {
            self.provider = provider
        }

        package mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
            try fields.field("provider", &provider)
        }
    }
}

extension AccountEvent {
    /// The person is signed out everywhere.
    package struct SessionsEnded: EventData {
        package static let name = "sessions-ended"
        package static let meaning = Wording(
            thai: "สิ้นสุดการเข้าสู่ระบบ", english: "Sessions were ended.")

        package var why = SessionEnd.signedOut
        package var sessions: Int?

        package init() {}

        package init(why: SessionEnd, sessions: Int? = nil) {
            self.why = why
            self.sessions = sessions
        }

        package mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
            try fields.field("sessions", &sessions)
            try fields.field("why", &why)
        }
    }
}
