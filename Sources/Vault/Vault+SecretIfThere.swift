package import Crypto

extension Vault {
    /// A secret of that name among the office's keys; nil if there is none. Nothing is made.
    package func secret(ifThere name: String) throws -> SecretKey? {
        keys.contains(name) ? try keys.secret(name) : nil
    }
}
