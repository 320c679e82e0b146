package import Entries
internal import Events
package import Exchange
internal import Rules

/// Brings the case histories of another system into the log: one source event is one entry.
///
/// Cases are interleaved by their original time, so that a prefix of the log is a moment of the
/// office. What the log holds already is left alone: an import that was killed goes on where it
/// was, and one that is repeated adds nothing.
package struct CaseImport {
    /// So many source events are decided together.
    private static let chunkSize = 2000
    /// So many chunks may wait for the writer.
    private static let mostWaiting = 6

    private let system: String
    private let cases: [MappedCase]
    /// For each case how many of its events the log holds; nil where it holds other ones.
    private let done: [Int?]
    private let now: Instant

    /// - Parameter done: what the log holds of each case already.
    package init(
        system: String, cases: [MappedCase], done: [SourceKey: [StepPrint]], now: Instant
    ) {
        self.system = system
        self.cases = cases
        self.now = now
        self.done = cases.map { mapped in
            guard !done.isEmpty,
                let known = done[SourceKey(system: system, name: mapped.name)]
            else { return 0 }
            return Self.agrees(mapped, with: known) ? known.count : nil
        }
    }

    /// How many source events are still to be recorded.
    package var remaining: Int {
        zip(cases, done).reduce(0) { $0 + max(0, $1.0.events.count - ($1.1 ?? .max)) }
    }

    /// How many source events the log holds already.
    package var alreadyThere: Int {
        zip(cases, done).reduce(0) { $0 + min($1.0.events.count, $1.1 ?? 0) }
    }

    /// Whether the case begins as the log has it, or is the beginning of what the log has.
    private static func agrees(_ mapped: MappedCase, with known: [StepPrint]) -> Bool {
        zip(mapped.steps, known).allSatisfy { StepPrint($0.step, at: $0.time) == $1 }
    }

    /// Names the cases that are another story in the file than in the log: nothing more of them
    /// is recorded, since which of their events are there could only be guessed.
    package func reportOthers(_ report: (RowProblem) -> Void) {
        for (mapped, done) in zip(cases, done) where done == nil {
            report(
                RowProblem(
                    line: mapped.line, caseName: mapped.name, loss: .row,
                    events: mapped.events.count, reason: .importedOtherwise))
        }
    }

    /// Records what is missing; blocks until all of it is durable.
    ///
    /// - Parameters:
    ///   - report: hears of each source event that the rules refused.
    ///   - progress: hears how many source events have been dealt with, from this thread.
    /// - Throws: `ImportInterrupted` when the writer fails; what was recorded stays, and the
    ///   import can be run again.
    package func run(
        through port: any CommandPort, report: (RowProblem) -> Void, progress: (Int) -> Void
    ) throws -> ImportTally {
        var order = CaseOrder()
        var known: [Int] = []
        for (index, mapped) in cases.enumerated() {
            if order.add(times: mapped.events.map(\.time)) { known.append(index) }
        }
        let flight = Flight(most: Self.mostWaiting)
        var chunk: [Draft] = []
        var places: [Flight.Place] = []
        var handled = 0
        // Cases and events are wide: a span lends them where an array's subscript copies each.
        let lent = cases.span
        for place in order.places() {
            handled += 1
            let index = known[place.caseIndex]
            guard let done = done[index], place.eventIndex >= done else { continue }
            chunk.append(draft(of: lent[index], at: place.eventIndex, time: place.time))
            places.append(
                Flight.Place(
                    name: lent[index].name, event: place.eventIndex + 1,
                    line: lent[index].events[place.eventIndex].line))
            guard chunk.count == Self.chunkSize else { continue }
            try flight.send(chunk, places, through: port, report: report)
            chunk.removeAll(keepingCapacity: true)
            places.removeAll(keepingCapacity: true)
            progress(handled)
        }
        if !chunk.isEmpty { try flight.send(chunk, places, through: port, report: report) }
        try flight.land(report: report)
        progress(handled)
        return flight.tally
    }

    private func source(_ mapped: MappedCase) -> SourceKey {
        SourceKey(system: system, name: mapped.name)
    }
}

/// What an import did.
package struct ImportTally: Equatable, Sendable {
    /// Source events that were recorded by this run.
    package var recorded = 0
    /// Those of them that are no transition here.
    package var steps = 0
    /// Source events that the rules refused.
    package var refused = 0

    package init(recorded: Int = 0, steps: Int = 0, refused: Int = 0) {
        self.recorded = recorded
        self.steps = steps
        self.refused = refused
    }
}

/// The writer stopped taking what the import sends.
package struct ImportInterrupted: Error {
    package let outcome: CommandOutcome

    /// Whether it met something broken, which the same again would meet too.
    package var isFailure: Bool { if case .failed = outcome { true } else { false } }

    /// Whether it may be that the writer was another process and is no more.
    package var isWriterGone: Bool {
        switch outcome {
        case .unknown: true
        case .accepted, .refused, .failed, .busy: false
        }
    }
}

// MARK: - Drafts

extension CaseImport {
    private func draft(of mapped: MappedCase, at index: Int, time: Instant) -> Draft {
        let events = mapped.events.span
        let step = events[index].step(index + 1)
        let command: PetitionCommand =
            index == 0
            ? .importSubmit(opening(of: mapped, step: step))
            : .importStep(
                .init(
                    events[index].word.word, step: step, skipsStages: events[index].skipsStages))
        var draft = Draft(.petition(number: nil, command), by: .importer, at: now)
        draft.occurredAt = events[index].time ?? time
        draft.source = source(mapped)
        draft.sections = sections(of: mapped, event: events[index], isFirst: index == 0)
        return draft
    }

    private func opening(
        of mapped: MappedCase, step: SourceStep
    ) -> PetitionCommand.ImportSubmit {
        var opening = PetitionCommand.ImportSubmit(
            source: Events.SourceCase(
                system: system, name: mapped.name, attributes: mapped.clear.map(\.step),
                due: mapped.due),
            step: step, service: mapped.service,
            channel: mapped.channel.flatMap(Channel.init) ?? .other)
        opening.category = mapped.category
        opening.department = mapped.department
        opening.officer = mapped.officer
        opening.joinsClocks = mapped.joinsClocks
        return opening
    }

    /// What the map does not call clear. The case's own fields travel with its first event.
    private func sections(
        of mapped: MappedCase, event: MappedEvent, isFirst: Bool
    ) -> [PlainSection] {
        var sections: [PlainSection] = []
        var attributes = event.sealed.map(\.step)
        if isFirst, !mapped.sealed.isEmpty {
            attributes.append(
                SourceStepAttribute(
                    key: "case", type: SourceType.container.rawValue,
                    attributes: mapped.sealed.map(\.step)))
        }
        if !attributes.isEmpty {
            sections.append(PlainSection(StepAttributes(attributes: attributes)))
        }
        guard isFirst else { return sections }
        if let title = mapped.title, !title.isClear {
            sections.append(PlainSection(PetitionText(subject: title.text)))
        }
        if let place = mapped.place, !place.isClear {
            sections.append(PlainSection(Place(description: place.text)))
        }
        return sections
    }
}

extension MappedCase {
    /// What is clear of each event, and the time that it is recorded with.
    fileprivate var steps: [(step: SourceStep, time: Instant)] {
        guard var latest = events.lazy.compactMap(\.time).first else { return [] }
        return events.indices.map { index in
            if let time = events[index].time { latest = max(latest, time) }
            return (events[index].step(index + 1), events[index].time ?? latest)
        }
    }
}

extension MappedEvent {
    fileprivate func step(_ number: Int) -> SourceStep {
        SourceStep(
            activity: activity, index: number, attributes: clear.map(\.step),
            lifecycle: lifecycle, resource: resource)
    }
}

extension SourceAttribute {
    fileprivate var step: SourceStepAttribute {
        SourceStepAttribute(
            key: key, type: type.rawValue, value: value, attributes: children.map(\.step))
    }
}

extension ImportMap.Word {
    fileprivate var word: PetitionCommand.ImportedWord {
        PetitionCommand.ImportedWord(rawValue: rawValue) ?? .stepRecorded
    }
}
