internal import Entries

extension ImportMap {
    /// `source` in our words; a due time that cannot be read is reported and left out.
    package func mapped(_ source: SourceCase, report: ProblemReport) -> MappedCase {
        let (clear, sealed) = Self.apart(source.attributes, clearCaseFields)
        return MappedCase(
            name: source.name, kind: kind, service: service.word(in: source.attributes) ?? "",
            category: category?.word(in: source.attributes),
            channel: channel?.word(in: source.attributes),
            department: department?.word(in: source.attributes),
            officer: officer?.word(in: source.attributes), due: due(of: source, report: report),
            title: text(title, of: source), place: text(place, of: source),
            joinsClocks: openCasesJoinClocks && source.isOpen(in: self), clear: clear,
            sealed: sealed,
            events: source.events.indices.map {
                mapped(source.events[$0], line: source.line(of: $0))
            },
            line: source.line)
    }

    private func mapped(_ event: SourceEvent, line: Int) -> MappedEvent {
        let (clear, sealed) = Self.apart(event.attributes, clearEventFields)
        return MappedEvent(
            word: activities[event.activity] ?? .stepRecorded,
            skipsStages: skippingActivities.contains(event.activity), activity: event.activity,
            time: event.time, resource: event.resource, lifecycle: event.lifecycle, clear: clear,
            sealed: sealed, line: line)
    }

    private static func apart(
        _ attributes: [SourceAttribute], _ names: Set<String>
    ) -> (clear: [SourceAttribute], sealed: [SourceAttribute]) {
        var clear: [SourceAttribute] = []
        var sealed: [SourceAttribute] = []
        for attribute in attributes {
            if names.contains(attribute.key) {
                clear.append(attribute)
            } else {
                sealed.append(attribute)
            }
        }
        return (clear, sealed)
    }

    private func text(_ field: String?, of source: SourceCase) -> MappedText? {
        guard let field, let text = source.attributes[field] else { return nil }
        return MappedText(text: text, isClear: clearCaseFields.contains(field))
    }

    private func due(of source: SourceCase, report: ProblemReport) -> Instant? {
        guard let due, let text = source.attributes[due] else { return nil }
        let instant = instant(text)
        if let instant, !instant.isOfBuddhistYear { return instant }
        report(
            RowProblem(
                line: source.line, caseName: source.name, loss: .field,
                reason: instant == nil
                    ? .unreadableTime(text, field: due) : .buddhistDue(text, field: due)))
        return nil
    }
}

extension SourceCase {
    /// Whether nothing has ended it there, or it was opened again.
    fileprivate func isOpen(in map: ImportMap) -> Bool {
        events.lazy.reversed().compactMap { map.activities[$0.activity]?.isEnd }.first != true
    }
}

extension ImportMap.Choice {
    /// What the case's field says in our words; nil where nothing is said.
    func word(in attributes: [SourceAttribute]) -> String? {
        guard let field, let value = attributes[field] else { return otherwise }
        return words[value] ?? otherwise ?? value
    }
}
