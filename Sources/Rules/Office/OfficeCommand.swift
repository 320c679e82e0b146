package import Entries
package import Events

/// A change of the office that somebody proposes, or several that hold together or not at all.
///
/// A proposal is the very fact that is recorded if it is valid; opening an office is followed by
/// all that a new office starts with.
package struct OfficeCommand: Equatable, Sendable {
    /// Decided in this order, each upon those before it; never none.
    package let proposals: [OfficeEvent]

    package init(_ proposal: OfficeEvent) { proposals = [proposal] }

    /// Nil for none: nothing would change.
    package init?(together proposals: [OfficeEvent]) {
        guard !proposals.isEmpty else { return nil }
        self.proposals = proposals
    }

    /// The event's word: `holiday-declared`; of several, `settle`.
    package var name: String {
        proposals.count == 1 ? type(of: proposals[0].data).name : Self.several
    }

    package var payload: any Fields {
        proposals.count == 1 ? proposals[0].data : OfficeProposals(proposals)
    }

    private static let several = "settle"

    /// Reads the payload of the command `name`; nil if there is no such command.
    package static func read(
        _ name: String, from decoder: inout FieldDecoder
    ) throws(CanonicalError) -> OfficeCommand? {
        if name == several {
            return OfficeCommand(together: try decoder.object(OfficeProposals.self).opened())
        }
        return try OfficeEvent.read(newest: name, from: &decoder).map { OfficeCommand($0) }
    }
}

extension OfficeEvent {
    /// The event of that word in its newest version; nil if there is none.
    fileprivate static func read(
        newest name: String, from decoder: inout FieldDecoder
    ) throws(CanonicalError) -> OfficeEvent? {
        guard let newest = types.filter({ $0.name == name }).map({ $0.version }).max() else {
            return nil
        }
        return try read(name: name, version: newest, from: &decoder)
    }
}

/// Several proposals on their way to the writer, each as the text of its data.
private struct OfficeProposals: Fields {
    private var proposals: [Proposal] = []

    init() {}

    init(_ events: [OfficeEvent]) {
        proposals = events.map { event in
            var proposal = Proposal()
            proposal.event = type(of: event.data).name
            proposal.data = String(decoding: event.data.encoded(with: EventFrame()), as: UTF8.self)
            return proposal
        }
    }

    mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
        try fields.list("proposals", &proposals)
    }

    func opened() throws(CanonicalError) -> [OfficeEvent] {
        var events: [OfficeEvent] = []
        for proposal in proposals {
            var decoder = FieldDecoder(CanonicalReader(Array(proposal.data.utf8)))
            guard let event = try OfficeEvent.read(newest: proposal.event, from: &decoder) else {
                throw .unknown(proposal.event)
            }
            events.append(event)
        }
        return events
    }

    struct Proposal: Fields {
        var data = ""
        var event = ""

        mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
            try fields.field("data", &data)
            try fields.field("event", &event)
        }
    }
}
