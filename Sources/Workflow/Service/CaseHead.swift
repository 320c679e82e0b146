internal import Entries
internal import EventLog
package import Events

/// What a list says of a case beside what the views hold: its subject, and whose it is.
package struct CaseHead: Sendable {
    /// Nil once they are erased.
    package var text: PetitionText?
    package var petitioner: Petitioner?

    package init() {}
}

extension Office {
    /// The head of a case as last corrected; nil if there is no such case. One that was never
    /// returned stands as it was filed, so that its first entry is all that is read.
    package func head(of number: String, wasReturned: Bool) throws -> CaseHead? {
        var head = CaseHead()
        if wasReturned {
            guard let file = try file(of: number) else { return nil }
            (head.text, head.petitioner) = (file.text, file.petitioner)
            return head
        }
        let stream = StreamName(.petition, number)
        guard let first = try log.readStream(stream.subject, limit: 1).first else { return nil }
        let recorded = try RecordedEvent.read(first)
        head.text = try section(PetitionText.self, of: recorded)
        head.petitioner = try section(Petitioner.self, of: recorded)
        return head
    }
}
