internal import Entries
internal import Events

extension OfficeDecision {
    func check(_ data: OfficeEvent.ServiceDefined) throws(OfficeRefusal) {
        let definition = data.definition
        try needCode(definition.code)
        try needName(definition.name)
        let next = (settings.services[definition.code]?.newest?.version ?? 0) + 1
        guard definition.version == next else { throw .wrongVersion(expected: next) }
        try needDepartment(definition.department)
        for code in definition.departments { try needDepartment(code) }
        for rung in definition.escalation { try needDepartment(rung.department) }
        if let category = definition.category, !settings.isCategory(category) {
            throw .unknown(.category, category)
        }
        if let class_ = definition.retention, settings.retention[class_] == nil {
            throw .unknown(.retention, class_)
        }
        for clock in definition.clocks {
            if let calendar = clock.calendar, !settings.calendar.isKnown(calendar) {
                throw .unknown(.calendar, calendar)
            }
        }
        try needWorkable(definition)
        guard definition.encoded().count <= Self.largestDefinition else { throw .tooLarge }
    }

    /// Bytes; with its envelope it must fit into an entry.
    private static let largestDefinition = Envelope.largestSize - 2_000

    private func needWorkable(_ definition: ServiceDefinition) throws(OfficeRefusal) {
        let problems = definition.problems
        guard problems.isEmpty else { throw .unworkable(problems.map(\.wording)) }
    }

    func check(_ data: OfficeEvent.ServiceAnnounced) throws(OfficeRefusal) {
        guard settings.definition(of: data.service) != nil else {
            throw .unknown(.service, data.service)
        }
    }

    func check(_ data: OfficeEvent.ServiceWithdrawn) throws(OfficeRefusal) {
        guard let service = settings.services[data.service] else {
            throw .unknown(.service, data.service)
        }
        guard !service.isWithdrawn else { throw .nothingChanges }
    }

    func check(_ data: OfficeEvent.CategoryDefined) throws(OfficeRefusal) {
        try needCode(data.code)
        try needName(data.name)
        try needDepartment(data.department)
        guard let parent = data.parent else { return }
        guard settings.isCategory(parent) else { throw .unknown(.category, parent) }
        try needNoCircle(data.code, from: parent) { settings.categories[$0]?.value.parent }
    }

    func check(_ data: OfficeEvent.CategoryWithdrawn) throws(OfficeRefusal) {
        guard settings.categories[data.code] != nil else { throw .unknown(.category, data.code) }
        guard settings.isCategory(data.code) else { throw .nothingChanges }
        let user = offered.first { $0.category == data.code }
        if let user { throw .inUse(user.name.thai) }
    }

    func check(_ data: OfficeEvent.AgencyDefined) throws(OfficeRefusal) {
        try needCode(data.code)
        try needName(data.name)
        guard settings.agencies[data.code] != data else { throw .nothingChanges }
    }

    func check(_ policy: UploadPolicy) throws(OfficeRefusal) {
        guard (1...100 << 20).contains(policy.largestBytes), policy.most.map({ $0 > 0 }) ?? true
        else { throw .invalid(.uploads) }
        guard !policy.types.isEmpty else { throw .missing(.policy) }
    }

    /// The newest definitions of what is offered.
    var offered: [ServiceDefinition] {
        settings.services.values.filter { !$0.isWithdrawn }.compactMap(\.newest)
    }

    /// Walking up from `start` must not come to `code`.
    func needNoCircle(
        _ code: String, from start: String, parent: (String) -> String?
    ) throws(OfficeRefusal) {
        var current: String? = start
        var steps = 0
        while let above = current {
            guard above != code, steps < 100 else { throw .circular }
            current = parent(above)
            steps += 1
        }
    }
}
