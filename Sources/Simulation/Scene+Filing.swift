internal import Entries
internal import Events
internal import Rules
internal import Vault
internal import Workflow

extension Scene {
    func file() throws -> Draft {
        var sections = [
            PlainSection(people.petitioner(filing)),
            PlainSection(PetitionText(subject: filing.title, details: filing.details)),
        ]
        if filing.sender == .account || filing.sender == .verifiedAccount {
            sections.append(PlainSection(Owner(account: people.account(filing.citizen))))
        }
        if definition?.kind != .suggestion { sections.append(PlainSection(people.place(filing))) }
        if subject.isConfidential {
            sections.append(PlainSection(Classification(category: subject.category)))
        }
        // Files are sealed before the case is there, under the key that it is going to have.
        let key = filing.photos > 0 ? try people.files.newKey() : nil
        if let key {
            sections += try people.files.attachments(of: filing, under: key).map {
                PlainSection($0)
            }
        }
        var draft = Draft(
            .petition(number: nil, .submit(submission)),
            by: isByOfficer ? staff.receiver(filing.draw) : people.sender(petition), at: time,
            sections: sections)
        draft.key = key?.reference
        if filing.way == .letter {
            // It came with the morning's post or lay there since the day before.
            draft.occurredAt = time.advanced(
                milliseconds: -(1 + filing.draw % 20) * 3_600_000)
        }
        return draft
    }

    private var submission: PetitionCommand.Submit {
        var data = PetitionCommand.Submit(
            service: subject.service, channel: channel, mode: isByOfficer ? .counter : .online)
        data.category = subject.category
        data.moo = subject.isConfidential ? nil : filing.moo
        let urgencies: [Urgency] = [.urgent, .urgent, .veryUrgent]
        data.urgency = urgencies.dropFirst(filing.draw % 40).first ?? .normal
        data.attachments = filing.photos == 0 ? nil : filing.photos
        data.contactPreference = preference
        if subject.isLicence { data.documents = ["plan"] }
        if isByOfficer {
            data.isOnBehalf = true
            data.identityLevel = filing.way == .counter ? .ial13 : .contact
        } else {
            data.terms = drafts.settings.termsVersion
            data.notice = drafts.settings.noticeVersion
            data.mode = subject.isLicence && filing.draw % 5 == 0 ? .print : .online
        }
        return data
    }

    var channel: Channel {
        switch filing.way {
        case .web: .web
        case .line: .line
        case .counter: .counter
        case .phone: .phone
        case .letter: .letter
        }
    }

    /// How this citizen hears from the office.
    var noticeChannel: NoticeChannel {
        switch filing.way {
        case .web: people.plan.cast.citizens[filing.citizen].email == nil ? .sms : .email
        case .line: .line
        case .counter, .phone: .phone
        case .letter: .letter
        }
    }

    private var preference: ContactPreference {
        switch filing.way {
        case .web, .line: .electronic
        case .counter: .inPerson
        case .phone: .phone
        case .letter: .letter
        }
    }
}
