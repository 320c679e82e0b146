import Entries
import Events
import Rules
import TestSupport
import Testing

/// Who may change what officers sign in with, and what a sign-in still needs.
@Suite struct OfficerLoginTests {
    private let works = Actor.officer("works-1", .handler)
    private let settings: OfficeSettings

    init() {
        var settings = TestOffice.settings
        settings.apply(.officerAppointed(.init(officer: "works-1", roles: [.handler])))
        self.settings = settings
    }

    private func decide(
        _ proposal: OfficeEvent, by actor: Actor = TestOffice.administrator,
        in changed: OfficeSettings? = nil, with sections: Set<SectionKind> = []
    ) throws(OfficeRefusal) -> OfficeEvent? {
        let settings = changed ?? self.settings
        var circumstances = Circumstances(now: TestOffice.time(2024, 7, 8), settings: settings)
        circumstances.sections = sections
        return try OfficeSettings.decide(
            OfficeCommand(proposal), in: settings, by: actor, with: circumstances
        ).first
    }

    private func refusal(
        _ proposal: OfficeEvent, by actor: Actor = TestOffice.administrator,
        in changed: OfficeSettings? = nil, with sections: Set<SectionKind> = []
    ) -> OfficeRefusal? {
        do throws(OfficeRefusal) {
            _ = try decide(proposal, by: actor, in: changed, with: sections)
            return nil
        } catch {
            return error
        }
    }

    @Test func `a password that somebody else sets is the officer's only for once`() throws {
        let set = OfficeEvent.officerPasswordSet(.init(officer: "works-1"))
        #expect(try decide(set) == .officerPasswordSet(.init(officer: "works-1", via: .counter)))
        // Nobody passes for having chosen it, and nobody's own choice passes for another's.
        #expect(try decide(set, by: works) == set)
        let counter = OfficeEvent.officerPasswordSet(.init(officer: "works-1", via: .counter))
        #expect(try decide(counter, by: works) == set)
        let code = OfficeEvent.officerPasswordSet(.init(officer: "works-1", via: .code))
        #expect(try decide(code, by: .system) == code)
        let other = Actor.officer("clerk-1", .clerk)
        #expect(refusal(set, by: other) == .wrongRole)
        var after = settings
        after.apply(counter)
        #expect(after.activeOfficer("works-1")?.isPasswordInitial == true)
        after.apply(set)
        #expect(after.activeOfficer("works-1")?.isPasswordInitial == false)
    }

    @Test func `a second factor is the officer's own to set, and another's to remove`() {
        let set = OfficeEvent.secondFactorSet(.init(officer: "works-1"))
        let removed = OfficeEvent.secondFactorRemoved(.init(officer: "works-1"))
        #expect(refusal(set) == .wrongRole)
        #expect(refusal(set, by: works) == nil)
        #expect(refusal(removed, with: [.reason]) == .nothingChanges)
        var after = settings
        after.apply(set)
        #expect(refusal(removed, in: after, with: [.reason]) == nil)
        #expect(refusal(removed, in: after) == .missing(.reason))
        #expect(refusal(removed, by: works, in: after, with: [.reason]) == .wrongRole)
        let admin = TestOffice.administrator.id
        after.apply(.secondFactorSet(.init(officer: admin)))
        #expect(
            refusal(.secondFactorRemoved(.init(officer: admin)), in: after, with: [.reason])
                == .wrongRole, "one’s own")
        after.apply(removed)
        #expect(after.activeOfficer("works-1")?.hasSecondFactor == false)
    }

    @Test func `only the house says who signed in or forgot a password`() {
        let end = TestOffice.time(2024, 7, 8)
        for event in [
            OfficeEvent.signedIn(.init(officer: "works-1", method: .otp)),
            .signInRefused(.init(ground: .wrongPassword)),
            .officerResetRequested(.init(officer: "works-1", expiresAt: end)),
        ] {
            #expect(refusal(event) == .notByHand)
            #expect(refusal(event, by: .system) == nil)
        }
        #expect(
            refusal(.officerResetRequested(.init(officer: "x", expiresAt: end)), by: .system)
                == .unknown(.officer, "x"))
    }

    @Test func `sessions are ended by their officer or an administrator, also after the dismissal`()
    {
        let ended = OfficeEvent.officerSessionsEnded(
            .init(officer: "works-1", why: .dismissed, sessions: 1))
        #expect(refusal(ended, by: works) == nil)
        #expect(refusal(ended, by: .officer("clerk-1", .clerk)) == .wrongRole)
        var after = settings
        after.apply(.officerDismissed(.init(officer: "works-1")))
        #expect(refusal(ended, in: after) == nil)
        #expect(
            refusal(.officerSessionsEnded(.init(officer: "works-1", why: .officer, sessions: 0)))
                == .nothingChanges)
    }

    @Test func `notices are one's own choice`() {
        let none = OfficeEvent.officerNoticesSet(.init(officer: "works-1"))
        #expect(refusal(none) == .wrongRole)
        #expect(refusal(none, by: works) == nil)
        let standard = OfficeEvent.officerNoticesSet(
            .init(
                officer: "works-1",
                notices: [.assigned, .escalated, .petitioner, .reopened, .withdrawn]))
        #expect(refusal(standard, by: works) == .nothingChanges)
    }

    /// As events were written before they said what was declined.
    private static let earlier: [([OfficerNotice], told: [OfficerNotice])] = [
        ([.department], [.department, .escalated, .petitioner, .reopened, .withdrawn]),
        ([], [.escalated, .petitioner, .reopened, .withdrawn]),
        ([.assigned, .petitioner], [.assigned, .petitioner, .withdrawn]),
    ]

    @Test(arguments: earlier)
    func `a kind of notice that came later follows the standard`(
        chosen: [OfficerNotice], told: [OfficerNotice]
    ) {
        var data = OfficeEvent.OfficerNoticesSet()
        data.officer = "works-1"
        data.notices = chosen
        var after = settings
        after.apply(.officerNoticesSet(data))
        #expect(after.officers["works-1"]?.notices == told)
        // Whoever decides on all that there is gets what was chosen, and nothing else.
        after.apply(.officerNoticesSet(.init(officer: "works-1", notices: chosen)))
        #expect(after.officers["works-1"]?.notices == chosen)
    }

    @Test func `the policy names roles of officers and a working day`() {
        func set(_ roles: [Role], _ hours: Int) -> OfficeRefusal? {
            refusal(.officerPolicySet(.init(secondFactor: roles, sessionHours: hours)))
        }
        #expect(set([], 10) == nil)
        #expect(set([.administrator], 24) == nil)
        #expect(set([.citizen], 10) == .invalid(.roles))
        #expect(set([.dpo, .dpo], 10) == .invalid(.roles))
        #expect(set([], 0) == .invalid(.sessionHours))
        #expect(set([], 25) == .invalid(.sessionHours))
        #expect(set(Role.ofOfficers, 10) == .nothingChanges, "that is how an office begins")
        #expect(refusal(.officerPolicySet(.init(sessionHours: 9)), by: works) == .wrongRole)
    }

    @Test func `a sign-in needs one thing after the other`() throws {
        var settings = settings
        func step(shown: Bool = false) throws -> SignInStep? {
            settings.signInStep(
                of: try #require(settings.activeOfficer("works-1")), hasShownFactor: shown)
        }
        #expect(try step() == .enrolment)
        settings.apply(.officerPasswordSet(.init(officer: "works-1", via: .counter)))
        #expect(try step() == .newPassword)
        settings.apply(.secondFactorSet(.init(officer: "works-1")))
        #expect(try step() == .secondFactor)
        #expect(try step(shown: true) == .newPassword)
        settings.apply(.officerPasswordSet(.init(officer: "works-1")))
        #expect(try step(shown: true) == nil)
        settings.apply(.secondFactorRemoved(.init(officer: "works-1")))
        settings.apply(.officerPolicySet(.init(secondFactor: [.dpo], sessionHours: 10)))
        #expect(try step() == nil)
        // Whoever is appointed again begins anew.
        settings.apply(.secondFactorSet(.init(officer: "works-1")))
        settings.apply(.officerDismissed(.init(officer: "works-1")))
        settings.apply(.officerAppointed(.init(officer: "works-1", roles: [.dpo])))
        #expect(try step() == .enrolment)
    }
}
