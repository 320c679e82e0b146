internal import Entries
internal import Events

extension ImportMap {
    /// `source` in our words; a due time that cannot be read is reported and left out, and so is
    /// what has no room in the clear and is sealed instead.
    package func mapped(_ source: SourceCase, report: ProblemReport) -> MappedCase {
        func problem(_ loss: RowProblem.Loss, _ reason: Words) {
            report(
                RowProblem(line: source.line, caseName: source.name, loss: loss, reason: reason))
        }
        let (clear, sealed) = Self.apart(source.attributes, clearCaseFields) {
            problem(.openness, $0)
        }
        func word(_ choice: Choice?) -> String? {
            guard let word = choice?.word(in: source.attributes) else { return nil }
            guard word.isLonger(than: Bounds.ordinary) else { return word }
            problem(.field, .choiceTooLong(word, letters: Bounds.ordinary))
            return choice?.otherwise
        }
        return MappedCase(
            name: source.name, kind: kind, service: service.word(in: source.attributes) ?? "",
            category: word(category), channel: channel?.word(in: source.attributes),
            department: word(department), officer: word(officer),
            due: due(of: source, report: report),
            title: text(title, of: source, clear), place: text(place, of: source, clear),
            joinsClocks: openCasesJoinClocks && source.isOpen(in: self), clear: clear,
            sealed: sealed,
            events: source.events.indices.map { index in
                mapped(source.events[index], line: source.line(of: index)) { reason in
                    report(
                        RowProblem(
                            line: source.line(of: index), caseName: source.name, event: index + 1,
                            loss: .openness, reason: reason))
                }
            },
            line: source.line)
    }

    private func mapped(
        _ event: SourceEvent, line: Int, hidden: (Words) -> Void
    ) -> MappedEvent {
        let (clear, sealed) = Self.apart(event.attributes, clearEventFields, hidden: hidden)
        var mapped = MappedEvent(
            word: activities[event.activity] ?? .stepRecorded,
            skipsStages: skippingActivities.contains(event.activity), activity: event.activity,
            time: event.time, resource: event.resource, lifecycle: event.lifecycle, clear: clear,
            sealed: sealed, line: line)
        mapped.shortenLabels(hidden: hidden)
        return mapped
    }

    /// - Parameter hidden: hears of each field that is to be clear and has no room there.
    private static func apart(
        _ attributes: [SourceAttribute], _ names: Set<String>, hidden: (Words) -> Void
    ) -> (clear: [SourceAttribute], sealed: [SourceAttribute]) {
        var clear: [SourceAttribute] = []
        var sealed: [SourceAttribute] = []
        var room = ClearRoom()
        for attribute in attributes {
            guard names.contains(attribute.key) else {
                sealed.append(attribute)
                continue
            }
            if let reason = room.take(attribute) {
                sealed.append(attribute)
                hidden(reason)
            } else {
                clear.append(attribute)
            }
        }
        return (clear, sealed)
    }

    private func text(
        _ field: String?, of source: SourceCase, _ clear: [SourceAttribute]
    ) -> MappedText? {
        guard let field, let text = source.attributes[field] else { return nil }
        return MappedText(text: text, isClear: clear[field] != nil)
    }

    private func due(of source: SourceCase, report: ProblemReport) -> Instant? {
        guard let due, let text = source.attributes[due] else { return nil }
        let instant = instant(text)
        if let instant, instant.ofBuddhistYear == nil { return instant }
        report(
            RowProblem(
                line: source.line, caseName: source.name, loss: .field,
                reason: instant == nil
                    ? .unreadableTime(text, field: due) : .buddhistDue(text, field: due)))
        return nil
    }
}

extension MappedEvent {
    /// What is always clear begins as it did, and stands whole among what is sealed, if it has more
    /// letters than an entry may have there.
    fileprivate mutating func shortenLabels(hidden: (Words) -> Void) {
        func shorten(_ property: XESProperty, _ text: inout String) {
            guard let beginning = ClearRoom.beginning(of: text) else { return }
            sealed.append(SourceAttribute("\(property)", text))
            text = beginning
            hidden(.shortened(field: "\(property)", letters: Bounds.ordinary))
        }
        shorten(.name, &activity)
        if var text = resource {
            shorten(.resource, &text)
            resource = text
        }
        if var text = lifecycle {
            shorten(.lifecycle, &text)
            lifecycle = text
        }
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
