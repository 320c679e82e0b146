import Projections
import SQLite
import Terminal
import Workflow

extension OfficeViews {
    /// Brings the views to the head of the log; where nothing can be written, or another process
    /// keeps the views for ten seconds without bringing one along, tells on which position each of
    /// `views` stands instead.
    func catchUp(orTelling terminal: Terminal, of views: [ViewName]) throws {
        let bar = terminal.progress("views", of: Int(try head), unit: "entries")
        defer { bar.finish() }
        do {
            try catchUp(patience: 10, progress: { position, _ in bar.reach(Int(position)) }) {
                tell(terminal, damaged: $0, $1)
            }
        } catch let problem as OfficeProblem {
            switch problem {
            case .fixedViews(let place):
                try tell(terminal, "\(place) cannot be written to", of: views, orThrow: problem)
            case .viewsBusy:
                try tell(
                    terminal, "another process keeps the views and does not bring them along",
                    of: views, orThrow: problem)
            default: throw problem
            }
        } catch let error as SQLiteError where error.kind == .full {
            try tell(terminal, "the disk is full", of: views, orThrow: error)
        }
    }

    /// Reads one state of a view; one that cannot be read is made anew, and that is told.
    func read<Result>(
        _ view: ViewName, telling terminal: Terminal, _ body: (ViewReader) throws -> Result?
    ) throws -> Result? {
        try read(view, damaged: { tell(terminal, damaged: $0, $1) }, body)
    }

    private func tell(_ terminal: Terminal, damaged view: ViewName, _ error: any Error) {
        terminal.note(view.madeAnew(because: error), tone: .bad)
    }

    private func tell(
        _ terminal: Terminal, _ why: String, of views: [ViewName], orThrow problem: any Error
    ) throws {
        let head = try head
        let shown = try views.map { view in
            guard let checkpoint = try reader(of: view).checkpoint() else { throw problem }
            return
                "\(view.rawValue) is shown as it stood at position "
                + Readable.count(Int(checkpoint.position))
        }
        terminal.note(
            "\(why): \(shown.joined(separator: ", ")); the log stands at "
                + Readable.count(Int(head)), tone: .near)
    }
}

extension ViewName {
    /// A view is only what the log says: nothing is lost with its file.
    func madeAnew(because error: any Error) -> String {
        let words = (error as? SQLiteError)?.message ?? "\(error)"
        return "\(rawValue) was damaged (\(words)) and was made anew; is the disk sound?"
    }
}
