internal import Entries
internal import Events
internal import Rules

/// The services that can be filed by Open311: those that anybody may file with a contact, and
/// without papers.
enum Open311Services {
    static func offered(_ visit: APIVisit) -> [ServiceDefinition] {
        let settings = visit.settings.value
        let today = visit.now.local.date
        return settings.services.keys.sorted().filter { settings.isOpen($0, on: today) }
            .compactMap { settings.definition(of: $0) }.filter(\.isOpen311)
    }

    static func outline(_ service: ServiceDefinition, _ settings: OfficeSettings) -> Open311Tree {
        let group = service.category.flatMap { settings.categories[$0]?.value.name.thai }
        return .object([
            .init("service_code", .text(service.code)),
            .init("service_name", .text(service.name.thai)),
            .init("description", .text(service.description?.thai ?? service.name.english)),
            .init("metadata", .plain(service.questions.isEmpty ? "false" : "true")),
            .init("type", .text("realtime")), .init("keywords", .text("")),
            .init("group", .text(group ?? service.kind.label.thai)),
        ])
    }

    static func definition(_ service: ServiceDefinition) -> Open311Tree {
        .object([
            .init("service_code", .text(service.code)),
            .init(
                "attributes",
                .list(of: "attribute", service.questions.enumerated().map { attribute($1, $0 + 1) })
            ),
        ])
    }

    private static func attribute(_ field: FormField, _ order: Int) -> Open311Tree {
        var members: [Open311Tree.Member] = [
            .init("variable", .plain("true")), .init("code", .text(field.code)),
            .init("datatype", .text(datatype(field.kind))),
            .init("required", .plain(field.isRequired ? "true" : "false")),
            .init("datatype_description", .text(nil)), .init("order", .plain("\(order)")),
            .init("description", .text(field.label.thai)),
        ]
        let choices: [(String, String)] =
            field.kind == .yesNo
            ? [("yes", "ใช่"), ("no", "ไม่ใช่")] : field.choices.map { ($0.code, $0.label.thai) }
        if !choices.isEmpty {
            members.append(
                .init(
                    "values",
                    .list(
                        of: "value",
                        choices.map {
                            .object([.init("key", .text($0.0)), .init("name", .text($0.1))])
                        })))
        }
        return .object(members)
    }

    private static func datatype(_ kind: FieldKind) -> String {
        switch kind {
        case .longText: "text"
        case .number, .money: "number"
        case .date: "datetime"
        case .choice, .yesNo: "singlevaluelist"
        case .choices: "multivaluelist"
        case .text, .address, .place, .phone, .email, .nationalId: "string"
        }
    }
}

extension ServiceDefinition {
    fileprivate var isOpen311: Bool {
        identityLevel <= .contact && modes.contains(.online) && !isInPersonOnly
            && !documents.contains { $0.isRequired && !$0.isObtainedByOffice }
    }

    /// What it asks beside what every Open311 request says.
    var questions: [FormField] {
        form.flatMap(\.fields).filter { field in
            !["subject", "details"].contains(field.code) && field.kind != .place
                && field.kind != .address && field.when == nil
        }
    }
}
