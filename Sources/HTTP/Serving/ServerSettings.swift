package import Entries

/// How a server is set up.
package struct ServerSettings: Sendable {
    package var listen: ListenAddress
    /// Directory for files that are being uploaded. They have no name there and vanish with the
    /// process.
    package var uploads: String
    /// Of all files that are being uploaded or looked at; more are refused with 503.
    package var uploadedBytes = 2 << 30
    /// Threads that read and write.
    package var networkThreads = 2
    /// Connections at once; more are not taken.
    package var connections = 2048
    /// Connections of one address at once, 0 is any: keep it so behind a proxy.
    package var connectionsPerPeer = 0
    /// A longer head is refused with a page of ours.
    package var headBytes = 16 << 10
    /// Memory of a connection. A head that does not fit in it, about twice, is refused by
    /// libmicrohttpd itself, in its own words and without our fields.
    package var connectionBytes = 80 << 10
    /// A connection on which nothing happens is closed after that. Some of those that broke off in
    /// the middle of a body are noticed then only: libmicrohttpd 0.9.75 misses their end.
    package var idleSeconds = 30
    package var patience = Patience()
    /// So much of a refused body is read away, so that a browser gets to see the answer.
    package var drainedBytes = 32 << 20
    package var ordinary = LaneSettings(threads: 16, waiting: 512)
    package var slow = LaneSettings(threads: 2, waiting: 64)
    package var proxies = TrustedProxies()
    package var security = SecurityHeaders.strict
    /// Whether the whole site is behind TLS even where no proxy says so.
    package var isAlwaysSecure = false
    package var clock: @Sendable () -> Instant = { SystemClock.now }
    /// The page for a refusal; its status and the fields it needs are set afterwards.
    package var refusalPage: @Sendable (Refusal, Request?) -> Response = { refusal, _ in
        .text("\(refusal.status.code) \(refusal.status.reason)\n")
    }
    /// Told of each request when it is over, on a network thread: it must not wait.
    package var accessLog: @Sendable (AccessRecord) -> Void = { _ in }
    /// Told what a handler threw that was no `Refusal`, and of trouble with the disk.
    package var failure: @Sendable (any Error, Request?) -> Void = { _, _ in }

    package init(listen: ListenAddress, uploads: String) {
        self.listen = listen
        self.uploads = uploads
    }
}

package struct LaneSettings: Equatable, Sendable {
    package var threads: Int
    /// Requests that may wait for a thread; one more is refused with 503.
    package var waiting: Int

    package init(threads: Int, waiting: Int) {
        self.threads = threads
        self.waiting = waiting
    }
}
