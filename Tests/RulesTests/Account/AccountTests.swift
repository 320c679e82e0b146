import Entries
import Events
import Rules
import Testing

@Suite struct AccountTests {
    let checker = TestOffice.checker

    @Test func `a person registers and is known as well as the session says`() throws {
        let file = try AccountFile.registered()
        let account = try #require(file.account)
        #expect(account.key == TestOffice.key && account.terms == 1)
        #expect(account.identityLevel == .unproven && account.check == .noEvidence)
        #expect(file.refusal(.register(AccountFile.registration)) == .alreadyExists)
    }

    @Test func `what only one person may have is had once`() {
        var file = AccountFile()
        file.taken = [.nationalID]
        #expect(
            file.refusal(.register(AccountFile.registration), with: [.identity])
                == .taken(.nationalID))
    }

    @Test func `registering takes the terms, the notice and who one is`() {
        func refusal(
            _ spoil: (inout AccountEvent.Registered) -> Void = { _ in },
            _ sections: Set<SectionKind> = [.identity], by actor: Actor = AccountFile.person
        ) -> AccountRefusal? {
            var data = AccountFile.registration
            spoil(&data)
            return AccountFile().refusal(.register(data), by: actor, with: sections)
        }
        #expect(refusal { $0.terms = 0 } == .termsNotCurrent(current: 1))
        #expect(refusal { $0.notice = 0 } == .noticeNotCurrent(current: 1))
        #expect(refusal({ _ in }, []) == .missing(.identity))
        #expect(refusal { $0.method = .thaid } == .missing(.login))
        #expect(refusal { $0.photos = 1 } == .missing(.evidence))
        #expect(refusal(by: TestOffice.auditor) == .wrongRole)
        #expect(refusal(by: TestOffice.receiver) == nil)
    }

    @Test func `the office says what registering needs; at the counter nobody is sent away`() {
        var file = AccountFile()
        file.add(
            .registrationPolicySet(
                .init(
                    reset: .code, resetMinutes: 10, isEmailRequired: true,
                    isEvidenceRequired: true)),
            .evidencePhotosSet(
                .init(photos: [
                    EvidencePhoto(code: "card", label: LocalText("บัตร"), isRequired: true)
                ])))
        let register = AccountCommand.register(AccountFile.registration)
        #expect(file.refusal(register, with: [.identity]) == .missing(.contact))
        #expect(
            file.refusal(register, with: [.identity, .contact]) == .photosMissing(needed: 1))
        #expect(file.refusal(register, by: TestOffice.receiver, with: [.identity]) == nil)
    }

    @Test func `the officer's number from the photo decides`() throws {
        var file = try AccountFile.registered(photos: 2)
        #expect(file.account?.check == .pending)
        func verify(_ rekeyed: CheckOutcome?) -> AccountCommand {
            .verifyIdentity(.init(level: .ial13, method: .photo, rekeyed: rekeyed))
        }
        #expect(file.refusal(verify(.matched), by: TestOffice.handler) == .wrongRole)
        #expect(file.refusal(verify(nil), by: checker) == .missing(.rekeying))
        #expect(file.refusal(verify(.unavailable), by: checker) == .missing(.rekeying))
        #expect(file.refusal(verify(.mismatched), by: checker) == .numbersDiffer)
        try file.act(verify(.matched), by: checker)
        #expect(file.account?.isVerified == true && file.account?.identityLevel == .ial13)
        #expect(file.refusal(verify(.matched), by: checker) == .alreadyVerified)
        #expect(
            file.refusal(.addEvidence(.init(photos: 2)), with: [.evidence]) == .alreadyVerified)
    }

    @Test func `evidence that is refused may be sent again`() throws {
        var file = try AccountFile.registered(photos: 2)
        let refuse = AccountCommand.refuseIdentity(.init(grounds: ["blurred"]))
        #expect(file.refusal(refuse, by: checker) == .missing(.reason))
        try file.act(refuse, by: checker, with: [.reason])
        #expect(file.account?.check == .refused)
        #expect(file.refusal(refuse, by: checker, with: [.reason]) == .nothingToCheck)
        #expect(file.refusal(.addEvidence(.init(photos: 0))) == .photosMissing(needed: 1))
        #expect(file.refusal(.addEvidence(.init(photos: 2))) == .missing(.evidence))
        let event = try file.act(.addEvidence(.init(photos: 2)), with: [.evidence])
        #expect(event == .identityEvidenceAdded(.init(photos: 2, round: 2)))
        #expect(file.account?.check == .pending)
    }

    @Test func `a provider verifies by itself, and a level must say something`() throws {
        let file = try AccountFile.registered()
        let thaid = AccountCommand.verifyIdentity(.init(level: .ial23, method: .thaid))
        #expect(file.refusal(thaid, by: .system) == nil)
        let photo = AccountCommand.verifyIdentity(.init(level: .ial13, method: .photo))
        #expect(file.refusal(photo, by: .system) == .wrongRole)
        let nothing = AccountCommand.verifyIdentity(.init(level: .contact, method: .card))
        #expect(file.refusal(nothing, by: checker) == .levelNotProven)
        let early = AccountCommand.verifyIdentity(
            .init(level: .ial13, method: .photo, rekeyed: .matched))
        #expect(file.refusal(early, by: checker) == .nothingToCheck)
    }

    @Test func `what the person corrects is checked again`() throws {
        var file = try AccountFile.registered(photos: 2)
        try file.act(
            .verifyIdentity(.init(level: .ial13, method: .photo, rekeyed: .matched)), by: checker)
        let correct = AccountCommand.correctIdentity(.init())
        #expect(file.refusal(correct) == .missing(.identity))
        #expect(file.refusal(correct, by: checker, with: [.identity]) == .missing(.reason))
        let byOfficer = try file.outcome(correct, by: checker, with: [.identity, .reason])
        #expect(byOfficer == .identityCorrected(.init(isReverificationNeeded: false)))
        try file.act(correct, with: [.identity])
        #expect(file.account?.check == .pending && file.account?.identityLevel == .unproven)
    }

    @Test func `nobody else touches an account`() throws {
        var file = try AccountFile.registered()
        file.isHolder = false
        let commands: [AccountCommand] = [
            .setPassword, .setProfilePicture(.init()), .linkLogin(.init(provider: .line)),
            .acceptTerms(.init(version: 1)), .giveConsent(.init(purpose: "p", version: 1)),
            .endSessions(.init(why: .signedOut)), .requestErasure(.init(channel: .web)),
            .changeContact(.init(kinds: [.email])), .resetPassword(.init(via: .code)),
        ]
        for command in commands { #expect(file.refusal(command) == .notTheHolder) }
    }

    @Test func `a contact is changed, confirmed, and may bounce`() throws {
        var file = try AccountFile.registered()
        #expect(file.refusal(.changeContact(.init())) == .nothingChanges)
        #expect(file.refusal(.changeContact(.init(kinds: [.email]))) == .missing(.contact))
        try file.act(.changeContact(.init(kinds: [.email])), with: [.contact])
        let confirm = AccountCommand.confirmContact(.init(contact: .email, method: .otp))
        try file.act(confirm)
        #expect(file.account?.confirmed == [.email] && file.account?.identityLevel == .contact)
        #expect(file.refusal(confirm) == .nothingChanges)
        let bounce = AccountCommand.bounceContact(.init(contact: .email))
        #expect(file.refusal(bounce) == .wrongRole)
        try file.act(bounce, by: .system)
        #expect(file.account?.bounced == [.email])
        try file.act(.changeContact(.init(kinds: [.email])), with: [.contact])
        #expect(file.account?.bounced == [] && file.account?.confirmed == [])
    }

    @Test func `a forgotten password is set anew within the time`() throws {
        var file = try AccountFile.registered()
        let reset = AccountCommand.resetPassword(.init(via: .code))
        #expect(file.refusal(reset) == .noReset)
        let event = try file.act(.requestReset, by: .guest("x"))
        #expect(
            event
                == .passwordResetRequested(
                    .init(via: .code, expiresAt: file.now.advanced(milliseconds: 600_000))))
        #expect(file.refusal(.resetPassword(.init(via: .link))) == .noReset)
        let requested = file.now
        file.now = requested.advanced(milliseconds: 600_001)
        #expect(file.refusal(reset) == .resetExpired)
        file.now = requested.advanced(milliseconds: 600_000)
        try file.act(reset)
        #expect(file.account?.hasPassword == true)
        #expect(file.refusal(reset) == .noReset)
    }

    @Test func `at the counter an officer resets a password`() throws {
        let file = try AccountFile.registered()
        guard
            case .passwordResetRequested(let data) = try file.outcome(
                .requestReset, by: TestOffice.receiver)
        else { return #expect(Bool(false)) }
        #expect(data.via == .counter)
        #expect(file.refusal(.requestReset, by: TestOffice.auditor) == .wrongRole)
    }

    @Test func `a login is linked where the office has opened it, and one way in remains`() throws {
        var file = try AccountFile.registered()
        let link = AccountCommand.linkLogin(.init(provider: .line))
        #expect(file.refusal(link, with: [.login]) == .providerShut(.line))
        file.add(.loginProviderSet(.init(provider: .line, isEnabled: true)))
        #expect(file.refusal(link) == .missing(.login))
        file.taken = [.login]
        #expect(file.refusal(link, with: [.login]) == .taken(.login))
        file.taken = []
        try file.act(link, with: [.login])
        #expect(file.refusal(link, with: [.login]) == .nothingChanges)
        #expect(file.refusal(.unlinkLogin(.init(provider: .line))) == .lastLogin)
        #expect(file.refusal(.unlinkLogin(.init(provider: .dga))) == .notLinked(.dga))
        try file.act(.setPassword)
        try file.act(.unlinkLogin(.init(provider: .line)))
        #expect(file.account?.logins == [])
    }

    @Test func `terms, notice and consent are of the version that holds`() throws {
        var file = try AccountFile.registered()
        #expect(file.refusal(.acceptTerms(.init(version: 1))) == .nothingChanges)
        file.add(
            .termsPublished(.init(version: 2, text: LocalText("ใหม่"))),
            .noticePublished(.init(version: 2, text: LocalText("ใหม่"))),
            .consentPurposeSet(.init(purpose: "news", version: 1, text: LocalText("ข่าว"))))
        #expect(file.refusal(.acceptTerms(.init(version: 1))) == .termsNotCurrent(current: 2))
        #expect(file.refusal(.showNotice(.init(version: 1))) == .noticeNotCurrent(current: 2))
        try file.act(.acceptTerms(.init(version: 2)))
        try file.act(.showNotice(.init(version: 2)), by: .system)
        let give = AccountCommand.giveConsent(.init(purpose: "news", version: 1))
        #expect(
            file.refusal(.giveConsent(.init(purpose: "x", version: 1))) == .unknownPurpose("x"))
        #expect(file.refusal(.withdrawConsent(.init(purpose: "news"))) == .nothingChanges)
        try file.act(give)
        #expect(file.refusal(give) == .nothingChanges)
        try file.act(.withdrawConsent(.init(purpose: "news")))
        #expect(file.account?.consents == [])
    }

    @Test func `a picture is set and taken away`() throws {
        var file = try AccountFile.registered()
        let remove = AccountCommand.setProfilePicture(.init(isRemoved: true))
        #expect(file.refusal(remove) == .nothingChanges)
        #expect(file.refusal(.setProfilePicture(.init())) == .missing(.attachment))
        try file.act(.setProfilePicture(.init()), with: [.attachment])
        try file.act(remove)
        #expect(file.account?.hasPicture == false)
    }
}
