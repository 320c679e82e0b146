extension PetitionEvent.DocumentIssuedV1 {
    /// The word for the kind was open in version 1: one that no longer exists is `other`, and the
    /// word stays as the code.
    package func upcast() -> PetitionEvent.DocumentIssued {
        let kind: DocumentKind? =
            switch document {
            case "receipt": .paymentReceipt
            case "license", "permit": .licence
            default: DocumentKind(rawValue: document)
            }
        return PetitionEvent.DocumentIssued(number: number, kind: kind ?? .other, code: document)
    }
}
