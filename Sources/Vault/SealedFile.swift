package import Entries

/// A file as it was sealed: what an event says of it, and where it lies.
package struct SealedFile: Hashable, Sendable {
    package var key: KeyReference
    /// SHA-256 of the sealed bytes.
    package var file: Digest
    /// SHA-256 of what was sealed.
    package var content: Digest
    /// How many bytes were sealed.
    package var size: Int

    package init(key: KeyReference, file: Digest, content: Digest, size: Int) {
        self.key = key
        self.file = file
        self.content = content
        self.size = size
    }
}

/// Why a sealed file cannot be had. An erased key is the vault's to report: `VaultError.erasedKey`.
package enum SealedFileError: Error, Equatable, Sendable {
    /// It is not there.
    case missing(Digest)
    /// It is there, and not what it was when it was named.
    case damaged(Digest)
    /// It is whole, and was not sealed with this key.
    case wrongKey(Digest)
    /// It holds more than the caller wants in memory.
    case tooLarge(Digest, size: Int)
}

extension SealedFileError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .missing(let file): "the sealed file \(file) is missing"
        case .damaged(let file): "the sealed file \(file) is damaged"
        case .wrongKey(let file): "the sealed file \(file) was not sealed with this key"
        case .tooLarge(let file, let size): "the sealed file \(file) holds \(size) bytes"
        }
    }
}

/// The name of a sealed file below its directory: `<xx>/<key reference>-<hash>`.
///
/// The key comes first, so that all files of a key that is erased are found without opening
/// anything; `xx` are its last two digits, which are random.
package struct SealedFileName: Hashable, Sendable {
    package let key: KeyReference
    package let file: Digest

    var folder: String { Self.folder(of: key) }
    var last: String { "\(key)-\(file)" }
    var path: String { "\(folder)/\(last)" }

    static func folder(of key: KeyReference) -> String { String(key.description.suffix(2)) }

    package init(key: KeyReference, file: Digest) {
        self.key = key
        self.file = file
    }

    /// Nil if it is not the name of a sealed file.
    init?(_ name: String) {
        let parts = name.utf8.split(separator: UInt8(ascii: "-"), maxSplits: 1)
        guard parts.count == 2, let key = KeyReference(hex: parts[0]),
            let file = Digest(hex: parts[1])
        else { return nil }
        self.init(key: key, file: file)
    }
}
