internal import Entries
internal import Events
internal import HTTP
internal import Rules
internal import Workflow

/// What the office offers, and how it is divided.
enum SettingsRoutes {
    static let all = [
        APIRoute(
            operation: "listServices", method: .get, pattern: "/v1/services",
            access: .scope(.settings),
            summary: Wording(thai: "บริการที่เปิดรับ", english: "The services that are offered"),
            answer: .many(ServiceOutline.self, "The services.")
        ) { visit in
            let today = visit.now.local.date
            let settings = visit.settings.value
            let open = settings.services.keys.sorted().filter { settings.isOpen($0, on: today) }
            return .json(
                open.compactMap { settings.definition(of: $0).map(ServiceOutline.init) })
        },
        APIRoute(
            operation: "readService", method: .get, pattern: "/v1/services/{service}",
            access: .scope(.settings),
            summary: Wording(
                thai: "แบบฟอร์ม เอกสาร และขั้นตอนของบริการ",
                english: "A service's form, documents, course and clocks"),
            parameters: [.path("service", "The service's code.")],
            answer: .one(ServiceDefinition.self, "Its newest version.", headers: ["ETag"])
        ) { visit in
            let code = visit.request.parameters["service"] ?? ""
            guard let service = visit.settings.value.definition(of: code) else {
                throw Problem.notFound
            }
            var response = Response.json(service)
            response.set(EntityTag("v\(service.version)"))
            return response
        },
        APIRoute(
            operation: "listCategories", method: .get, pattern: "/v1/categories",
            access: .scope(.settings),
            summary: Wording(thai: "ประเภทเรื่อง", english: "Categories"),
            answer: .many(OfficeEvent.CategoryDefined.self, "The categories.")
        ) { visit in
            let all = visit.settings.value.categories.values.filter { !$0.isWithdrawn }
            return .json(all.map(\.value).sorted { $0.code < $1.code })
        },
        APIRoute(
            operation: "listDepartments", method: .get, pattern: "/v1/departments",
            access: .scope(.settings),
            summary: Wording(thai: "หน่วยงานภายใน", english: "Departments"),
            answer: .many(OfficeEvent.DepartmentDefined.self, "The departments.")
        ) { visit in
            let all = visit.settings.value.departments.values.filter { !$0.isWithdrawn }
            return .json(all.map(\.value).sorted { $0.code < $1.code })
        },
    ]
}

/// A service in a list.
struct ServiceOutline: Fields {
    var category: String?
    var code = ""
    var department: String?
    var description: LocalText?
    var identityLevel = IdentityLevel.unproven
    var kind = PetitionKind.service
    var name = LocalText()
    var version = 0

    init() {}

    init(_ service: ServiceDefinition) {
        (category, code, department) = (service.category, service.code, service.department)
        (description, kind, name) = (service.description, service.kind, service.name)
        (identityLevel, version) = (service.identityLevel, service.version)
    }

    mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
        try fields.field("category", &category)
        try fields.field("code", &code)
        try fields.field("department", &department)
        try fields.field("description", &description)
        try fields.field("identity_level", &identityLevel)
        try fields.field("kind", &kind)
        try fields.field("name", &name)
        try fields.field("version", &version)
    }
}
