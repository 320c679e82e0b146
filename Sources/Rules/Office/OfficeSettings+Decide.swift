package import Events

extension OfficeSettings {
    /// What follows from `command`, or the reason that nothing may: of several proposals all
    /// follow, or none.
    package static func decide(
        _ command: OfficeCommand, in settings: OfficeSettings, by actor: Actor,
        with circumstances: Circumstances
    ) throws(OfficeRefusal) -> [OfficeEvent] {
        var settings = settings
        var events: [OfficeEvent] = []
        for proposal in command.proposals {
            let next = try decide(proposal, in: settings, by: actor, with: circumstances)
            for event in next { settings.apply(event) }
            events += next
        }
        return events
    }

    private static func decide(
        _ proposal: OfficeEvent, in settings: OfficeSettings, by actor: Actor,
        with circumstances: Circumstances
    ) throws(OfficeRefusal) -> [OfficeEvent] {
        if case .officeOpened(let data) = proposal {
            guard settings.office == nil else { throw .alreadyOpen }
            try OfficeDecision(settings, actor, circumstances).needOpening(data)
            return opening(data)
        }
        guard settings.office != nil else { throw .absent }
        let decision = OfficeDecision(settings, actor, circumstances)
        try decision.needRole(for: proposal)
        return [try decision.checked(proposal)]
    }
}

extension OfficeDecision {
    /// The proposal, if it is valid; what the server knows better is put into it.
    func checked(_ proposal: OfficeEvent) throws(OfficeRefusal) -> OfficeEvent {
        switch proposal {
        case .officeOpened: throw .alreadyOpen
        case .officeChanged(let data): try check(data)
        case .serviceDefined(let data): try check(data)
        case .serviceAnnounced(let data): try check(data)
        case .serviceWithdrawn(let data): try check(data)
        case .categoryDefined(let data): try check(data)
        case .categoryWithdrawn(let data): try check(data)
        case .agencyDefined(let data): try check(data)
        case .departmentDefined(let data): try check(data)
        case .departmentWithdrawn(let data): try check(data)
        case .officerAppointed(let data): return .officerAppointed(try appointed(data))
        case .officerChanged(let data): try check(data)
        case .officerDismissed(let data): try check(data)
        case .officerPasswordSet(let data): return .officerPasswordSet(try passwordSet(data))
        case .substituteSet(let data): try check(data)
        case .signedIn(let data): try check(data)
        case .signInRefused(let data): try check(data)
        case .secondFactorSet(let data): try check(data)
        case .secondFactorRemoved(let data): try check(data)
        case .officerSessionsEnded(let data): try check(data)
        case .officerResetRequested(let data): try check(data)
        case .officerNoticesSet(let data): try check(data)
        case .viewSaved(let data): try check(data)
        case .viewRemoved(let data): try check(data)
        case .calendarYearDeclared(let data): try check(data)
        case .holidayDeclared(let data): try check(data)
        case .holidayWithdrawn(let data): try check(data)
        case .hoursSet(let data): try check(data)
        default: try checkPolicy(proposal)
        }
        return proposal
    }

    private func checkPolicy(_ proposal: OfficeEvent) throws(OfficeRefusal) {
        switch proposal {
        case .uploadPolicySet(let data): try check(data.policy)
        case .numberingSet(let data): try check(data)
        case .evidencePhotosSet(let data): try check(data)
        case .passwordPolicySet(let data): try check(data)
        case .officerPolicySet(let data): try check(data)
        case .registrationPolicySet(let data): try check(data)
        case .messagingPolicySet(let data): try check(data)
        case .loginProviderSet(let data): try check(data)
        case .retentionSet(let data): try check(data)
        case .disclosureSet(let data): try check(data)
        case .textSet(let data): try check(data)
        case .templateSet(let data): try check(data)
        case .menuSet(let data): try check(data)
        case .newsPublished(let data): try check(data)
        case .newsWithdrawn(let data): try check(data)
        case .channelAnnounced(let data): try check(data)
        case .channelWithdrawn(let data): try check(data)
        case .termsPublished(let data): try check(data)
        case .noticePublished(let data): try check(data)
        case .consentPurposeSet(let data): try check(data)
        default: try checkOperation(proposal)
        }
    }

    private func checkOperation(_ proposal: OfficeEvent) throws(OfficeRefusal) {
        switch proposal {
        case .importStarted(let data): try check(data)
        case .importFinished(let data): try check(data)
        case .dataExported(let data): try check(data)
        case .subscriberSet(let data): try check(data)
        case .subscriberRemoved(let data): try check(data)
        case .keyEpochRotated(let data): try check(data)
        case .clockSteppedBack(let data): try check(data)
        case .logRestored(let data): try check(data)
        case .logVerified(let data): try check(data)
        case .officeOpened, .officeChanged, .serviceDefined, .serviceAnnounced,
            .serviceWithdrawn, .categoryDefined, .categoryWithdrawn, .agencyDefined,
            .departmentDefined, .departmentWithdrawn, .officerAppointed, .officerChanged,
            .officerDismissed, .officerPasswordSet, .substituteSet, .signedIn, .signInRefused,
            .secondFactorSet, .secondFactorRemoved, .officerSessionsEnded,
            .officerResetRequested, .officerNoticesSet, .viewSaved, .viewRemoved,
            .calendarYearDeclared, .holidayDeclared,
            .holidayWithdrawn, .hoursSet:
            break
        case .uploadPolicySet, .numberingSet, .evidencePhotosSet, .passwordPolicySet,
            .officerPolicySet, .registrationPolicySet, .messagingPolicySet, .loginProviderSet,
            .retentionSet,
            .disclosureSet, .textSet, .templateSet, .menuSet, .newsPublished, .newsWithdrawn,
            .channelAnnounced, .channelWithdrawn, .termsPublished, .noticePublished,
            .consentPurposeSet:
            break
        }
    }
}
