package import Events

/// What of the settings an event is about.
package struct SettingsPlace: Equatable, Sendable {
    package let part: SettingsPart
    /// The item as its editor names it; nil for the whole.
    package let item: String?

    init(_ part: SettingsPart, _ item: String? = nil) {
        self.part = part
        self.item = item
    }
}

extension OfficeEvent {
    /// Nil for what is no setting: people, sign-ins, views, the running of the house.
    package var settingsPlace: SettingsPlace? {
        switch self {
        case .officeOpened, .officeChanged: SettingsPlace(.office)
        case .serviceDefined(let data): SettingsPlace(.services, data.definition.code)
        case .serviceAnnounced(let data): SettingsPlace(.services, data.service)
        case .serviceWithdrawn(let data): SettingsPlace(.services, data.service)
        case .categoryDefined(let data): SettingsPlace(.categories, data.code)
        case .categoryWithdrawn(let data): SettingsPlace(.categories, data.code)
        case .agencyDefined(let data): SettingsPlace(.agencies, data.code)
        case .departmentDefined(let data): SettingsPlace(.departments, data.code)
        case .departmentWithdrawn(let data): SettingsPlace(.departments, data.code)
        case .calendarYearDeclared(let data): SettingsPlace(.calendarYears, "\(data.year)")
        case .holidayDeclared(let data):
            SettingsPlace(.holidays, "\(data.date) \(data.calendar ?? "")")
        case .holidayWithdrawn(let data):
            SettingsPlace(.holidays, "\(data.date) \(data.calendar ?? "")")
        case .hoursSet: SettingsPlace(.hours)
        default: pagePlace
        }
    }

    private var pagePlace: SettingsPlace? {
        switch self {
        case .textSet(let data): SettingsPlace(.texts, data.key)
        case .templateSet(let data): SettingsPlace(.templates, data.place)
        case .menuSet: SettingsPlace(.menu)
        case .newsPublished(let data): SettingsPlace(.news, data.news)
        case .newsWithdrawn(let data): SettingsPlace(.news, data.news)
        case .channelAnnounced(let data): SettingsPlace(.channels, data.place)
        case .channelWithdrawn(let data):
            SettingsPlace(.channels, "\(data.channel.rawValue) \(data.address)")
        case .termsPublished: SettingsPlace(.terms)
        case .noticePublished: SettingsPlace(.notice)
        case .consentPurposeSet(let data): SettingsPlace(.consents, data.purpose)
        default: policyPlace
        }
    }

    private var policyPlace: SettingsPlace? {
        switch self {
        case .numberingSet: SettingsPlace(.numbering)
        case .evidencePhotosSet: SettingsPlace(.photos)
        case .passwordPolicySet: SettingsPlace(.passwords)
        case .officerPolicySet: SettingsPlace(.signIn)
        case .registrationPolicySet: SettingsPlace(.registration)
        case .messagingPolicySet: SettingsPlace(.messaging)
        case .uploadPolicySet: SettingsPlace(.uploads)
        case .loginProviderSet(let data): SettingsPlace(.loginProviders, data.provider.rawValue)
        case .retentionSet(let data): SettingsPlace(.retention, data.code)
        case .disclosureSet: SettingsPlace(.disclosure)
        case .subscriberSet(let data): SettingsPlace(.subscribers, data.subscriber)
        case .subscriberRemoved(let data): SettingsPlace(.subscribers, data.subscriber)
        default: noPlace
        }
    }

    /// Every event that is no setting; a new one stops the build here.
    private var noPlace: SettingsPlace? {
        switch self {
        case .officerAppointed, .officerChanged, .officerDismissed, .officerPasswordSet,
            .substituteSet, .signedIn, .signInRefused, .viewSaved, .viewRemoved, .importStarted,
            .importFinished, .dataExported, .keyEpochRotated, .clockSteppedBack, .logRestored,
            .logVerified,
            .secondFactorSet, .secondFactorRemoved, .officerSessionsEnded,
            .officerResetRequested, .officerNoticesSet:
            nil
        case .officeOpened, .officeChanged, .serviceDefined, .serviceAnnounced, .serviceWithdrawn,
            .categoryDefined, .categoryWithdrawn, .agencyDefined, .departmentDefined,
            .departmentWithdrawn, .calendarYearDeclared, .holidayDeclared, .holidayWithdrawn,
            .hoursSet, .textSet, .templateSet, .menuSet, .newsPublished, .newsWithdrawn,
            .channelAnnounced, .channelWithdrawn, .termsPublished, .noticePublished,
            .consentPurposeSet, .numberingSet, .evidencePhotosSet, .passwordPolicySet,
            .officerPolicySet,
            .registrationPolicySet, .messagingPolicySet, .uploadPolicySet, .loginProviderSet,
            .retentionSet, .disclosureSet, .subscriberSet, .subscriberRemoved:
            nil
        }
    }
}
