package import Crypto
internal import Threads

extension Vault {
    /// A secret of that name among the office's keys, made where there is none yet.
    ///
    /// For what must outlive a restart and is no key of anybody's data. Only the holder of the
    /// office's writer lock may ask.
    package func secret(named name: String) throws -> SecretKey {
        try store.with { _ in
            keys.contains(name) ? try keys.secret(name) : try keys.createSecret(name)
        }
    }
}
