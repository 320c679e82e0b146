internal import Threads

/// An HTTP/1.1 server for one router; TLS and HTTP/2 are a proxy's work.
///
/// Signals are the caller's: it calls `stop` when one comes.
package final class Server: Sendable {
    /// Where it listens, with the port that the system gave.
    package let address: ListenAddress
    private let core: Core
    private let daemon: Daemon
    private let watch: Watch
    private let isStopped = Monitor(false)

    /// Takes connections from now on.
    package init(_ settings: ServerSettings, router: Router) throws(ServerError) {
        let socket = try ListenSocket(settings.listen)
        address = ListenAddress(settings.listen.address, port: socket.port)
        core = Core(settings: settings, router: router)
        do throws(ServerError) {
            daemon = try Daemon(socket, core: core)
        } catch {
            core.ordinary.close()
            core.slow.close()
            throw error
        }
        watch = Watch(core)
    }

    /// Tells new connections to come again (503), lets what is under way finish for at most
    /// `milliseconds`, then ends; true if nothing was cut off. Blocks; a second call does nothing.
    @discardableResult package func stop(within milliseconds: Int = 30_000) -> Bool {
        let isFirst = isStopped.with { isStopped in
            defer { isStopped = true }
            return !isStopped
        }
        guard isFirst else { return true }
        core.beginStopping()
        for link in core.links.current { link.exchange?.endStream() }
        let isClean = core.waitForEnd(milliseconds: milliseconds)
        // The library must not be stopped while a connection sleeps.
        core.beginClosing()
        for link in core.links.current { link.exchange?.abandon() }
        if !isClean { _ = core.waitForEnd(milliseconds: 200) }
        watch.stop()
        daemon.stop()
        core.ordinary.close()
        core.slow.close()
        return isClean
    }

    deinit { stop(within: 0) }
}
