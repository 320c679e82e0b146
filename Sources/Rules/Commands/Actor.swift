package import Entries
package import Events

/// Who sends a command, as the server knows it from the session; never as the request says.
package struct Actor: Fields, Hashable {
    package enum Kind: String, FieldWord {
        case citizen
        case guest
        case officer
        /// A connected system, in its own name.
        case client
        case system
        case importer = "import"
    }

    /// What is recorded: an officer's id, a citizen's pseudonym for the case, a part of the house.
    package var id = ""
    package var kind = Kind.system
    package var roles: [Role] = []
    package var department: String?
    /// How surely the house knows who it is.
    package var identityLevel = IdentityLevel.unproven

    package init() {}

    package init(
        _ kind: Kind, id: String, roles: [Role] = [], department: String? = nil,
        identityLevel: IdentityLevel = .unproven
    ) {
        self.kind = kind
        self.id = id
        self.roles = roles
        self.department = department
        self.identityLevel = identityLevel
    }

    package static func citizen(_ pseudonym: String, _ level: IdentityLevel = .ial13) -> Actor {
        Actor(.citizen, id: pseudonym, roles: [.citizen], identityLevel: level)
    }

    package static func guest(_ pseudonym: String, _ level: IdentityLevel = .unproven) -> Actor {
        Actor(.guest, id: pseudonym, roles: [.citizen], identityLevel: level)
    }

    package static func officer(
        _ id: String, _ roles: Role..., department: String? = nil
    ) -> Actor {
        Actor(.officer, id: id, roles: roles, department: department)
    }

    package static let system = Actor(.system, id: "system", roles: [.system])
    package static let importer = Actor(.importer, id: "import", roles: [.system])

    /// A connected system, with the roles that the office lets it work in.
    package static func client(_ data: OfficeEvent.SubscriberSet) -> Actor {
        Actor(
            .client, id: OfficeSettings.workerID(ofClient: data.subscriber), roles: data.roles,
            department: data.department)
    }

    /// Whether it works for the office: an officer, or a connected system that was given roles.
    package var isOfficer: Bool { kind == .officer || kind == .client }
    /// Whether it is somebody from outside, with an account or without.
    package var isFromOutside: Bool { kind == .citizen || kind == .guest }

    package func hasAny(of wanted: [Role]) -> Bool { roles.contains { wanted.contains($0) } }

    package mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
        try fields.field("department", &department)
        try fields.field("id", &id)
        try fields.field("identity_level", &identityLevel)
        try fields.field("kind", &kind)
        try fields.list("roles", &roles)
    }
}
