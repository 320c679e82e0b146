extension SectionKind {
    /// The type of the plaintext.
    package var section: any Section.Type {
        switch self {
        case .petitioner: Petitioner.self
        case .owner: Owner.self
        case .text: PetitionText.self
        case .place: Place.self
        case .classification: Classification.self
        case .attachment: Attachment.self
        case .note: Note.self
        case .message: Message.self
        case .reason: Reason.self
        case .defects: Defects.self
        case .result: CaseResult.self
        case .appointment: AppointmentDetails.self
        case .document: IssuedDocument.self
        case .payer: Payer.self
        case .comment: SurveyComment.self
        case .identity: Identity.self
        case .contact: Contact.self
        case .evidence: Evidence.self
        case .login: Login.self
        case .scope: Scope.self
        case .attributes: StepAttributes.self
        case .caseAttributes: CaseAttributes.self
        case .view: ViewFilter.self
        case .export: ExportedCases.self
        }
    }
}
