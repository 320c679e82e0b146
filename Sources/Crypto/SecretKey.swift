internal import CSodium

/// Thirty-two secret bytes that are wiped when the last holder lets go, and never printed.
// Safe to send: the bytes are written by `init` and `deinit` only. They lie in memory of their
// own, so that reading them is no access to a variable, which only one thread may have.
@safe package final class SecretKey: @unchecked Sendable {
    package static let count = 32
    private let bytes: UnsafeMutableRawBufferPointer

    /// Copies 32 bytes, nil of any other number; the copy that was given is the caller's to wipe.
    package convenience init?(_ bytes: Span<UInt8>) {
        guard bytes.count == Self.count else { return nil }
        unsafe self.init { target in
            unsafe bytes.withUnsafeBytes { unsafe target.copyMemory(from: $0) }
        }
    }

    package convenience init?(_ bytes: [UInt8]) { self.init(bytes.span) }

    /// The key that `fill` writes.
    init<Failure: Error>(
        _ fill: (UnsafeMutableRawBufferPointer) throws(Failure) -> Void
    ) throws(Failure) {
        unsafe bytes = .allocate(byteCount: Self.count, alignment: 8)
        unsafe wipe(bytes)
        unsafe try fill(bytes)
    }

    package static func random() -> SecretKey {
        unsafe SecretKey { bytes in unsafe SecureRandom.current.fill(bytes) }
    }

    deinit {
        unsafe wipe(bytes)
        unsafe bytes.deallocate()
    }

    /// Another key for another use, number `id` in a `context` of eight ASCII characters.
    ///
    /// C: `crypto_kdf_derive_from_key`.
    package func derived(_ id: UInt64, context: StaticString) -> SecretKey {
        precondition(context.utf8CodeUnitCount == 8, "a context has eight characters")
        Sodium.start()
        return unsafe SecretKey { derived in
            unsafe withBytes { own in
                let code = unsafe context.utf8Start.withMemoryRebound(to: CChar.self, capacity: 8) {
                    unsafe crypto_kdf_derive_from_key(
                        derived.baseAddress!.assumingMemoryBound(to: UInt8.self), derived.count,
                        id, $0, own.baseAddress!.assumingMemoryBound(to: UInt8.self))
                }
                precondition(code == 0, "key derivation failed")
            }
        }
    }

    /// Lends the bytes for as long as `body` runs: for files and tests that must write them down.
    package func withSpan<Result, Failure: Error>(
        _ body: (Span<UInt8>) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        unsafe try body(bytes.bindMemory(to: UInt8.self).span)
    }

    func withBytes<Result>(_ body: (UnsafeRawBufferPointer) throws -> Result) rethrows -> Result {
        unsafe try body(UnsafeRawBufferPointer(bytes))
    }
}

extension SecretKey: CustomStringConvertible, CustomReflectable {
    package var description: String { "secret" }
    package var customMirror: Mirror { Mirror(self, children: []) }
}
