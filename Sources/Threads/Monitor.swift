internal import Glibc

/// A value that several threads share, with a way to wait until it has changed.
///
/// A pthread mutex and condition rather than `Synchronization.Mutex`: that one has no condition
/// and gives false alarms under ThreadSanitizer once contended.
// Safe to send: every access to `value` holds the mutex.
@safe package final class Monitor<Value>: @unchecked Sendable {
    private let mutex: UnsafeMutablePointer<pthread_mutex_t>
    private let condition: UnsafeMutablePointer<pthread_cond_t>
    private var value: Value

    package init(_ value: sending Value) {
        unsafe mutex = .allocate(capacity: 1)
        unsafe condition = .allocate(capacity: 1)
        self.value = value
        unsafe pthread_mutex_init(mutex, nil)
        var attributes = pthread_condattr_t()
        unsafe pthread_condattr_init(&attributes)
        unsafe pthread_condattr_setclock(&attributes, CLOCK_MONOTONIC)
        unsafe pthread_cond_init(condition, &attributes)
        unsafe pthread_condattr_destroy(&attributes)
    }

    deinit {
        unsafe pthread_cond_destroy(condition)
        unsafe pthread_mutex_destroy(mutex)
        unsafe condition.deallocate()
        unsafe mutex.deallocate()
    }

    /// Runs `body` alone; it must not wait for anything that needs this monitor.
    package func with<Result>(_ body: (inout Value) throws -> sending Result) rethrows
        -> sending Result
    {
        unsafe pthread_mutex_lock(mutex)
        defer { unsafe pthread_mutex_unlock(mutex) }
        return try body(&value)
    }

    /// Waits until `body` returns a result; asks again after each `signal` or `broadcast`.
    package func wait<Result>(_ body: (inout Value) throws -> sending Result?) rethrows
        -> sending Result
    {
        unsafe pthread_mutex_lock(mutex)
        defer { unsafe pthread_mutex_unlock(mutex) }
        while true {
            if let result = try body(&value) { return result }
            unsafe pthread_cond_wait(condition, mutex)
        }
    }

    /// As `wait`, for at most `milliseconds`; nil when the time has passed.
    package func wait<Result>(
        milliseconds: Int, _ body: (inout Value) throws -> sending Result?
    ) rethrows -> sending Result? {
        var deadline = timespec()
        unsafe clock_gettime(CLOCK_MONOTONIC, &deadline)
        let nanoseconds = deadline.tv_nsec + milliseconds % 1000 * 1_000_000
        deadline.tv_sec += milliseconds / 1000 + nanoseconds / 1_000_000_000
        deadline.tv_nsec = nanoseconds % 1_000_000_000
        unsafe pthread_mutex_lock(mutex)
        defer { unsafe pthread_mutex_unlock(mutex) }
        while true {
            if let result = try body(&value) { return result }
            guard unsafe pthread_cond_timedwait(condition, mutex, &deadline) == 0 else {
                return try body(&value)
            }
        }
    }

    /// Wakes one waiter.
    package func signal() { unsafe pthread_cond_signal(condition) }

    /// Wakes all waiters.
    package func broadcast() { unsafe pthread_cond_broadcast(condition) }
}
