internal import Events
internal import Rules
internal import Workflow

/// What the log keeps of sign-ins that were refused. A visitor hears less: only that it was not
/// right.
enum SignInRecord {
    /// Records a refusal; being slowed down is recorded once for each while, and tries under ids
    /// that nobody has only so often, so that nobody fills the log.
    static func refused(_ ground: SignInRefusal, _ id: String, _ visit: Visit) {
        let isKnown = visit.settings.officers[id] != nil
        let budget = isKnown ? nil : visit.memory.strangers.take("", at: visit.now)
        let slowed =
            ground == .throttled ? visit.memory.slowed.take("officer\n\(id)", at: visit.now) : nil
        guard budget == nil, slowed == nil else { return }
        let event = OfficeEvent.SignInRefused(ground: ground, officer: isKnown ? id : nil)
        // Nobody is let in because the log is not to be reached.
        _ = visit.office.perform(
            Draft(.office(OfficeCommand(.signInRefused(event))), by: .system, at: visit.now))
    }

    /// Why a password was not taken.
    static func ground(of id: String, _ settings: OfficeSettings) -> SignInRefusal {
        guard let officer = settings.officers[id] else { return .unknownOfficer }
        return officer.isDismissed ? .dismissed : .wrongPassword
    }
}
