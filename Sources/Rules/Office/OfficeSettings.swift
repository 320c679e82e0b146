package import Entries
package import Events

/// All that an office has settled about itself: the fold of its own events.
///
/// What was withdrawn stays here, marked, because old cases still speak of it.
package struct OfficeSettings: Equatable, Sendable {
    /// Nil before the office was opened.
    package internal(set) var office: OfficeEvent.OfficeOpened?
    package internal(set) var email: String?
    /// How many events the office's stream has.
    package internal(set) var version = 0

    package internal(set) var services: [String: Service] = [:]
    package internal(set) var categories: [String: Listed<OfficeEvent.CategoryDefined>] = [:]
    package internal(set) var departments: [String: Listed<OfficeEvent.DepartmentDefined>] = [:]
    package internal(set) var agencies: [String: OfficeEvent.AgencyDefined] = [:]
    package internal(set) var officers: [String: Officer] = [:]
    package internal(set) var calendar = OfficeCalendar()
    /// What the calendar was made of, in the words of whoever declared it.
    package internal(set) var declared = CalendarDeclarations()

    package internal(set) var numbering: OfficeEvent.NumberingSet?
    package internal(set) var photos: [EvidencePhoto] = []
    package internal(set) var passwordPolicy = PasswordPolicy.standard
    package internal(set) var officerPolicy = OfficeEvent.OfficerPolicySet.standard
    package internal(set) var registration: OfficeEvent.RegistrationPolicySet?
    package internal(set) var messaging = OfficeEvent.MessagingPolicySet()
    package internal(set) var uploads: UploadPolicy?
    package internal(set) var loginProviders: [LoginProvider: OfficeEvent.LoginProviderSet] = [:]
    package internal(set) var retention: [String: OfficeEvent.RetentionSet] = [:]
    package internal(set) var disclosure = OfficeEvent.DisclosureSet()

    package internal(set) var texts: [String: LocalText] = [:]
    package internal(set) var templates: [TemplateKey: OfficeEvent.TemplateSet] = [:]
    package internal(set) var menu: [MenuItem] = []
    package internal(set) var news: [String: OfficeEvent.NewsPublished] = [:]
    package internal(set) var channels: [OfficeEvent.ChannelAnnounced] = []
    /// Version 1 first.
    package internal(set) var terms: [LocalText] = []
    package internal(set) var notices: [LocalText] = []
    package internal(set) var consents: [String: OfficeEvent.ConsentPurposeSet] = [:]
    package internal(set) var views: [String: SavedView] = [:]
    package internal(set) var subscribers: [String: OfficeEvent.SubscriberSet] = [:]
    /// Runs that have begun and not ended.
    package internal(set) var imports: [String: OfficeEvent.ImportStarted] = [:]
    package internal(set) var keyEpoch = 0
    package internal(set) var logEpoch = 0

    package init() {}

    /// Something that may be withdrawn, and then perhaps has a successor.
    package struct Listed<Value: Equatable & Sendable>: Equatable, Sendable {
        package var value: Value
        package var isWithdrawn = false
        package var successor: String?
    }

    /// A service in all its versions, so that running cases keep theirs.
    package struct Service: Equatable, Sendable {
        /// Version 1 first.
        package var definitions: [ServiceDefinition] = []
        package var announced: OfficeEvent.ServiceAnnounced?
        package var isWithdrawn = false

        package init() {}

        package var newest: ServiceDefinition? { definitions.last }
    }

    package struct Officer: Equatable, Sendable {
        package var id: String
        package var roles: [Role]
        package var department: String?
        /// The key that the officer's particulars are sealed under.
        package var key: KeyReference?
        package var isDismissed = false
        package var substitute: OfficeEvent.SubstituteSet?
        /// Whether each sign-in asks for one.
        package var hasSecondFactor = false
        /// Whether somebody else chose the password: the officer must set another.
        package var isPasswordInitial = false
        /// What the officer is told by e-mail.
        package var notices = OfficerNotice.standard
    }

    /// A view of the queue that an officer keeps; its name and filter are sealed beside its event.
    package struct SavedView: Equatable, Sendable {
        package var data: OfficeEvent.ViewSaved
        /// The number of its event in the office's stream.
        package var version: Int
    }

    package struct TemplateKey: Hashable, Sendable {
        package var template: String, channel: NoticeChannel

        package init(_ template: String, _ channel: NoticeChannel) {
            self.template = template
            self.channel = channel
        }
    }
}
