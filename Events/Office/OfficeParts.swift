package import Entries

/// A length of time in a unit of the calendar.
package struct TimeSpan: Fields {
    package var amount = 0
    package var unit = TimeUnit.immediately

    package init() {}

    package init(amount: Int, unit: TimeUnit) {
        self.amount = amount
        self.unit = unit
    }

    package mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
        try fields.field("amount", &amount)
        try fields.field("unit", &unit)
    }
}

/// When a day of the week is open; a day may have several.
package struct DayHours: Fields {
    /// Monday is 1.
    package var weekday = 0
    /// Minutes after midnight.
    package var openMinute = 0
    /// The first minute that is closed again.
    package var closeMinute = 0

    package init() {}

    package init(weekday: Int, openMinute: Int, closeMinute: Int) {
        self.weekday = weekday
        self.openMinute = openMinute
        self.closeMinute = closeMinute
    }

    package mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
        try fields.field("close_minute", &closeMinute)
        try fields.field("open_minute", &openMinute)
        try fields.field("weekday", &weekday)
    }
}

/// One photo that is asked for.
package struct EvidencePhoto: Fields {
    package var code = ""
    package var label = LocalText()
    package var isRequired = false

    package init() {}

    package init(code: String, label: LocalText, isRequired: Bool = false) {
        self.code = code
        self.label = label
        self.isRequired = isRequired
    }

    package mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
        try fields.field("code", &code)
        try fields.field("label", &label)
        try fields.flag("required", &isRequired)
    }
}

/// An entry of a menu.
package struct MenuItem: Fields {
    package var code = ""
    package var label = LocalText()
    /// A page or a service.
    package var target: String?
    package var items: [MenuItem] = []

    package init() {}

    package init(code: String, label: LocalText, target: String? = nil, items: [MenuItem] = []) {
        self.code = code
        self.label = label
        self.target = target
        self.items = items
    }

    package mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
        try fields.field("code", &code)
        try fields.list("items", &items)
        try fields.field("label", &label)
        try fields.field("target", &target)
    }
}
