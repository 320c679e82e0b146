internal import Glibc

/// Being asked to end: by a service's supervisor, or by Control-C.
package enum TerminationSignal {
    /// Keeps SIGTERM and SIGINT from ending the process at once. Call it before any thread is
    /// started: only threads started afterwards are covered.
    package static func hold() {
        var set = signals
        unsafe pthread_sigmask(SIG_BLOCK, &set, nil)
    }

    /// Waits until one comes, and says which. C: `sigwait`.
    package static func wait() -> Int32 {
        var set = signals
        var received: Int32 = 0
        while unsafe sigwait(&set, &received) != 0 {}
        return received
    }

    private static var signals: sigset_t {
        var set = sigset_t()
        unsafe sigemptyset(&set)
        unsafe sigaddset(&set, SIGTERM)
        unsafe sigaddset(&set, SIGINT)
        return set
    }
}
