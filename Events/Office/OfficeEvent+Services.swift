package import Entries

extension OfficeEvent {
    /// A service has a new version of its definition.
    package struct ServiceDefined: EventData {
        package static let name = "service-defined"
        package static let meaning = Wording(thai: "กำหนดบริการ", english: "A service was defined.")

        package var definition = ServiceDefinition()

        package init() {}

        package init(definition: ServiceDefinition) {
            self.definition = definition
        }

        package mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
            try fields.field("definition", &definition)
        }
    }
}

extension OfficeEvent {
    /// A service is offered, or soon will be.
    package struct ServiceAnnounced: EventData {
        package static let name = "service-announced"
        package static let meaning = Wording(
            thai: "เปิดให้บริการ", english: "A service was announced.")

        package var service = ""
        package var opens: CivilDate?
        /// Whether it only stands there as “เร็วๆ นี้”.
        package var isSoon = false

        package init() {}

        package init(service: String, opens: CivilDate? = nil, isSoon: Bool = false) {
            self.service = service
            self.opens = opens
            self.isSoon = isSoon
        }

        package mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
            try fields.field("opens", &opens)
            try fields.field("service", &service)
            try fields.flag("soon", &isSoon)
        }
    }
}

extension OfficeEvent {
    /// A service is no longer offered; running cases go on.
    package struct ServiceWithdrawn: EventData {
        package static let name = "service-withdrawn"
        package static let meaning = Wording(
            thai: "ยกเลิกการให้บริการ", english: "A service was withdrawn.")

        package var service = ""

        package init() {}

        package init(service: String) {
            self.service = service
        }

        package mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
            try fields.field("service", &service)
        }
    }
}

extension OfficeEvent {
    /// There is a category, or it changed.
    package struct CategoryDefined: EventData {
        package static let name = "category-defined"
        package static let meaning = Wording(
            thai: "กำหนดประเภทเรื่อง", english: "A category was defined.")

        package var code = ""
        package var name = LocalText()
        package var parent: String?
        package var kinds: [PetitionKind] = []
        /// Where its cases go.
        package var department: String?
        package var isConfidential = false

        package init() {}

        package init(
            code: String, name: LocalText, parent: String? = nil, kinds: [PetitionKind] = [],
            department: String? = nil, isConfidential: Bool = false
        ) {
            self.code = code
            self.name = name
            self.parent = parent
            self.kinds = kinds
            self.department = department
            self.isConfidential = isConfidential
        }

        package mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
            try fields.field("code", &code)
            try fields.flag("confidential", &isConfidential)
            try fields.field("department", &department)
            try fields.list("kinds", &kinds)
            try fields.field("name", &name)
            try fields.field("parent", &parent)
        }
    }
}

extension OfficeEvent {
    /// A category is offered no longer.
    package struct CategoryWithdrawn: EventData {
        package static let name = "category-withdrawn"
        package static let meaning = Wording(
            thai: "ยกเลิกประเภทเรื่อง", english: "A category was withdrawn.")

        package var code = ""

        package init() {}

        package init(code: String) {
            self.code = code
        }

        package mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
            try fields.field("code", &code)
        }
    }
}

extension OfficeEvent {
    /// There is another agency to refer to.
    package struct AgencyDefined: EventData {
        package static let name = "agency-defined"
        package static let meaning = Wording(
            thai: "กำหนดหน่วยงานภายนอก", english: "Another agency was defined.")

        package var code = ""
        package var name = LocalText()
        package var phone: String?
        package var website: String?

        package init() {}

        package init(code: String, name: LocalText, phone: String? = nil, website: String? = nil) {
            self.code = code
            self.name = name
            self.phone = phone
            self.website = website
        }

        package mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
            try fields.field("code", &code)
            try fields.field("name", &name)
            try fields.field("phone", &phone)
            try fields.field("website", &website)
        }
    }
}

extension OfficeEvent {
    /// The office’s rule for uploads changed.
    package struct UploadPolicySet: EventData {
        package static let name = "upload-policy-set"
        package static let meaning = Wording(
            thai: "กำหนดเกณฑ์การแนบไฟล์", english: "The upload policy was set.")

        package var policy = UploadPolicy()

        package init() {}

        package init(policy: UploadPolicy) {
            self.policy = policy
        }

        package mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
            try fields.field("policy", &policy)
        }
    }
}
