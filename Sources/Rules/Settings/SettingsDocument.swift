package import Entries
package import Events

/// All that an office settles about itself, as one file: `Docs/Format/settings.md`.
///
/// A part that a file does not speak of stays as it is; what it speaks of is meant as the whole.
package struct SettingsDocument: Fields {
    package static let format = "khamrong-settings/1"

    package var format = Self.format
    package var agencies: [OfficeEvent.AgencyDefined] = []
    package var calendarYears: [OfficeEvent.CalendarYearDeclared] = []
    package var categories: [CategoryEntry] = []
    package var channels: [OfficeEvent.ChannelAnnounced] = []
    package var consents: [ConsentEntry] = []
    package var departments: [DepartmentEntry] = []
    package var disclosure: OfficeEvent.DisclosureSet?
    package var holidays: [OfficeEvent.HolidayDeclared] = []
    package var hours: [OfficeEvent.HoursSet] = []
    package var loginProviders: [OfficeEvent.LoginProviderSet] = []
    package var menu: [MenuItem] = []
    package var messaging: OfficeEvent.MessagingPolicySet?
    package var news: [OfficeEvent.NewsPublished] = []
    package var notice: LocalText?
    package var numbering: OfficeEvent.NumberingSet?
    package var office: OfficeEvent.OfficeChanged?
    package var openDays: [OfficeEvent.HolidayWithdrawn] = []
    package var passwords: OfficeEvent.PasswordPolicySet?
    package var photos: [EvidencePhoto] = []
    package var registration: OfficeEvent.RegistrationPolicySet?
    package var retention: [OfficeEvent.RetentionSet] = []
    package var services: [ServiceEntry] = []
    package var signIn: OfficeEvent.OfficerPolicySet?
    package var subscribers: [OfficeEvent.SubscriberSet] = []
    package var templates: [OfficeEvent.TemplateSet] = []
    package var terms: LocalText?
    package var texts: [NamedText] = []
    package var uploads: UploadPolicy?

    /// What the file speaks of.
    package var parts: Set<SettingsPart> = []

    package init() {}

    package mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
        try fields.list("agencies", &agencies)
        try fields.list("calendar_years", &calendarYears)
        try fields.list("categories", &categories)
        try fields.list("channels", &channels)
        try fields.list("consents", &consents)
        try fields.list("departments", &departments)
        try fields.field("disclosure", &disclosure)
        try fields.field("format", &format)
        try fields.list("holidays", &holidays)
        try fields.list("hours", &hours)
        try fields.list("login_providers", &loginProviders)
        try fields.list("menu", &menu)
        try fields.field("messaging", &messaging)
        try fields.list("news", &news)
        try fields.field("notice", &notice)
        try fields.field("numbering", &numbering)
        try fields.field("office", &office)
        try fields.list("open_days", &openDays)
        try fields.field("passwords", &passwords)
        try fields.list("photos", &photos)
        try fields.field("registration", &registration)
        try fields.list("retention", &retention)
        try fields.list("services", &services)
        try fields.field("sign_in", &signIn)
        try fields.list("subscribers", &subscribers)
        try fields.list("templates", &templates)
        try fields.field("terms", &terms)
        try fields.list("texts", &texts)
        try fields.field("uploads", &uploads)
    }
}
