package import Entries
internal import EventLog
internal import Projections
internal import Vault

/// What a sweep of an office's files has found.
package struct SweptFiles: Equatable, Sendable {
    /// Half-written, of processes that were killed.
    package var halfWritten = 0
    /// Of keys that are erased.
    package var erased = 0
    /// Named by the log since the last sweep.
    package var kept = 0
    /// Of more than a day, and no event names them.
    package var unnamed = 0
    /// Neither named nor what they were when they were sealed; left for somebody to look at.
    package var damaged: [Digest] = []

    package init() {}
}

extension Office {
    /// Removes files that no event names and files of erased keys; once a day is enough.
    ///
    /// Reads the log from where the oldest of the files that nobody has looked at was sealed, and
    /// opens the sections there that name files. Blocks for as long as that takes.
    @discardableResult
    package func sweepFiles(ofAge seconds: Int = SealedFiles.patienceSeconds) throws -> SweptFiles {
        var swept = SweptFiles()
        swept.halfWritten = try files.removeDrafts(ofAge: seconds)
        swept.erased = try files.removeErased(by: vault)
        let loose = try files.loose(ofAge: seconds)
        guard let first = loose.map(\.head).min() else { return swept }
        let head = try log.head
        let named = try namedFiles(after: first)
        for file in loose {
            if named.files.contains(file.file) || named.lost.contains(file.key) {
                try files.keep(file)
                swept.kept += 1
            } else if file.head <= head {
                // A log that is shorter than it was may get its end back.
                do {
                    try files.remove(file)
                    swept.unnamed += 1
                } catch SealedFileError.damaged(let file) {
                    swept.damaged.append(file)
                } catch SealedFileError.missing {}
            }
        }
        return swept
    }

    /// The files that events after a position name, as far as their keys are not erased; and the
    /// keys of sections that are lost, which may have named more.
    private func namedFiles(
        after position: Position
    ) throws -> (files: Set<Digest>, lost: Set<KeyReference>) {
        var named: Set<Digest> = []
        var lost: Set<KeyReference> = []
        let open = sectionOpener
        try fileNames(
            after: position,
            open: { event, section in
                let opened: Projections.OpenedSection = try open(event, section)
                if case .lost = opened { lost.insert(section.keyReference) }
                return try content(of: section, beside: event)
            }
        ) { named.insert($0.file) }
        return (named, lost)
    }
}
