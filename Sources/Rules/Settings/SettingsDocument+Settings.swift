package import Entries
package import Events

extension SettingsDocument {
    /// The settings as they are on a day; what is past of the calendar cannot be changed any more
    /// and is left out.
    package init(_ settings: OfficeSettings, on today: CivilDate) {
        parts = Set(SettingsPart.allCases)
        fillUnits(settings)
        fillCalendar(settings, on: today)
        fillPolicies(settings)
        fillPages(settings)
    }

    private mutating func fillUnits(_ settings: OfficeSettings) {
        office = OfficeEvent.OfficeChanged(settings)
        agencies = settings.agencies.inOrder
        categories = settings.categories.inOrder.map(CategoryEntry.init)
        departments = settings.departments.inOrder.map(DepartmentEntry.init)
        services = settings.services.inOrder.compactMap { service in
            service.newest.map { ServiceEntry(service, $0) }
        }
    }

    private mutating func fillCalendar(_ settings: OfficeSettings, on today: CivilDate) {
        let declared = settings.declared
        calendarYears = declared.years.values.sorted { $0.year < $1.year }
        holidays = declared.holidays.filter { $0.key.date >= today }
            .sorted { $0.key.order < $1.key.order }.map(\.value)
        openDays = declared.openDays.filter { $0.date >= today }
            .sorted { $0.order < $1.order }
            .map { OfficeEvent.HolidayWithdrawn(date: $0.date, calendar: $0.calendar) }
        hours = Self.holding(declared.hours, on: today)
    }

    /// The hours that hold on a day and later ones, calendar by calendar.
    static func holding(
        _ hours: [OfficeEvent.HoursSet], on today: CivilDate
    ) -> [OfficeEvent.HoursSet] {
        let calendars = Set(hours.map { $0.calendar ?? "" }).sorted()
        return calendars.flatMap { calendar -> [OfficeEvent.HoursSet] in
            let own = course(of: hours.filter { ($0.calendar ?? "") == calendar })
            var now = own.filter { $0.from.map { $0 <= today } ?? true }.suffix(1)
            for index in now.indices { now[index].from = nil }
            return now + own.filter { $0.from.map { $0 > today } ?? false }
        }
    }

    /// What of one calendar's declarations counts, in the order of time: hours from a day on take
    /// the place of all that was to come from that day on.
    private static func course(of declared: [OfficeEvent.HoursSet]) -> [OfficeEvent.HoursSet] {
        var course: [OfficeEvent.HoursSet] = []
        for set in declared {
            course.removeAll { earlier in
                guard let from = set.from else { return true }
                return earlier.from.map { $0 >= from } ?? false
            }
            course.append(set)
        }
        return course
    }

    private mutating func fillPolicies(_ settings: OfficeSettings) {
        numbering = settings.numbering
        // Where the running number went on once is no setting of another day.
        numbering?.next = nil
        passwords = settings.passwordPolicy.setting
        photos = settings.photos
        signIn = settings.officerPolicy
        registration = settings.registration
        messaging = settings.messaging
        uploads = settings.uploads
        loginProviders = settings.loginProviders.sorted { $0.key.rawValue < $1.key.rawValue }
            .map(\.value)
        retention = settings.retention.inOrder
        disclosure = settings.disclosure
        subscribers = settings.subscribers.inOrder
    }

    private mutating func fillPages(_ settings: OfficeSettings) {
        texts = settings.texts.sorted { $0.key < $1.key }
            .map { NamedText(key: $0.key, text: $0.value) }
        templates = settings.templates.values.sorted { $0.place < $1.place }
        menu = settings.menu
        news = settings.news.inOrder
        channels = settings.channels
        terms = settings.terms.last
        notice = settings.notices.last
        consents = settings.consents.inOrder.map {
            ConsentEntry(purpose: $0.purpose, text: $0.text)
        }
    }
}

extension Dictionary where Key == String {
    /// The values in the order of their codes.
    fileprivate var inOrder: [Value] { sorted { $0.key < $1.key }.map(\.value) }
}

extension CalendarDeclarations.Day {
    fileprivate var order: String { "\(date) \(calendar ?? "")" }
}

extension OfficeEvent.TemplateSet {
    package var place: String { "\(template) \(channel.rawValue)" }
}

extension OfficeEvent.OfficeChanged {
    /// What the office says of itself now; nil before it was opened.
    package init?(_ settings: OfficeSettings) {
        guard let office = settings.office else { return nil }
        self.init(
            name: office.name, kind: office.kind, area: office.area, address: office.address,
            phone: office.phone, email: settings.email)
    }
}
