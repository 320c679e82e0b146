internal import Entries
package import Events

extension OfficeSettings {
    /// `settings` once `event` has happened. It never refuses: history is already true.
    package static func evolve(
        _ settings: OfficeSettings, with event: OfficeEvent, _ recording: Recording
    ) -> OfficeSettings {
        var next = settings
        next.apply(event, recording)
        return next
    }

    package mutating func apply(_ event: OfficeEvent, _ recording: Recording) {
        version = recording.version
        apply(event)
    }

    /// The same for an event that is not recorded yet.
    package mutating func apply(_ event: OfficeEvent) {
        if calendar.apply(event) {
            declared.apply(event)
            return
        }
        switch event {
        case .officeOpened(let data): office = data
        case .officeChanged(let data): change(data)
        case .serviceDefined(let data): define(data.definition)
        case .serviceAnnounced(let data): announce(data)
        case .serviceWithdrawn(let data): services[data.service]?.isWithdrawn = true
        case .categoryDefined(let data): categories[data.code] = Listed(value: data)
        case .categoryWithdrawn(let data): categories[data.code]?.isWithdrawn = true
        case .agencyDefined(let data): agencies[data.code] = data
        case .departmentDefined(let data): departments[data.code] = Listed(value: data)
        case .departmentWithdrawn(let data): withdraw(data)
        case .officerAppointed(let data): appoint(data)
        case .officerChanged(let data): change(data)
        case .officerDismissed(let data): officers[data.officer]?.isDismissed = true
        case .officerPasswordSet(let data):
            officers[data.officer]?.isPasswordInitial = data.via == .counter
        case .secondFactorSet(let data): officers[data.officer]?.hasSecondFactor = true
        case .secondFactorRemoved(let data): officers[data.officer]?.hasSecondFactor = false
        case .officerNoticesSet(let data): officers[data.officer]?.notices = data.told
        case .substituteSet(let data):
            officers[data.officer]?.substitute = data.substitute == nil ? nil : data
        default: applyPolicy(event)
        }
    }

    private mutating func applyPolicy(_ event: OfficeEvent) {
        switch event {
        case .numberingSet(let data): numbering = data
        case .evidencePhotosSet(let data): photos = data.photos
        case .passwordPolicySet(let data): passwordPolicy = PasswordPolicy(data)
        case .officerPolicySet(let data): officerPolicy = data
        case .registrationPolicySet(let data): registration = data
        case .messagingPolicySet(let data): messaging = data
        case .uploadPolicySet(let data): uploads = data.policy
        case .loginProviderSet(let data): loginProviders[data.provider] = data
        case .retentionSet(let data): retention[data.code] = data
        case .disclosureSet(let data): disclosure = data
        case .consentPurposeSet(let data): consents[data.purpose] = data
        case .termsPublished(let data): terms.append(data.text)
        case .noticePublished(let data): notices.append(data.text)
        default: applyPage(event)
        }
    }

    private mutating func applyPage(_ event: OfficeEvent) {
        switch event {
        case .textSet(let data): texts[data.key] = data.text
        case .templateSet(let data): templates[TemplateKey(data.template, data.channel)] = data
        case .menuSet(let data): menu = data.items
        case .newsPublished(let data): news[data.news] = data
        case .newsWithdrawn(let data): news[data.news] = nil
        case .channelAnnounced(let data):
            channels.removeAll { $0.channel == data.channel && $0.address == data.address }
            channels.append(data)
        case .channelWithdrawn(let data):
            channels.removeAll { $0.channel == data.channel && $0.address == data.address }
        case .viewSaved(let data):
            views[data.view] = SavedView(data: data, version: version)
        case .viewRemoved(let data): views[data.view] = nil
        case .subscriberSet(let data): subscribers[data.subscriber] = data
        case .subscriberRemoved(let data): subscribers[data.subscriber] = nil
        case .importStarted(let data): imports[data.run] = data
        case .importFinished(let data): imports[data.run] = nil
        case .keyEpochRotated(let data): keyEpoch = data.epoch
        case .logRestored(let data): logEpoch = data.epoch
        default: applyNothing(event)
        }
    }

    /// Every event that no other part takes in; a new one stops the build here.
    private func applyNothing(_ event: OfficeEvent) {
        switch event {
        case .signedIn, .signInRefused, .officerSessionsEnded, .officerResetRequested,
            .dataExported, .clockSteppedBack, .logVerified:
            break
        case .calendarYearDeclared, .holidayDeclared, .holidayWithdrawn, .hoursSet: break
        case .officeOpened, .officeChanged, .serviceDefined, .serviceAnnounced,
            .serviceWithdrawn, .categoryDefined, .categoryWithdrawn, .agencyDefined,
            .departmentDefined, .departmentWithdrawn, .officerAppointed, .officerChanged,
            .officerDismissed, .officerPasswordSet, .substituteSet, .secondFactorSet,
            .secondFactorRemoved, .officerNoticesSet:
            break
        case .numberingSet, .evidencePhotosSet, .passwordPolicySet, .officerPolicySet,
            .registrationPolicySet, .messagingPolicySet, .uploadPolicySet, .loginProviderSet,
            .retentionSet,
            .disclosureSet, .consentPurposeSet, .termsPublished, .noticePublished:
            break
        case .textSet, .templateSet, .menuSet, .newsPublished, .newsWithdrawn,
            .channelAnnounced, .channelWithdrawn, .viewSaved, .viewRemoved, .subscriberSet,
            .subscriberRemoved, .importStarted, .importFinished, .keyEpochRotated, .logRestored:
            break
        }
    }
}

extension OfficeSettings {
    private mutating func change(_ data: OfficeEvent.OfficeChanged) {
        office?.name = data.name
        office?.kind = data.kind
        office?.area = data.area
        office?.address = data.address
        office?.phone = data.phone
        email = data.email
    }

    private mutating func define(_ definition: ServiceDefinition) {
        var service = services[definition.code] ?? Service()
        service.definitions.removeAll { $0.version == definition.version }
        service.definitions.append(definition)
        service.definitions.sort { $0.version < $1.version }
        services[definition.code] = service
    }

    private mutating func announce(_ data: OfficeEvent.ServiceAnnounced) {
        var service = services[data.service] ?? Service()
        service.announced = data
        service.isWithdrawn = false
        services[data.service] = service
    }

    private mutating func withdraw(_ data: OfficeEvent.DepartmentWithdrawn) {
        departments[data.code]?.isWithdrawn = true
        departments[data.code]?.successor = data.successor
    }

    private mutating func appoint(_ data: OfficeEvent.OfficerAppointed) {
        officers[data.officer] = Officer(
            id: data.officer, roles: data.roles, department: data.department, key: data.key)
    }

    private mutating func change(_ data: OfficeEvent.OfficerChanged) {
        officers[data.officer]?.roles = data.roles
        officers[data.officer]?.department = data.department
    }
}
