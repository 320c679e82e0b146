package import Entries
internal import EventLog
package import Vault

extension ServedOffice {
    /// Seals a file as `content` writes it, on the disk before the command that names it.
    package func seal(
        under key: KeyHandle, _ content: (_ write: (Span<UInt8>) throws -> Void) throws -> Void
    ) throws -> SealedFile {
        let writer = try files.begin(under: key, after: try office.log.head)
        try content { try writer.write($0) }
        return try writer.finish()
    }

    /// The content of a sealed file, whole; the caller has seen to it that it may be read.
    package func bytes(
        of file: Digest, under key: KeyReference, size: Int
    ) throws -> [UInt8] {
        try files.read(file, with: try office.vault.key(key), limit: size)
    }
}
