package import Entries

extension OfficeEvent {
    /// The calendar is known to the end of a year.
    package struct CalendarYearDeclared: EventData {
        package static let name = "calendar-year-declared"
        package static let meaning = Wording(
            thai: "ประกาศปฏิทินประจำปี", english: "The calendar of a year was declared.")

        /// ค.ศ.
        package var year = 0
        /// The announcement.
        package var reference: String?

        package init() {}

        package init(year: Int, reference: String? = nil) {
            self.year = year
            self.reference = reference
        }

        package mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
            try fields.field("reference", &reference)
            try fields.field("year", &year)
        }
    }
}

extension OfficeEvent {
    /// A day is a holiday.
    package struct HolidayDeclared: EventData {
        package static let name = "holiday-declared"
        package static let meaning = Wording(
            thai: "ประกาศวันหยุด", english: "A holiday was declared.")

        package var date = CivilDate(dayNumber: 0)
        package var name = LocalText()
        package var kind = HolidayKind.national
        /// Whose; everybody’s if none.
        package var calendar: String?
        /// The announcement.
        package var reference: String?

        package init() {}

        package init(
            date: CivilDate, name: LocalText, kind: HolidayKind, calendar: String? = nil,
            reference: String? = nil
        ) {
            self.date = date
            self.name = name
            self.kind = kind
            self.calendar = calendar
            self.reference = reference
        }

        package mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
            try fields.field("calendar", &calendar)
            try fields.field("date", &date)
            try fields.field("kind", &kind)
            try fields.field("name", &name)
            try fields.field("reference", &reference)
        }
    }
}

extension OfficeEvent {
    /// A day is no holiday after all.
    package struct HolidayWithdrawn: EventData {
        package static let name = "holiday-withdrawn"
        package static let meaning = Wording(
            thai: "ยกเลิกวันหยุด", english: "A holiday was withdrawn.")

        package var date = CivilDate(dayNumber: 0)
        package var calendar: String?

        package init() {}

        package init(date: CivilDate, calendar: String? = nil) {
            self.date = date
            self.calendar = calendar
        }

        package mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
            try fields.field("calendar", &calendar)
            try fields.field("date", &date)
        }
    }
}

extension OfficeEvent {
    /// The office or a unit is open at these hours.
    package struct HoursSet: EventData {
        package static let name = "hours-set"
        package static let meaning = Wording(
            thai: "กำหนดเวลาทำการ", english: "Office hours were set.")

        /// None means never closed.
        package var hours: [DayHours] = []
        /// Whose; the office’s own if none.
        package var calendar: String?
        package var from: CivilDate?

        package init() {}

        package init(hours: [DayHours] = [], calendar: String? = nil, from: CivilDate? = nil) {
            self.hours = hours
            self.calendar = calendar
            self.from = from
        }

        package mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
            try fields.field("calendar", &calendar)
            try fields.field("from", &from)
            try fields.list("hours", &hours)
        }
    }
}
