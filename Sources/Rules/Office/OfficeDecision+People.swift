internal import Entries
internal import Events

extension OfficeDecision {
    func check(_ data: OfficeEvent.DepartmentDefined) throws(OfficeRefusal) {
        try needCode(data.code)
        try needName(data.name)
        if let calendar = data.calendar, !settings.calendar.isKnown(calendar) {
            throw .unknown(.calendar, calendar)
        }
        guard let parent = data.parent else { return }
        try needDepartment(parent)
        try needNoCircle(data.code, from: parent) { settings.departments[$0]?.value.parent }
    }

    func check(_ data: OfficeEvent.DepartmentWithdrawn) throws(OfficeRefusal) {
        guard settings.departments[data.code] != nil else {
            throw .unknown(.department, data.code)
        }
        guard settings.isDepartment(data.code) else { throw .nothingChanges }
        try needDepartment(data.successor)
        guard data.successor != data.code else { throw .circular }
        let officers = settings.officers.values.filter { $0.department == data.code }
        if let officer = officers.filter({ !$0.isDismissed }).map(\.id).min() {
            throw .inUse(officer)
        }
        let below = settings.departments.values.filter { $0.value.parent == data.code }
        if let child = below.filter({ !$0.isWithdrawn }).map(\.value.name.thai).min() {
            throw .inUse(child)
        }
        // With a successor, whatever still names this one is sent on to it.
        guard data.successor == nil else { return }
        let services = offered.filter { $0.department == data.code }.map(\.name.thai)
        let categories = settings.categories.values
            .filter { !$0.isWithdrawn && $0.value.department == data.code }.map(\.value.name.thai)
        if let user = (services + categories).min() { throw .inUse(user) }
    }

    func appointed(
        _ data: OfficeEvent.OfficerAppointed
    ) throws(OfficeRefusal) -> OfficeEvent.OfficerAppointed {
        try needCode(data.officer)
        if settings.activeOfficer(data.officer) != nil { throw .exists(.officer, data.officer) }
        try needPost(of: data.roles)
        try needDepartment(data.department)
        var event = data
        event.key = circumstances.key ?? data.key
        return event
    }

    func needRoles(_ roles: [Role]) throws(OfficeRefusal) {
        guard !roles.isEmpty else { throw .missing(.roles) }
        guard roles.allSatisfy(Role.ofOfficers.contains), Set(roles).count == roles.count else {
            throw .invalid(.roles)
        }
    }

    /// The roles of one person.
    private func needPost(of roles: [Role]) throws(OfficeRefusal) {
        try needRoles(roles)
        guard let overseeing = roles.first(where: Role.overseeing.contains),
            let acting = roles.first(where: Role.acting.contains)
        else { return }
        throw .overseerActs(overseeing: overseeing, acting: acting)
    }

    func check(_ data: OfficeEvent.OfficerChanged) throws(OfficeRefusal) {
        try needOfficer(data.officer)
        if !data.roles.contains(.administrator) { try needOtherAdministrator(than: data.officer) }
        try needPost(data)
        try needDepartment(data.department)
    }

    /// Particulars alone may change with the roles that stand, one's own and such as were given
    /// before overseeing and acting had to be apart.
    private func needPost(_ data: OfficeEvent.OfficerChanged) throws(OfficeRefusal) {
        let standing = settings.activeOfficer(data.officer)
        let hasSameRoles = Set(standing?.roles ?? []) == Set(data.roles)
        if hasSameRoles, standing?.department == data.department { return }
        if actor.isOfficer, actor.id == data.officer { throw .ownPost }
        try needPost(of: data.roles)
    }

    func check(_ data: OfficeEvent.OfficerDismissed) throws(OfficeRefusal) {
        try needOfficer(data.officer)
        try needOtherAdministrator(than: data.officer)
    }

    private func needOtherAdministrator(than officer: String) throws(OfficeRefusal) {
        let administrators = settings.officers.values.filter {
            !$0.isDismissed && $0.roles.contains(.administrator)
        }
        guard administrators.map(\.id) != [officer] else { throw .lastAdministrator }
    }

    func needOfficer(_ officer: String) throws(OfficeRefusal) {
        guard settings.activeOfficer(officer) != nil else { throw .unknown(.officer, officer) }
    }

    func check(_ data: OfficeEvent.SubstituteSet) throws(OfficeRefusal) {
        try needOfficer(data.officer)
        guard let substitute = data.substitute else { return }
        try needOfficer(substitute)
        guard substitute != data.officer else { throw .circular }
        guard settings.mayStandIn(substitute, for: data.officer) else {
            throw .cannotStandIn(substitute)
        }
        try needOrder(data.from, data.until)
    }

    func check(_ data: OfficeEvent.ViewSaved) throws(OfficeRefusal) {
        try needCode(data.view)
        try needOfficer(data.officer)
        if let owner = settings.views[data.view]?.data.officer, owner != data.officer {
            throw .exists(.view, data.view)
        }
    }

    func check(_ data: OfficeEvent.ViewRemoved) throws(OfficeRefusal) {
        guard settings.views[data.view] != nil else { throw .unknown(.view, data.view) }
    }
}
