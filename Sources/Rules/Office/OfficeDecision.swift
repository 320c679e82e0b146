internal import Entries
internal import Events

/// One decision on the office's settings, and the questions that all proposals share.
struct OfficeDecision {
    let settings: OfficeSettings
    let actor: Actor
    let circumstances: Circumstances

    init(_ settings: OfficeSettings, _ actor: Actor, _ circumstances: Circumstances) {
        self.settings = settings
        self.actor = actor
        self.circumstances = circumstances
    }

    // MARK: Who may

    /// Who works at the machine may do all; of the officers, whoever the setting concerns.
    func needRole(for proposal: OfficeEvent) throws(OfficeRefusal) {
        if actor.kind == .system { return }
        switch proposal {
        case .importStarted, .importFinished:
            guard actor.kind == .importer else { throw .wrongRole }
        case .keyEpochRotated, .clockSteppedBack, .logRestored, .signedIn, .signInRefused,
            .officerResetRequested:
            throw .notByHand
        case .logVerified: try need(.administrator, .auditor)
        case .viewSaved(let data): try needSelf(data.officer)
        case .viewRemoved(let data): try needSelf(settings.views[data.view]?.data.officer)
        case .officerPasswordSet(let data): try needSelf(data.officer, or: .administrator)
        case .officerSessionsEnded(let data): try needSelf(data.officer, or: .administrator)
        case .secondFactorSet(let data): try needSelf(data.officer)
        case .officerNoticesSet(let data): try needSelf(data.officer)
        case .substituteSet(let data):
            // Who stands in reads the other's confidential cases: no head gives them away.
            try needSelf(data.officer, or: .administrator, .clerk)
        case .dataExported(let data):
            if data.isNamed { try need(anyOf: Self.exporting) } else { try needSelf(actor.id) }
        case .holidayDeclared, .holidayWithdrawn, .calendarYearDeclared, .hoursSet,
            .newsPublished, .newsWithdrawn, .textSet, .agencyDefined:
            try need(.administrator, .clerk)
        case .noticePublished, .consentPurposeSet, .retentionSet, .disclosureSet:
            try need(.administrator, .dpo)
        default: try need(.administrator)
        }
    }

    /// The officer's roles that still hold.
    private var roles: [Role] {
        guard actor.isOfficer, let officer = settings.activeOfficer(actor.id) else { return [] }
        return officer.roles.filter(actor.roles.contains)
    }

    /// Roles that may take personal data out of the house in bulk.
    static let exporting: [Role] = [.administrator, .clerk, .head, .auditor, .dpo]

    private func need(_ wanted: Role...) throws(OfficeRefusal) { try need(anyOf: wanted) }

    private func need(anyOf wanted: [Role]) throws(OfficeRefusal) {
        guard roles.contains(where: wanted.contains) else { throw .wrongRole }
    }

    private func needSelf(_ officer: String?, or wanted: Role...) throws(OfficeRefusal) {
        guard actor.isOfficer, settings.activeOfficer(actor.id) != nil else { throw .wrongRole }
        guard officer == actor.id || roles.contains(where: wanted.contains) else {
            throw .wrongRole
        }
    }

    // MARK: What must be so

    func needCode(_ code: String) throws(OfficeRefusal) {
        guard code.isCode else { throw .invalid(.code) }
    }

    func needName(_ name: LocalText) throws(OfficeRefusal) {
        guard !name.isBlank else { throw .missing(.name) }
    }

    func needText(_ text: LocalText) throws(OfficeRefusal) {
        guard !text.isBlank else { throw .missing(.text) }
    }

    func needDepartment(_ code: String?) throws(OfficeRefusal) {
        if let code, !settings.isDepartment(code) { throw .unknown(.department, code) }
    }

    func needOrder(_ from: CivilDate?, _ until: CivilDate?) throws(OfficeRefusal) {
        if let from, let until, until < from { throw .datesReversed }
    }

    var today: CivilDate { circumstances.today }
}

extension LocalText {
    var isBlank: Bool { !thai.contains { !$0.isWhitespace } }
}
