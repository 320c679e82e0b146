package import Entries
internal import Events
package import Exchange
internal import EventLog
internal import Rules

/// One run of an import: what is missing is recorded between two events of the office that say
/// who imported what.
package struct ImportRun: Sendable {
    private let office: Office
    private let port: any CommandPort
    private let history: SourceHistory
    private let map: Digest
    private let now: Instant

    package init(
        office: Office, port: any CommandPort, history: SourceHistory, map: Digest, now: Instant
    ) {
        self.office = office
        self.port = port
        self.history = history
        self.map = map
        self.now = now
    }

    /// Blocks until everything is durable. A run that finds nothing to do records nothing.
    package func perform(
        report: (RowProblem) -> Void, progress: (Int) -> Void
    ) throws -> ImportResult {
        let done = try office.log.importedSteps(of: history.system)
        if !done.isEmpty, let earlier = try earlierMap(), earlier != map {
            throw ImportMapChanged(system: history.system)
        }
        let cases = CaseImport(
            system: history.system, cases: history.cases, done: done, now: now)
        cases.reportOthers(report)
        guard cases.remaining > 0 else {
            return ImportResult(
                tally: ImportTally(), alreadyThere: cases.alreadyThere, head: try office.log.head)
        }
        try defineServices()
        let run = "\(history.system)-\(now.milliseconds)"
        try record(
            .importStarted(
                .init(run: run, system: history.system, file: history.digest, map: map)))
        let tally = try cases.run(through: port, report: report, progress: progress)
        try record(
            .importFinished(
                .init(
                    run: run, cases: history.cases.count, events: tally.recorded,
                    steps: tally.steps, refused: tally.refused)))
        return ImportResult(
            tally: tally, alreadyThere: cases.alreadyThere, head: try office.log.head)
    }

    /// The map of the newest import from the same system.
    private func earlierMap() throws -> Digest? {
        let stream = StreamName(.office, office.paths.code)
        var map: Digest?
        for recorded in try office.log.events(of: stream, until: try office.log.head) {
            guard case .office(.importStarted(let data)) = recorded.event,
                data.system == history.system
            else { continue }
            map = data.map
        }
        return map
    }

    /// Services of the source that the office does not have begin as the standard one of their
    /// kind; they are not announced to citizens.
    package func defineServices() throws {
        let settings = try office.log.settings(of: office.paths.code)
        var known = Set(settings.services.keys)
        for mapped in history.cases where known.insert(mapped.service).inserted {
            let kind = PetitionKind(rawValue: mapped.kind.rawValue) ?? .service
            guard var definition = DefaultServices.general.first(where: { $0.kind == kind })
            else { preconditionFailure("no standard service of the kind \(kind)") }
            definition.code = mapped.service
            definition.name = LocalText(mapped.service)
            let outcome = perform(.serviceDefined(.init(definition: definition)), by: .system)
            if case .accepted = outcome { continue }
            // Another import of the same history may have been faster.
            let services = try office.log.settings(of: office.paths.code).services
            guard services[mapped.service] != nil else {
                throw ImportInterrupted(outcome: outcome)
            }
        }
    }

    private func record(_ event: OfficeEvent) throws {
        let outcome = perform(event, by: .importer)
        guard case .accepted = outcome else { throw ImportInterrupted(outcome: outcome) }
    }

    private func perform(_ event: OfficeEvent, by actor: Actor) -> CommandOutcome {
        port.perform(Draft(.office(OfficeCommand(event)), by: actor, at: now))
    }
}

/// The log holds cases of this system that were read with another map: their steps could mean
/// something else now, and what is there already could not be told.
package struct ImportMapChanged: Error {
    package let system: String
}

/// What a run came to.
package struct ImportResult: Equatable, Sendable {
    package let tally: ImportTally
    /// How many source events the log held when it began.
    package let alreadyThere: Int
    /// The log's last position after it.
    package let head: Position
}
