package import Entries

extension OfficeEvent {
    package var data: any EventData {
        switch self {
        case .serviceDefined(let data): data
        case .serviceAnnounced(let data): data
        case .serviceWithdrawn(let data): data
        case .categoryDefined(let data): data
        case .categoryWithdrawn(let data): data
        case .agencyDefined(let data): data
        case .uploadPolicySet(let data): data
        case .departmentDefined(let data): data
        case .departmentWithdrawn(let data): data
        case .officerAppointed(let data): data
        case .officerChanged(let data): data
        case .officerDismissed(let data): data
        case .officerPasswordSet(let data): data
        case .substituteSet(let data): data
        case .signedIn(let data): data
        case .signInRefused(let data): data
        case .secondFactorSet(let data): data
        case .secondFactorRemoved(let data): data
        case .officerSessionsEnded(let data): data
        case .officerPolicySet(let data): data
        case .officerResetRequested(let data): data
        case .officerNoticesSet(let data): data
        case .viewSaved(let data): data
        case .viewRemoved(let data): data
        case .calendarYearDeclared(let data): data
        case .holidayDeclared(let data): data
        case .holidayWithdrawn(let data): data
        case .hoursSet(let data): data
        case .officeOpened(let data): data
        case .officeChanged(let data): data
        case .numberingSet(let data): data
        case .evidencePhotosSet(let data): data
        case .passwordPolicySet(let data): data
        case .registrationPolicySet(let data): data
        case .messagingPolicySet(let data): data
        case .loginProviderSet(let data): data
        case .retentionSet(let data): data
        case .disclosureSet(let data): data
        case .textSet(let data): data
        case .templateSet(let data): data
        case .menuSet(let data): data
        case .newsPublished(let data): data
        case .newsWithdrawn(let data): data
        case .channelAnnounced(let data): data
        case .channelWithdrawn(let data): data
        case .termsPublished(let data): data
        case .noticePublished(let data): data
        case .consentPurposeSet(let data): data
        case .importStarted(let data): data
        case .importFinished(let data): data
        case .dataExported(let data): data
        case .subscriberSet(let data): data
        case .subscriberRemoved(let data): data
        case .keyEpochRotated(let data): data
        case .clockSteppedBack(let data): data
        case .logRestored(let data): data
        case .logVerified(let data): data
        }
    }

    package static func read(
        name: String, version: Int, from decoder: inout FieldDecoder
    ) throws(CanonicalError) -> Self? {
        switch (name, version) {
        case (ServiceDefined.name, ServiceDefined.version):
            .serviceDefined(try decoder.data(ServiceDefined.self))
        case (ServiceAnnounced.name, ServiceAnnounced.version):
            .serviceAnnounced(try decoder.data(ServiceAnnounced.self))
        case (ServiceWithdrawn.name, ServiceWithdrawn.version):
            .serviceWithdrawn(try decoder.data(ServiceWithdrawn.self))
        case (CategoryDefined.name, CategoryDefined.version):
            .categoryDefined(try decoder.data(CategoryDefined.self))
        case (CategoryWithdrawn.name, CategoryWithdrawn.version):
            .categoryWithdrawn(try decoder.data(CategoryWithdrawn.self))
        case (AgencyDefined.name, AgencyDefined.version):
            .agencyDefined(try decoder.data(AgencyDefined.self))
        case (UploadPolicySet.name, UploadPolicySet.version):
            .uploadPolicySet(try decoder.data(UploadPolicySet.self))
        case (DepartmentDefined.name, DepartmentDefined.version):
            .departmentDefined(try decoder.data(DepartmentDefined.self))
        case (DepartmentWithdrawn.name, DepartmentWithdrawn.version):
            .departmentWithdrawn(try decoder.data(DepartmentWithdrawn.self))
        case (OfficerAppointed.name, OfficerAppointed.version):
            .officerAppointed(try decoder.data(OfficerAppointed.self))
        case (OfficerChanged.name, OfficerChanged.version):
            .officerChanged(try decoder.data(OfficerChanged.self))
        case (OfficerDismissed.name, OfficerDismissed.version):
            .officerDismissed(try decoder.data(OfficerDismissed.self))
        case (OfficerPasswordSet.name, OfficerPasswordSet.version):
            .officerPasswordSet(try decoder.data(OfficerPasswordSet.self))
        case (SubstituteSet.name, SubstituteSet.version):
            .substituteSet(try decoder.data(SubstituteSet.self))
        case (SignedIn.name, SignedIn.version): .signedIn(try decoder.data(SignedIn.self))
        case (SignInRefused.name, SignInRefused.version):
            .signInRefused(try decoder.data(SignInRefused.self))
        case (SecondFactorSet.name, SecondFactorSet.version):
            .secondFactorSet(try decoder.data(SecondFactorSet.self))
        case (SecondFactorRemoved.name, SecondFactorRemoved.version):
            .secondFactorRemoved(try decoder.data(SecondFactorRemoved.self))
        case (OfficerSessionsEnded.name, OfficerSessionsEnded.version):
            .officerSessionsEnded(try decoder.data(OfficerSessionsEnded.self))
        case (OfficerPolicySet.name, OfficerPolicySet.version):
            .officerPolicySet(try decoder.data(OfficerPolicySet.self))
        case (OfficerResetRequested.name, OfficerResetRequested.version):
            .officerResetRequested(try decoder.data(OfficerResetRequested.self))
        case (OfficerNoticesSet.name, OfficerNoticesSet.version):
            .officerNoticesSet(try decoder.data(OfficerNoticesSet.self))
        case (ViewSaved.name, ViewSaved.version): .viewSaved(try decoder.data(ViewSaved.self))
        case (ViewRemoved.name, ViewRemoved.version):
            .viewRemoved(try decoder.data(ViewRemoved.self))
        case (CalendarYearDeclared.name, CalendarYearDeclared.version):
            .calendarYearDeclared(try decoder.data(CalendarYearDeclared.self))
        case (HolidayDeclared.name, HolidayDeclared.version):
            .holidayDeclared(try decoder.data(HolidayDeclared.self))
        case (HolidayWithdrawn.name, HolidayWithdrawn.version):
            .holidayWithdrawn(try decoder.data(HolidayWithdrawn.self))
        case (HoursSet.name, HoursSet.version): .hoursSet(try decoder.data(HoursSet.self))
        case (OfficeOpened.name, OfficeOpened.version):
            .officeOpened(try decoder.data(OfficeOpened.self))
        case (OfficeChanged.name, OfficeChanged.version):
            .officeChanged(try decoder.data(OfficeChanged.self))
        case (NumberingSet.name, NumberingSet.version):
            .numberingSet(try decoder.data(NumberingSet.self))
        case (EvidencePhotosSet.name, EvidencePhotosSet.version):
            .evidencePhotosSet(try decoder.data(EvidencePhotosSet.self))
        case (PasswordPolicySet.name, PasswordPolicySet.version):
            .passwordPolicySet(try decoder.data(PasswordPolicySet.self))
        case (RegistrationPolicySet.name, RegistrationPolicySet.version):
            .registrationPolicySet(try decoder.data(RegistrationPolicySet.self))
        case (MessagingPolicySet.name, MessagingPolicySet.version):
            .messagingPolicySet(try decoder.data(MessagingPolicySet.self))
        case (LoginProviderSet.name, LoginProviderSet.version):
            .loginProviderSet(try decoder.data(LoginProviderSet.self))
        case (RetentionSet.name, RetentionSet.version):
            .retentionSet(try decoder.data(RetentionSet.self))
        case (DisclosureSet.name, DisclosureSet.version):
            .disclosureSet(try decoder.data(DisclosureSet.self))
        case (TextSet.name, TextSet.version): .textSet(try decoder.data(TextSet.self))
        case (TemplateSet.name, TemplateSet.version):
            .templateSet(try decoder.data(TemplateSet.self))
        case (MenuSet.name, MenuSet.version): .menuSet(try decoder.data(MenuSet.self))
        case (NewsPublished.name, NewsPublished.version):
            .newsPublished(try decoder.data(NewsPublished.self))
        case (NewsWithdrawn.name, NewsWithdrawn.version):
            .newsWithdrawn(try decoder.data(NewsWithdrawn.self))
        case (ChannelAnnounced.name, ChannelAnnounced.version):
            .channelAnnounced(try decoder.data(ChannelAnnounced.self))
        case (ChannelWithdrawn.name, ChannelWithdrawn.version):
            .channelWithdrawn(try decoder.data(ChannelWithdrawn.self))
        case (TermsPublished.name, TermsPublished.version):
            .termsPublished(try decoder.data(TermsPublished.self))
        case (NoticePublished.name, NoticePublished.version):
            .noticePublished(try decoder.data(NoticePublished.self))
        case (ConsentPurposeSet.name, ConsentPurposeSet.version):
            .consentPurposeSet(try decoder.data(ConsentPurposeSet.self))
        case (ImportStarted.name, ImportStarted.version):
            .importStarted(try decoder.data(ImportStarted.self))
        case (ImportFinished.name, ImportFinished.version):
            .importFinished(try decoder.data(ImportFinished.self))
        case (DataExported.name, DataExported.version):
            .dataExported(try decoder.data(DataExported.self))
        case (DataExportedV1.name, DataExportedV1.version):
            .dataExported(try decoder.data(DataExportedV1.self).upcast())
        case (SubscriberSet.name, SubscriberSet.version):
            .subscriberSet(try decoder.data(SubscriberSet.self))
        case (SubscriberRemoved.name, SubscriberRemoved.version):
            .subscriberRemoved(try decoder.data(SubscriberRemoved.self))
        case (KeyEpochRotated.name, KeyEpochRotated.version):
            .keyEpochRotated(try decoder.data(KeyEpochRotated.self))
        case (ClockSteppedBack.name, ClockSteppedBack.version):
            .clockSteppedBack(try decoder.data(ClockSteppedBack.self))
        case (LogRestored.name, LogRestored.version):
            .logRestored(try decoder.data(LogRestored.self))
        case (LogVerified.name, LogVerified.version):
            .logVerified(try decoder.data(LogVerified.self))
        default: nil
        }
    }

    package static let types: [any EventData.Type] = [
        ServiceDefined.self,
        ServiceAnnounced.self,
        ServiceWithdrawn.self,
        CategoryDefined.self,
        CategoryWithdrawn.self,
        AgencyDefined.self,
        UploadPolicySet.self,
        DepartmentDefined.self,
        DepartmentWithdrawn.self,
        OfficerAppointed.self,
        OfficerChanged.self,
        OfficerDismissed.self,
        OfficerPasswordSet.self,
        SubstituteSet.self,
        SignedIn.self,
        SignInRefused.self,
        SecondFactorSet.self,
        SecondFactorRemoved.self,
        OfficerSessionsEnded.self,
        OfficerPolicySet.self,
        OfficerResetRequested.self,
        OfficerNoticesSet.self,
        ViewSaved.self,
        ViewRemoved.self,
        CalendarYearDeclared.self,
        HolidayDeclared.self,
        HolidayWithdrawn.self,
        HoursSet.self,
        OfficeOpened.self,
        OfficeChanged.self,
        NumberingSet.self,
        EvidencePhotosSet.self,
        PasswordPolicySet.self,
        RegistrationPolicySet.self,
        MessagingPolicySet.self,
        LoginProviderSet.self,
        RetentionSet.self,
        DisclosureSet.self,
        TextSet.self,
        TemplateSet.self,
        MenuSet.self,
        NewsPublished.self,
        NewsWithdrawn.self,
        ChannelAnnounced.self,
        ChannelWithdrawn.self,
        TermsPublished.self,
        NoticePublished.self,
        ConsentPurposeSet.self,
        ImportStarted.self,
        ImportFinished.self,
        DataExported.self,
        DataExportedV1.self,
        SubscriberSet.self,
        SubscriberRemoved.self,
        KeyEpochRotated.self,
        ClockSteppedBack.self,
        LogRestored.self,
        LogVerified.self,
    ]
}
