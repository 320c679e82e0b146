package import Entries
package import Events

/// A service as a settings file holds it: its definition, and whether it is offered.
package struct ServiceEntry: Fields {
    package var definition = ServiceDefinition()
    /// Left as it is where nothing is said.
    package var offered: ServiceOffer?
    package var opens: CivilDate?

    package init() {}

    package init(_ service: OfficeSettings.Service, _ definition: ServiceDefinition) {
        self.definition = definition
        offered = service.offer
        opens = service.isWithdrawn ? nil : service.announced?.opens
    }

    /// As the office has it now; nil for a service that it does not have.
    package init?(of code: String, in settings: OfficeSettings) {
        guard let definition = settings.definition(of: code) else { return nil }
        self.init(settings.services[code] ?? OfficeSettings.Service(), definition)
    }

    package mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
        try fields.field("definition", &definition)
        try fields.field("offered", &offered)
        try fields.field("opens", &opens)
    }
}

/// Whether a service may be filed.
package enum ServiceOffer: String, LabelledWord {
    case open
    case soon
    case withdrawn

    package var label: Wording {
        switch self {
        case .open: Wording(thai: "เปิดให้บริการ", english: "offered")
        case .soon: Wording(thai: "เร็วๆ นี้", english: "coming soon")
        case .withdrawn: Wording(thai: "ยกเลิกแล้ว", english: "withdrawn")
        }
    }
}

extension OfficeSettings.Service {
    /// Nil before it was announced.
    package var offer: ServiceOffer? {
        if isWithdrawn { return .withdrawn }
        return announced.map { $0.isSoon ? .soon : .open }
    }
}

/// A department in a settings file; one that is no more names its successor.
package struct DepartmentEntry: Fields {
    package var data = OfficeEvent.DepartmentDefined()
    package var isWithdrawn = false
    package var successor: String?

    package init() {}

    package init(_ listed: OfficeSettings.Listed<OfficeEvent.DepartmentDefined>) {
        (data, isWithdrawn, successor) = (listed.value, listed.isWithdrawn, listed.successor)
    }

    package mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
        try fields.field("calendar", &data.calendar)
        try fields.field("code", &data.code)
        try fields.field("name", &data.name)
        try fields.field("parent", &data.parent)
        try fields.field("phone", &data.phone)
        try fields.field("successor", &successor)
        try fields.flag("withdrawn", &isWithdrawn)
    }
}

/// A category in a settings file.
package struct CategoryEntry: Fields {
    package var data = OfficeEvent.CategoryDefined()
    package var isWithdrawn = false

    package init() {}

    package init(_ listed: OfficeSettings.Listed<OfficeEvent.CategoryDefined>) {
        (data, isWithdrawn) = (listed.value, listed.isWithdrawn)
    }

    package mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
        try fields.field("code", &data.code)
        try fields.flag("confidential", &data.isConfidential)
        try fields.field("department", &data.department)
        try fields.list("kinds", &data.kinds)
        try fields.field("name", &data.name)
        try fields.field("parent", &data.parent)
        try fields.flag("withdrawn", &isWithdrawn)
    }
}

/// What one may consent to; its version is counted by the office.
package struct ConsentEntry: Fields {
    package var purpose = ""
    package var text = LocalText()

    package init() {}

    package init(purpose: String, text: LocalText) {
        self.purpose = purpose
        self.text = text
    }

    package mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
        try fields.field("purpose", &purpose)
        try fields.field("text", &text)
    }
}
