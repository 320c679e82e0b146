package import Entries
internal import Foundation

extension ViewSnapshots {
    /// Makes the view as it stood at `end` in a directory of its own: from the last copy before
    /// it, or from nothing where there is none.
    ///
    /// - Returns: the position that it began from.
    @discardableResult
    package func make(
        at end: Position, of source: EventSource, open: @escaping SectionOpener,
        in directory: ViewDirectory, progress: (@Sendable (Position) -> Void)? = nil
    ) throws -> Position {
        let start =
            directory.current(view) == nil ? try lay(notAfter: end, in: directory) ?? 0 : 0
        let runner = ViewRunner(
            directory: directory, source: source.until(end), open: open, views: [view],
            isPrivate: true)
        try runner.catchUp(progress: { position, _ in progress?(position) })
        if let failure = runner.status(of: view).failure { throw failure }
        return start
    }

    /// Puts the last whole copy at or before `end` into an empty directory as the view's first
    /// build; nil if there is none.
    private func lay(notAfter end: Position, in directory: ViewDirectory) throws -> Position? {
        guard let whole = whole(notAfter: end) else { return nil }
        try FileManager.default.copyItem(
            atPath: whole.path, toPath: directory.file(view, build: 1))
        try directory.publish(view, build: 1)
        return whole.position
    }

    /// Makes the copies that are missing up to the head, one after the other, and lets go of those
    /// that are too many; how many were made.
    ///
    /// `workplace` is an empty directory that the caller removes. Ends early when `isOver` says so;
    /// `progress` hears how many have been made of how many.
    package func catchUp(
        of source: EventSource, open: @escaping SectionOpener, in workplace: ViewDirectory,
        progress: (_ made: Int, _ missing: Int) -> Void = { _, _ in },
        unless isOver: () -> Bool = { false }
    ) throws -> Int {
        let head = try source.head().position
        let step = step(for: head)
        tidy(step: step)
        let kept = Set(positions)
        let missing = stride(from: step, through: max(head, step), by: Int(step)).filter {
            $0 <= head && !kept.contains($0)
        }
        var made = 0
        var last: Position = 0
        for position in missing {
            if isOver() { break }
            // A copy that lies between is a shorter way than folding what is before it.
            if let nearest = positions.last(where: { $0 < position }), nearest > last,
                let build = workplace.current(view)
            {
                workplace.remove(view, build: build)
                workplace.unlink(view)
            }
            try make(at: position, of: source, open: open, in: workplace)
            try keep(position, from: workplace)
            last = position
            made += 1
            progress(made, missing.count)
        }
        return made
    }
}
