package import Entries
internal import EventLog
internal import Events
package import Projections
internal import Rules
internal import Sockets

/// How an office stands, as far as a reader can tell.
package struct OfficeStatus: Sendable {
    package let code: String
    /// In Thai; the code while there is no name.
    package let name: String
    package let origin: String
    package let epoch: UInt64
    package let head: Position
    package let lastRecorded: Instant?
    package let logBytes: Int
    /// Whether a process holds the office's writer and answers on its socket.
    package let hasWriter: Bool
    /// What the house could not do by itself and tries again.
    package let held: [(worker: HeldWork.Worker, item: HeldItem)]

    /// How far each view has come; nil for one that was never built, cannot be read, or is of
    /// another log or version and is made anew by whoever opens it next.
    package let views: [(view: ViewName, position: Position?)]

    package init(of office: Office) throws {
        let log = office.log
        code = office.paths.code
        name = try log.settings(of: office.paths.code).office?.name.thai ?? office.paths.code
        origin = log.origin
        epoch = log.epoch
        head = try log.head
        lastRecorded = try log.entry(at: head).map { try Envelope($0.bytes).time }
        logBytes = log.usedSize
        let directory = ViewDirectory(reading: office.paths.views)
        let (epoch, head) = (epoch, head)
        views = ViewName.allCases.map { view in
            guard let checkpoint = try? ViewReader(view, in: directory).checkpoint(),
                checkpoint.goesOn(as: view, at: Cursor(epoch: epoch, position: head))
            else { return (view, nil) }
            return (view, checkpoint.position)
        }
        held = try HeldWork.items(of: office.paths)
        hasWriter =
            (try? UnixConnection(directory: office.paths.office, name: OfficePaths.socketName))
            != nil
    }
}
