package import Entries
internal import EventLog
package import Events
package import Rules

/// One case with what it says, opened for whoever may read it: the petitioner, for one.
package struct CaseFile: Sendable {
    package let petition: Petition
    package let events: [RecordedEvent]
    /// As filed and since corrected; nil once it is erased.
    package var text: PetitionText?
    package var petitioner: Petitioner?
    package var place: Place?
    /// The account that the case belongs to; nil for a guest's.
    package var account: String?
    /// Every file of the petitioner's, in order, with the event that it came with.
    package var attachments: [(position: Position, content: SectionContent<Attachment>)] = []

    /// By which a guest follows the case together with a password.
    package var trackingCode: String? {
        guard case .petition(.submitted(let data)) = events.first?.event else { return nil }
        return data.trackingCode
    }

    /// What the office has issued, in the order of issue. An address names a document by its place
    /// in here, from 0: a number is the office's to choose, and the slash of `12/2570` would divide
    /// the address.
    package var documents: [(event: RecordedEvent, data: PetitionEvent.DocumentIssued)] {
        events.compactMap { event in
            guard case .petition(.documentIssued(let data)) = event.event else { return nil }
            return (event, data)
        }
    }
}

extension Attachment {
    /// The label of the petition that the system writes down from what was answered.
    static let petitionForm = "petition-form"

    /// Whether it came with the petitioner's files without being one of them.
    package var isWrittenBySystem: Bool { label == Self.petitionForm }
}

extension CaseFile {
    /// The same case without anything that was written, and without anybody's particulars. What
    /// stands openly in the history of a case that was made confidential later goes too.
    package var outline: CaseFile {
        CaseFile(
            petition: petition,
            events: events.map { event in
                RecordedEvent(
                    position: event.position, id: event.id, stream: event.stream,
                    streamVersion: event.streamVersion, time: event.time, actor: event.actor,
                    event: petition.isConfidential ? event.event.concealed : event.event)
            }, account: account)
    }
}

extension Event {
    /// The same fact without what tells of what the case is about.
    fileprivate var concealed: Event {
        guard case .petition(let fact) = self else { return self }
        return .petition(fact.concealed)
    }
}

extension Office {
    /// The case of that number, opened; nil if there is none.
    package func file(of number: String) throws -> CaseFile? {
        guard let number = try? PetitionNumber(number).text,
            try log.version(of: StreamName(.petition, number).subject) > 0,
            let history = try log.history(of: number)
        else { return nil }
        var file = CaseFile(petition: history.petition, events: history.events)
        for recorded in history.events where !recorded.frame.sections.isEmpty {
            guard case .petition(let event) = recorded.event else { continue }
            switch event {
            case .submitted, .corrected:
                file.text = try section(PetitionText.self, of: recorded) ?? file.text
                file.petitioner = try section(Petitioner.self, of: recorded) ?? file.petitioner
                file.place = try section(Place.self, of: recorded) ?? file.place
            case .ownerLinked, .attached, .messaged: break
            default: continue
            }
            file.account = try section(Owner.self, of: recorded)?.account ?? file.account
            for content in try sections(Attachment.self, of: recorded) {
                file.attachments.append((recorded.position, content))
            }
        }
        return file
    }
}
