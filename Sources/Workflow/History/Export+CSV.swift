internal import Entries
package import EventLog
package import Events

extension EventLog {
    /// The columns of `csvRow`.
    package static let csvHeader = [
        "position", "recorded_at", "occurred_at", "stream", "case", "type", "activity", "actor",
        "resource", "state", "status",
    ]

    /// One event as the fields of a row; `imported` are the names of imported cases so far.
    package static func csvRow(
        _ event: RecordedEvent, names: CaseNames, imported: inout [StreamName: String]
    ) -> [String] {
        if case .petition(.submitted(let data)) = event.event, data.source != nil {
            imported[event.stream] = names.name(of: data)
        }
        var standing: Standing?
        if case .petition(let petitionEvent) = event.event {
            standing = petitionEvent.transition?.standing
        }
        return [
            "\(event.position)", "\(event.time)", "\(event.occurredAt)", event.stream.subject,
            imported[event.stream] ?? event.stream.name, event.event.type, event.activity,
            event.actor, event.resource ?? "", standing?.state ?? "",
            standing?.status.rawValue ?? "",
        ]
    }
}

extension RecordedEvent {
    /// What it is called in a process: the source's own label, or our word.
    package var activity: String { frame.step?.activity ?? type(of: event.data).name }

    /// Who did it: as the source says, and where it does not say, nobody; here, the actor.
    package var resource: String? {
        if let step = frame.step { step.resource } else { actor }
    }
}
