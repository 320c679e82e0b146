package import Entries

extension OfficeEvent {
    /// There is a department, or it changed.
    package struct DepartmentDefined: EventData {
        package static let name = "department-defined"
        package static let meaning = Wording(
            thai: "กำหนดหน่วยงานภายใน", english: "A department was defined.")

        package var code = ""
        package var name = LocalText()
        package var parent: String?
        package var phone: String?
        /// Its own hours, if any.
        package var calendar: String?

        package init() {}

        package init(
            code: String, name: LocalText, parent: String? = nil, phone: String? = nil,
            calendar: String? = nil
        ) {
            self.code = code
            self.name = name
            self.parent = parent
            self.phone = phone
            self.calendar = calendar
        }

        package mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
            try fields.field("calendar", &calendar)
            try fields.field("code", &code)
            try fields.field("name", &name)
            try fields.field("parent", &parent)
            try fields.field("phone", &phone)
        }
    }
}

extension OfficeEvent {
    /// A department is no more.
    package struct DepartmentWithdrawn: EventData {
        package static let name = "department-withdrawn"
        package static let meaning = Wording(
            thai: "ยุบหน่วยงานภายใน", english: "A department was withdrawn.")

        package var code = ""
        package var successor: String?

        package init() {}

        package init(code: String, successor: String? = nil) {
            self.code = code
            self.successor = successor
        }

        package mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
            try fields.field("code", &code)
            try fields.field("successor", &successor)
        }
    }
}

extension OfficeEvent {
    /// Somebody works for the office from now on.
    package struct OfficerAppointed: EventData {
        package static let name = "officer-appointed"
        package static let meaning = Wording(
            thai: "แต่งตั้งเจ้าหน้าที่", english: "An officer was appointed.")
        package static let sections: [SectionKind] = [.identity, .login]

        /// The officer’s id, for ever.
        package var officer = ""
        package var roles: [Role] = []
        package var department: String?
        /// The key that the officer’s particulars are sealed under.
        package var key: KeyReference?

        package init() {}

        package init(
            officer: String, roles: [Role] = [], department: String? = nil, key: KeyReference? = nil
        ) {
            self.officer = officer
            self.roles = roles
            self.department = department
            self.key = key
        }

        package mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
            try fields.field("department", &department)
            try fields.field("key", &key)
            try fields.field("officer", &officer)
            try fields.list("roles", &roles)
        }
    }
}

extension OfficeEvent {
    /// An officer has other roles, another department or other particulars.
    package struct OfficerChanged: EventData {
        package static let name = "officer-changed"
        package static let meaning = Wording(
            thai: "เปลี่ยนแปลงเจ้าหน้าที่", english: "An officer’s post changed.")
        package static let sections: [SectionKind] = [.identity, .login, .reason]

        package var officer = ""
        package var roles: [Role] = []
        package var department: String?

        package init() {}

        package init(officer: String, roles: [Role] = [], department: String? = nil) {
            self.officer = officer
            self.roles = roles
            self.department = department
        }

        package mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
            try fields.field("department", &department)
            try fields.field("officer", &officer)
            try fields.list("roles", &roles)
        }
    }
}

extension OfficeEvent {
    /// Somebody no longer works for the office.
    package struct OfficerDismissed: EventData {
        package static let name = "officer-dismissed"
        package static let meaning = Wording(
            thai: "พ้นหน้าที่", english: "An officer was dismissed.")
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
    /// An officer has a password, which only the vault knows.
    package struct OfficerPasswordSet: EventData {
        package static let name = "officer-password-set"
        package static let meaning = Wording(
            thai: "ตั้งรหัสผ่านเจ้าหน้าที่", english: "An officer’s password was set.")

        package var officer = ""
        package var via: ResetManner?

        package init() {}

        package init(officer: String, via: ResetManner? = nil) {
            self.officer = officer
            self.via = via
        }

        package mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
            try fields.field("officer", &officer)
            try fields.field("via", &via)
        }
    }
}

extension OfficeEvent {
    /// Somebody stands in for an officer for a while, or no longer.
    package struct SubstituteSet: EventData {
        package static let name = "substitute-set"
        package static let meaning = Wording(
            thai: "กำหนดผู้ปฏิบัติแทน", english: "A substitute was set.")

        package var officer = ""
        /// None ends it.
        package var substitute: String?
        package var from: CivilDate?
        package var until: CivilDate?

        package init() {}

        package init(
            officer: String, substitute: String? = nil, from: CivilDate? = nil,
            until: CivilDate? = nil
        ) {
            self.officer = officer
            self.substitute = substitute
            self.from = from
            self.until = until
        }

        package mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
            try fields.field("from", &from)
            try fields.field("officer", &officer)
            try fields.field("substitute", &substitute)
            try fields.field("until", &until)
        }
    }
}

extension OfficeEvent {
    /// An officer signed in.
    package struct SignedIn: EventData {
        package static let name = "signed-in"
        package static let meaning = Wording(
            thai: "เจ้าหน้าที่เข้าสู่ระบบ", english: "An officer signed in.")

        package var officer = ""
        package var method = IdentityMethod.photo

        package init() {}

        package init(officer: String, method: IdentityMethod) {
            self.officer = officer
            self.method = method
        }

        package mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
            try fields.field("method", &method)
            try fields.field("officer", &officer)
        }
    }
}

extension OfficeEvent {
    /// An officer, or somebody who said so, was not let in.
    package struct SignInRefused: EventData {
        package static let name = "sign-in-refused"
        package static let meaning = Wording(
            thai: "ปฏิเสธการเข้าสู่ระบบ", english: "A sign-in as officer was refused.")

        /// Only an id that exists.
        package var officer: String?
        package var ground = SignInRefusal.wrongPassword

        package init() {}

        package init(ground: SignInRefusal, officer: String? = nil) {
            self.ground = ground
            self.officer = officer
        }

        package mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
            try fields.field("ground", &ground)
            try fields.field("officer", &officer)
        }
    }
}

extension OfficeEvent {
    /// An officer saved a view of the queue.
    package struct ViewSaved: EventData {
        package static let name = "view-saved"
        package static let meaning = Wording(
            thai: "บันทึกมุมมอง", english: "A view of the queue was saved.")
        package static let sections: [SectionKind] = [.view]

        package var view = ""
        package var officer = ""
        package var isShared = false

        package init() {}

        package init(view: String, officer: String, isShared: Bool = false) {
            self.view = view
            self.officer = officer
            self.isShared = isShared
        }

        package mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
            try fields.field("officer", &officer)
            try fields.flag("shared", &isShared)
            try fields.field("view", &view)
        }
    }
}

extension OfficeEvent {
    /// A saved view is gone.
    package struct ViewRemoved: EventData {
        package static let name = "view-removed"
        package static let meaning = Wording(thai: "ลบมุมมอง", english: "A saved view was removed.")

        package var view = ""

        package init() {}

        package init(view: String) {
            self.view = view
        }

        package mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
            try fields.field("view", &view)
        }
    }
}
