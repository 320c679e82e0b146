package import Entries
package import Events

extension OfficeSettings {
    /// A version of a service's definition, the newest if none is named.
    package func definition(of service: String, version: Int? = nil) -> ServiceDefinition? {
        services[service]?.definition(version: version)
    }

    /// The definition that a case runs under.
    package func definition(of petition: Petition) -> ServiceDefinition? {
        definition(of: petition.service, version: petition.definition)
    }

    /// Whether the department exists and is not withdrawn.
    package func isDepartment(_ code: String) -> Bool {
        departments[code].map { !$0.isWithdrawn } ?? false
    }

    /// The department of that code, or the one that took its place.
    package func standingDepartment(_ code: String) -> String? {
        var current = code
        for _ in 0...departments.count {
            guard let found = departments[current] else { return nil }
            if !found.isWithdrawn { return current }
            guard let successor = found.successor else { return nil }
            current = successor
        }
        return nil
    }

    package func isCategory(_ code: String) -> Bool {
        categories[code].map { !$0.isWithdrawn } ?? false
    }

    /// Whether `department` is `other` or stands somewhere above it.
    package func isAtOrAbove(_ department: String, _ other: String) -> Bool {
        var current = other
        // As many steps as there are departments: a circle ends too.
        for _ in 0...departments.count {
            if current == department { return true }
            guard let parent = departments[current]?.value.parent else { return false }
            current = parent
        }
        return false
    }

    /// The calendar whose hours count in a department: its own or that of one above it.
    package func calendarCode(of department: String?) -> String? {
        guard var current = department else { return nil }
        for _ in 0...departments.count {
            guard let found = departments[current]?.value else { return nil }
            if let calendar = found.calendar { return calendar }
            guard let parent = found.parent else { return nil }
            current = parent
        }
        return nil
    }

    /// The officer, if he or she still works here.
    package func activeOfficer(_ id: String) -> Officer? {
        guard let officer = officers[id], !officer.isDismissed else { return nil }
        return officer
    }

    /// Whoever works on cases under an id: an officer, or a connected system with the roles that
    /// it was given. Nothing but cases is open to a system.
    package func worker(_ id: String) -> Officer? {
        guard let code = Self.client(ofWorker: id) else { return activeOfficer(id) }
        guard let data = subscribers[code] else { return nil }
        return Officer(id: id, roles: data.roles, department: data.department)
    }

    private static let clientMark = "client:"

    /// Under which a connected system is recorded; no officer's code can be the same.
    package static func workerID(ofClient code: String) -> String { clientMark + code }

    /// The code of the connected system that is recorded under an id; nil for anybody else's.
    package static func client(ofWorker id: String) -> String? {
        id.hasPrefix(clientMark) ? String(id.dropFirst(clientMark.count)) : nil
    }

    /// Whether a connected system was given a scope, and still has it.
    package func allows(_ scope: ClientScope, toWorker id: String) -> Bool {
        guard let code = Self.client(ofWorker: id), let data = subscribers[code] else {
            return false
        }
        return data.scopes.contains(scope.rawValue)
    }

    /// Whether somebody may do the work of an officer who is away: work on cases where the officer
    /// does, else whatever both have a role for.
    package func mayStandIn(_ substitute: String, for officer: String) -> Bool {
        guard let one = activeOfficer(substitute), let absent = officers[officer] else {
            return false
        }
        let needed =
            absent.roles.contains(where: CaseDecision.working.contains)
            ? CaseDecision.working : absent.roles
        return one.roles.contains(where: needed.contains)
    }

    /// Whether `substitute` stands in for `officer` on `day`: not one who may not, or no longer,
    /// do the work.
    package func isSubstitute(_ substitute: String, for officer: String, on day: CivilDate) -> Bool
    {
        guard let set = officers[officer]?.substitute, set.substitute == substitute,
            mayStandIn(substitute, for: officer)
        else { return false }
        return (set.from.map { $0 <= day } ?? true) && (set.until.map { $0 >= day } ?? true)
    }

    /// The current version of the terms, 0 if there are none.
    package var termsVersion: Int { terms.count }
    package var noticeVersion: Int { notices.count }

    /// How many photos of the identity evidence must come.
    package var requiredPhotos: Int { photos.count { $0.isRequired } }
}

extension OfficeSettings.Service {
    /// The definition of that version, the newest if none is named.
    func definition(version: Int?) -> ServiceDefinition? {
        guard let version else { return newest }
        // Versions are 1, 2, 3 …, so that the place is known.
        if definitions.indices.contains(version - 1),
            definitions[version - 1].version == version
        {
            return definitions[version - 1]
        }
        return definitions.first { $0.version == version }
    }
}
