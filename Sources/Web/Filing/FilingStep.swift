internal import Events
internal import Rules
internal import Workflow

/// One page of a filing.
enum FilingStep: Hashable {
    /// Online, or with a printed form.
    case mode
    case category
    /// A page of the form.
    case section(String)
    /// The printed form and the documents, or the documents and photos.
    case documents
    case petitioner
    case check

    init?(_ word: String) {
        switch word {
        case "mode": self = .mode
        case "category": self = .category
        case "documents": self = .documents
        case "petitioner": self = .petitioner
        case "check": self = .check
        default:
            guard word.hasPrefix("form-") else { return nil }
            self = .section(String(word.dropFirst(5)))
        }
    }

    /// In the address and among the steps that were answered.
    var word: String {
        switch self {
        case .mode: "mode"
        case .category: "category"
        case .section(let code): "form-\(code)"
        case .documents: "documents"
        case .petitioner: "petitioner"
        case .check: "check"
        }
    }

    /// The pages of a filing in their order, given what was answered so far.
    static func all(
        of service: ServiceDefinition, _ answers: PetitionAnswers, in settings: OfficeSettings
    ) -> [FilingStep] {
        var steps: [FilingStep] = []
        if modes(of: service).count > 1 { steps.append(.mode) }
        if !categories(of: service, in: settings).isEmpty { steps.append(.category) }
        if answers.mode != .print {
            steps += service.form.filter { section in
                section.fields.contains { service.isAsked($0.when, given: answers.answers) }
            }.map { .section($0.code) }
        }
        return steps + [.documents, .petitioner, .check]
    }

    /// The ways in which a citizen may file it.
    static func modes(of service: ServiceDefinition) -> [FilingMode] {
        let modes = service.modes.filter { $0 != .counter }
        return modes.isEmpty ? [.online] : modes
    }

    /// What there is to choose from where the service leaves it open, in no order.
    static func categories(
        of service: ServiceDefinition, in settings: OfficeSettings
    ) -> [OfficeEvent.CategoryDefined] {
        guard service.category == nil else { return [] }
        return settings.categories.values.filter { listed in
            !listed.isWithdrawn && listed.value.kinds.contains(service.kind)
                && listed.value.parent == nil
        }.map(\.value)
    }
}
