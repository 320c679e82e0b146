package import Entries
internal import EventLog
internal import Vault

extension ServedOffice {
    /// The content of a sealed file, whole; the caller has seen to it that it may be read.
    package func bytes(
        of file: Digest, under key: KeyReference, size: Int
    ) throws -> [UInt8] {
        try files.read(file, with: try office.vault.key(key), limit: size)
    }
}
