package import Events

/// Why a step is not taken in many cases at once.
package enum BulkRefusal: Refusal {
    /// The service wants it to be taken with the case before one's eyes.
    case oneByOne

    package var wording: Wording {
        Wording(
            thai: "ขั้นตอนนี้ต้องทำทีละเรื่อง เปิดเรื่องแล้วดำเนินการ",
            english: "This step is taken case by case: open the case for it.")
    }
}

extension Petition {
    /// Whether the definition that the case runs under lets a step be taken in many at once; what
    /// is no step of a definition may be.
    package func bulkRefusal(
        of command: PetitionCommand, in settings: OfficeSettings
    ) -> BulkRefusal? {
        let event: ActionEvent? =
            switch command {
            case .receive: .received
            case .start: .inProgress
            case .forward: .forwarded
            default: nil
            }
        guard let event, let definition = settings.definition(of: self),
            let move = definition.firstMove(event, from: state)
        else { return nil }
        return move.action.isBulk ? nil : .oneByOne
    }
}
