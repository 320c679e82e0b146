internal import Glibc

/// A thread of our own for work that blocks: the shared pool is too narrow for that.
package struct WorkerThread: Sendable {
    private let finished: Monitor<Bool>

    /// Starts a thread with a stack of 8 MiB that runs `body` to its end.
    package init(_ body: @escaping @Sendable () -> Void) {
        let finished = Monitor(false)
        self.finished = finished
        let start = Start {
            body()
            finished.with { $0 = true }
            finished.broadcast()
        }
        Self.spawn(start)
    }

    /// Waits until the thread has run to its end.
    package func join() { _ = finished.wait { $0 ? true : nil } }

    private final class Start: Sendable {
        let body: @Sendable () -> Void
        init(body: @escaping @Sendable () -> Void) {
            self.body = body
        }
    }

    private static func spawn(_ start: Start) {
        var attributes = pthread_attr_t()
        unsafe pthread_attr_init(&attributes)
        unsafe pthread_attr_setdetachstate(&attributes, CInt(PTHREAD_CREATE_DETACHED))
        unsafe pthread_attr_setstacksize(&attributes, 8 << 20)
        var thread = pthread_t()
        let argument = unsafe Unmanaged.passRetained(start).toOpaque()
        let code = unsafe pthread_create(
            &thread, &attributes,
            { argument in
                let start = unsafe Unmanaged<Start>.fromOpaque(argument!).takeRetainedValue()
                start.body()
                return nil
            }, argument)
        unsafe pthread_attr_destroy(&attributes)
        precondition(code == 0, "pthread_create failed with \(code)")
    }
}
