internal import CSodium

/// Password hashes that cost memory and time, as strings that name their own parameters.
///
/// Each call takes the memory and the time of its cost on the calling thread: limit how many run.
package enum Argon2id {
    package struct Cost: Equatable, Sendable {
        package var operations: UInt64, memoryBytes: Int

        package init(operations: UInt64, memoryBytes: Int) {
            self.operations = operations
            self.memoryBytes = memoryBytes
        }
    }

    /// Thirty milliseconds or so; OWASP's recommended minimum is 2 operations over 19 MiB.
    package static let defaultCost = Cost(operations: 3, memoryBytes: 24 << 20)

    /// `$argon2id$v=19$m=…,t=…,p=1$salt$hash`; nil when the memory cannot be had.
    ///
    /// C: `crypto_pwhash_str_alg`.
    package static func hash(_ password: String, cost: Cost = defaultCost) -> String? {
        Sodium.start()
        var text = [CChar](repeating: 0, count: Int(crypto_pwhash_strbytes()))
        let code = unsafe withCharacters(of: password) { characters, count in
            unsafe crypto_pwhash_str_alg(
                &text, characters, count, cost.operations, cost.memoryBytes,
                crypto_pwhash_alg_argon2id13())
        }
        guard code == 0 else { return nil }
        return String(
            decoding: text.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    }

    /// Whether `password` is the one that was hashed; false too for text that is no hash.
    ///
    /// C: `crypto_pwhash_str_verify`.
    package static func verify(_ password: String, against hash: String) -> Bool {
        Sodium.start()
        let size = Int(crypto_pwhash_strbytes())
        guard hash.utf8.count < size else { return false }
        var text = hash.utf8.map(CChar.init(bitPattern:))
        text.append(contentsOf: repeatElement(0, count: size - text.count))
        return unsafe withCharacters(of: password) { characters, count in
            unsafe crypto_pwhash_str_verify(text, characters, count)
        } == 0
    }

    private static func withCharacters(
        of password: String, _ body: (UnsafePointer<CChar>, UInt64) -> CInt
    ) -> CInt {
        // One more than the password, so that an empty one has an address too.
        var characters = password.utf8.map(CChar.init(bitPattern:)) + [0]
        return unsafe characters.withUnsafeMutableBufferPointer { characters in
            defer { unsafe wipe(UnsafeMutableRawBufferPointer(characters)) }
            return unsafe body(UnsafePointer(characters.baseAddress!), UInt64(characters.count - 1))
        }
    }
}
