internal import Entries
internal import EventLog
internal import Events
internal import Foundation
internal import Workflow

/// How much the log's directory holds for each byte of entries and sealed sections.
enum DiskUse {
    static let mostRatio = 2.0

    static func measure(_ bench: Bench) throws -> [Figure] {
        let history = try bench.history()
        let log = history.office.log
        var (entries, envelopes, sealed) = (0, 0, 0)
        try log.replay { entry in
            let event = try RecordedEvent.read(position: entry.position, bytes: entry.bytes)
            let blobs = try event.frame.sections.map { section in
                try log.section(at: entry.position, number: section.number)?.count ?? 0
            }
            return (entry.bytes.count, blobs.reduce(0, +))
        } deliver: { sizes in
            entries += sizes.count
            envelopes += sizes.reduce(0) { $0 + $1.0 }
            sealed += sizes.reduce(0) { $0 + $1.1 }
        }
        return [
            Figure(
                .disk, "log directory", try size(of: history.paths.log), "bytes",
                baseline: .init(
                    name: "entries and sealed bytes", value: Double(envelopes + sealed)),
                target: .ratioAtMost(mostRatio)),
            Figure(.disk, "average entry", Double(envelopes) / Double(entries), "bytes"),
            Figure(
                .disk, "average sealed sections of an entry", Double(sealed) / Double(entries),
                "bytes"),
        ]
    }

    private static func size(of directory: String) throws -> Double {
        let files = FileManager.default
        return try files.contentsOfDirectory(atPath: directory).reduce(0) { sum, name in
            let attributes = try files.attributesOfItem(atPath: "\(directory)/\(name)")
            return sum + Double(attributes[.size] as? Int ?? 0)
        }
    }
}
