internal import Events
internal import Rules

/// What may be chosen where a setting names something else by its code.
struct FieldChoices {
    typealias Option = (code: String, label: Wording)

    private let settings: OfficeSettings
    /// The service whose states, clocks and questions are named.
    private let service: ServiceDefinition?

    init(_ settings: OfficeSettings, service: ServiceDefinition? = nil) {
        self.settings = settings
        self.service = service
    }

    /// Nil where anything may be typed.
    func options(_ key: String, in type: String) -> [Option]? {
        switch (type, key) {
        case (_, "department"), (_, "departments"), (_, "successor"), ("DepartmentEntry", "parent"):
            departments
        case ("CategoryEntry", "parent"), ("ServiceDefinition", "category"),
            (_, "categories"):
            categories
        case ("ServiceDefinition", "retention"):
            settings.retention.values.map { ($0.code, $0.name.wording) }.sorted {
                $0.code < $1.code
            }
        case (_, "calendar"):
            settings.declared.hours.compactMap(\.calendar).uniqued.map {
                ($0, Wording(thai: $0, english: $0))
            }
        case ("UploadPolicy", "types"):
            Self.fileTypes.map { ($0, Wording(thai: $0, english: $0)) }
        case ("SubscriberSet", "scopes"):
            ClientScope.allCases.map { ($0.rawValue, $0.meaning) }
        default: ofService(key, in: type)
        }
    }

    private static let fileTypes = ["pdf", "jpg", "jpeg", "png", "doc", "docx", "xls", "xlsx"]

    private func ofService(_ key: String, in type: String) -> [Option]? {
        guard let service else { return nil }
        switch (type, key) {
        case ("ActionDefinition", "from"), ("ActionDefinition", "to"),
            ("ClockDefinition", "paused_in"):
            return service.states.map { ($0.code, $0.name.wording) }
        case ("EscalationRung", "clock"): return service.clocks.map { ($0.code, $0.name.wording) }
        case ("Condition", "field"):
            return service.form.flatMap(\.fields).map { ($0.code, $0.label.wording) }
        default: return nil
        }
    }

    private var departments: [Option] {
        settings.departments.values.filter { !$0.isWithdrawn }
            .map { ($0.value.code, $0.value.name.wording) }.sorted { $0.label.thai < $1.label.thai }
    }

    private var categories: [Option] {
        settings.categories.values.filter { !$0.isWithdrawn }
            .map { ($0.value.code, $0.value.name.wording) }.sorted { $0.label.thai < $1.label.thai }
    }
}

extension LocalText {
    /// In both languages, the Thai where there is no English.
    var wording: Wording { Wording(thai: thai, english: english ?? thai) }
}

extension [String] {
    fileprivate var uniqued: [String] { Set(self).sorted() }
}
