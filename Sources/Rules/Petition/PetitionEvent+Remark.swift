package import Events

extension PetitionEvent {
    /// To whom or by how much, as far as it stands openly in the event: what is told beside what
    /// happened. Nil where that says all.
    package func remark(in settings: OfficeSettings) -> LocalText? {
        let text: LocalText? =
            switch self {
            case .forwarded(let data):
                settings.departments[data.to]?.value.name ?? LocalText(data.to)
            case .referred(let data): LocalText(data.agency)
            case .waitingStarted(let data): LocalText(data.agency)
            case .merged(let data): LocalText(data.into)
            case .extended(let data):
                LocalText(data.by.wording.thai, english: data.by.wording.english)
            case .documentIssued(let data):
                LocalText(data.kind.label.thai, english: data.kind.label.english)
            default: nil
            }
        guard let text, !text.thai.isEmpty else { return nil }
        return text
    }

    /// Whether the petitioner did it.
    package var isFromPetitioner: Bool {
        switch self {
        case .submitted, .corrected, .messaged, .attached, .withdrawn, .rated: true
        default: false
        }
    }
}
