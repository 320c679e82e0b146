package import EventLog
internal import Events
internal import Entries

extension EventLog {
    /// What the log holds of each case of `system`, in the order of the steps; reads the whole
    /// log.
    package func importedSteps(of system: String) throws -> [SourceKey: [StepPrint]] {
        var sources: [StreamName: SourceKey] = [:]
        var steps: [SourceKey: [StepPrint]] = [:]
        var position: Position = 0
        while case let entries = try read(after: position, limit: 1000), let last = entries.last {
            for entry in entries {
                let recorded = try RecordedEvent.read(entry)
                if case .petition(.submitted(let data)) = recorded.event,
                    let source = data.source, source.system == system
                {
                    sources[recorded.stream] = SourceKey(source)
                }
                guard let step = recorded.frame.step, let source = sources[recorded.stream]
                else { continue }
                steps[source, default: []].append(
                    StepPrint(step, at: recorded.occurredAt))
            }
            position = last.position
        }
        return steps
    }
}
