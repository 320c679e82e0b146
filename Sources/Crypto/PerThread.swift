internal import Glibc

/// One owner of C state for each thread that asks, made when first asked for, released with it.
// Safe to send: the key is fixed, and a thread reaches its own value only.
final class PerThread<Owner: AnyObject>: Sendable {
    private let key: pthread_key_t
    private let make: @Sendable () -> Owner

    init(_ make: @escaping @Sendable () -> Owner) {
        var key = pthread_key_t()
        let code = unsafe pthread_key_create(&key) { value in
            if let value = unsafe value { unsafe Unmanaged<AnyObject>.fromOpaque(value).release() }
        }
        precondition(code == 0, "pthread_key_create failed with \(code)")
        self.key = key
        self.make = make
    }

    deinit { pthread_key_delete(key) }

    /// The calling thread's own; do not hand it to another.
    var current: Owner {
        if let value = unsafe pthread_getspecific(key) {
            return unsafe Unmanaged<Owner>.fromOpaque(value).takeUnretainedValue()
        }
        let owner = make()
        let value = unsafe Unmanaged.passRetained(owner).toOpaque()
        let code = unsafe pthread_setspecific(key, value)
        precondition(code == 0, "pthread_setspecific failed with \(code)")
        return owner
    }
}
