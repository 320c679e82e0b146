import Projections
import Terminal
import Workflow

extension OfficeViews {
    /// Brings the views to the head of the log; where nothing can be written, tells on which
    /// position each of `views` stands instead.
    func catchUp(orTelling terminal: Terminal, of views: [ViewName]) throws {
        do {
            try catchUp()
        } catch OfficeProblem.fixedViews(let place) {
            let head = try head
            for view in views {
                guard let checkpoint = try reader(of: view).checkpoint() else {
                    throw OfficeProblem.fixedViews(place)
                }
                terminal.note(
                    "\(place) cannot be written to: \(view.rawValue) is shown as it stood at "
                        + "position \(checkpoint.position); the log stands at \(head)",
                    tone: .near)
            }
        }
    }
}
