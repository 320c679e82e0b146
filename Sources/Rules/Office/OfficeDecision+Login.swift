internal import Entries
internal import Events

extension OfficeDecision {
    /// A password that somebody else has set is the officer's only until the first sign-in.
    func passwordSet(
        _ data: OfficeEvent.OfficerPasswordSet
    ) throws(OfficeRefusal) -> OfficeEvent.OfficerPasswordSet {
        try needOfficer(data.officer)
        var event = data
        if actor.isOfficer { event.via = actor.id == data.officer ? nil : .counter }
        return event
    }

    func check(_ data: OfficeEvent.SignedIn) throws(OfficeRefusal) {
        try needOfficer(data.officer)
    }

    func check(_ data: OfficeEvent.SignInRefused) throws(OfficeRefusal) {
        guard let officer = data.officer, settings.officers[officer] == nil else { return }
        throw .unknown(.officer, officer)
    }

    func check(_ data: OfficeEvent.SecondFactorSet) throws(OfficeRefusal) {
        try needOfficer(data.officer)
    }

    /// Never one's own: whoever still has it shows it, and renews it.
    func check(_ data: OfficeEvent.SecondFactorRemoved) throws(OfficeRefusal) {
        try needOfficer(data.officer)
        guard !actor.isOfficer || actor.id != data.officer else { throw .wrongRole }
        guard settings.activeOfficer(data.officer)?.hasSecondFactor ?? false else {
            throw .nothingChanges
        }
        guard circumstances.sections.contains(.reason) else { throw .missing(.reason) }
    }

    /// Also of somebody who has just been dismissed.
    func check(_ data: OfficeEvent.OfficerSessionsEnded) throws(OfficeRefusal) {
        guard settings.officers[data.officer] != nil else {
            throw .unknown(.officer, data.officer)
        }
        guard data.sessions.map({ $0 > 0 }) ?? true else { throw .nothingChanges }
    }

    func check(_ data: OfficeEvent.OfficerResetRequested) throws(OfficeRefusal) {
        try needOfficer(data.officer)
    }

    func check(_ data: OfficeEvent.OfficerNoticesSet) throws(OfficeRefusal) {
        try needOfficer(data.officer)
        guard settings.activeOfficer(data.officer)?.notices != data.told else {
            throw .nothingChanges
        }
    }

    func check(_ data: OfficeEvent.OfficerPolicySet) throws(OfficeRefusal) {
        if !data.secondFactor.isEmpty { try needRoles(data.secondFactor) }
        guard OfficeEvent.OfficerPolicySet.settableHours.contains(data.sessionHours) else {
            throw .invalid(.sessionHours)
        }
        guard data != settings.officerPolicy else { throw .nothingChanges }
    }
}
