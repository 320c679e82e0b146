package import EventLog
internal import Events
internal import Entries

extension EventLog {
    /// How many events of each case of `system` the log holds; reads the whole log.
    package func importedEvents(of system: String) throws -> [SourceKey: Int] {
        var sources: [StreamName: SourceKey] = [:]
        var counts: [SourceKey: Int] = [:]
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
                counts[source] = max(counts[source] ?? 0, step.index)
            }
            position = last.position
        }
        return counts
    }
}
