internal import Events

extension OfficeDecision {
    func check(_ data: OfficeEvent.ImportStarted) throws(OfficeRefusal) {
        try needCode(data.run)
        guard !data.system.isEmpty else { throw .missing(.name) }
        if settings.imports[data.run] != nil { throw .exists(.run, data.run) }
    }

    func check(_ data: OfficeEvent.ImportFinished) throws(OfficeRefusal) {
        guard settings.imports[data.run] != nil else { throw .unknown(.run, data.run) }
    }

    func check(_ data: OfficeEvent.DataExported) throws(OfficeRefusal) {
        guard data.isNamed, actor.kind != .system else { return }
        guard circumstances.sections.contains(.reason) else { throw .missing(.reason) }
    }

    func check(_ data: OfficeEvent.SubscriberSet) throws(OfficeRefusal) {
        try needCode(data.subscriber)
        guard data.name.contains(where: { !$0.isWhitespace }) else { throw .missing(.name) }
        try needDepartment(data.department)
        // One that was withdrawn has cases still.
        for code in data.departments where settings.departments[code] == nil {
            throw .unknown(.department, code)
        }
        for code in data.categories where settings.categories[code] == nil {
            throw .unknown(.category, code)
        }
        // A system works on cases; whoever settles things, checks people or answers for the
        // office's books is a person.
        guard data.roles.allSatisfy(CaseDecision.working.contains) else { throw .invalid(.roles) }
        guard data.perMinute.map({ (1...100_000).contains($0) }) ?? true else {
            throw .invalid(.limit)
        }
        guard settings.subscribers[data.subscriber] != data else { throw .nothingChanges }
    }

    func check(_ data: OfficeEvent.SubscriberRemoved) throws(OfficeRefusal) {
        guard settings.subscribers[data.subscriber] != nil else {
            throw .unknown(.subscriber, data.subscriber)
        }
    }

    func check(_ data: OfficeEvent.KeyEpochRotated) throws(OfficeRefusal) {
        guard data.epoch > settings.keyEpoch else {
            throw .wrongVersion(expected: settings.keyEpoch + 1)
        }
    }

    func check(_ data: OfficeEvent.ClockSteppedBack) throws(OfficeRefusal) {
        guard data.backMilliseconds > 0 else { throw .nothingChanges }
    }

    func check(_ data: OfficeEvent.LogRestored) throws(OfficeRefusal) {
        // A log that was restored whole keeps its epoch; what lay sealed beside it may be missing.
        let isSame = data.epoch == settings.logEpoch && data.missing != nil
        guard data.epoch > settings.logEpoch || isSame else {
            throw .wrongVersion(expected: settings.logEpoch + 1)
        }
    }

    /// Only a report that names what it looked at.
    func check(_ data: OfficeEvent.LogVerified) throws(OfficeRefusal) {
        try needCode(data.extent)
        guard data.findings >= 0, data.head >= 0 else { throw .invalid(.number) }
    }
}
