package import Entries
package import EventLog
internal import Events
package import Exchange
internal import Rules

extension EventLog {
    /// Every case up to `until` in the order of their numbers, as another system may read it.
    ///
    /// What is sealed is left out. No two bear the same name, so that a reader who tells cases by
    /// their names keeps each (`CaseNames`); reads the openings twice for it.
    /// - Parameter progress: hears up to which position of the log cases were looked for.
    package func cases(
        until: Until = .head, progress: (Position) -> Void = { _ in },
        _ body: (Exchange.SourceCase) throws -> Void
    ) throws {
        let end = try until.end(in: self)
        let names = try CaseNames(of: self, until: end)
        try entries(until: end) { entry in
            if entry.position % 100 == 0 { progress(entry.position) }
            guard entry.isOpening else { return }
            let opened = try RecordedEvent.read(entry)
            let whole = try events(of: opened.stream, until: end)
            guard whole.first?.position == opened.position else {
                throw LogDamage.streamIndex(at: opened.position)
            }
            let events = whole.filter(until.includes)
            guard !events.isEmpty, case .petition(.submitted(let data)) = opened.event else {
                return
            }
            try body(Exchange.SourceCase(opening: data, events: events, names))
        }
    }
}

extension Exchange.SourceCase {
    fileprivate init(
        opening: PetitionEvent.Submitted, events: [RecordedEvent], _ names: CaseNames
    ) {
        var attributes = [SourceAttribute("khamrong:number", opening.number)]
        if let source = opening.source {
            attributes.append(SourceAttribute("khamrong:system", source.system))
            attributes += source.attributes.map(\.source)
        }
        self.init(
            name: names.name(of: opening), attributes: attributes,
            events: events.map(SourceEvent.init))
    }
}

extension SourceEvent {
    fileprivate init(_ event: RecordedEvent) {
        let step = event.frame.step
        self.init(
            activity: event.activity, time: event.occurredAt, resource: event.resource,
            lifecycle: step?.lifecycle, attributes: (step?.attributes ?? []).map(\.source))
    }
}

extension SourceStepAttribute {
    fileprivate var source: SourceAttribute {
        SourceAttribute(
            key, value ?? "", SourceType(rawValue: type) ?? .string,
            children: attributes.map(\.source))
    }
}
