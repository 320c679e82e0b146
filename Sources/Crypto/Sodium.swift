internal import CSodium

/// libsodium, started once: until then it has not looked for the processor's fast instructions.
enum Sodium {
    private static let isStarted = sodium_init() >= 0

    static func start() {
        guard isStarted else { preconditionFailure("libsodium cannot start") }
    }
}

/// Overwrites bytes with zeros, in a way that the compiler keeps.
package func wipe(_ bytes: inout [UInt8]) {
    unsafe bytes.withUnsafeMutableBytes { unsafe wipe($0) }
}

func wipe(_ bytes: UnsafeMutableRawBufferPointer) {
    if let base = bytes.baseAddress { unsafe sodium_memzero(base, bytes.count) }
}
