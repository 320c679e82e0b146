internal import Files
internal import FoundationEssentials
package import Vault

/// A copy of the vault in one file: wrapped keys and accounts, and no key that opens them.
///
/// It is kept for a short time, and apart from everything else.
package struct VaultArchive: Equatable, Sendable {
    package let origin: String
    /// The epoch of the key that opens it: once that is destroyed, nobody opens it any more.
    package let epoch: Int

    static let title = "khamrong vault 1"

    /// Writes it while the office is served. A copy lies beside it meanwhile, for its owner alone.
    package static func write(
        _ vault: Vault, to path: String
    ) throws -> VaultArchive {
        let archive = VaultArchive(origin: vault.place.office, epoch: vault.epoch)
        let copy = path + ".copy"
        defer { try? FileManager.default.removeItem(atPath: copy) }
        try ArchiveFile.write(to: path, title: title, [archive.origin, "\(archive.epoch)"]) {
            file in
            try Vault.copy(vault.place, to: copy)
            for name in Vault.copiedNames {
                guard let reader = try FileReader.open(ifThere: "\(copy)/\(name)") else { continue }
                try file.write(reader, as: name)
            }
            try file.endFiles()
        }
        return archive
    }

    package static func check(_ path: String) throws -> VaultArchive { try read(path) { _, _ in } }

    /// Puts the vault's files into `directory`, where there are none.
    static func restore(_ path: String, to directory: String) throws -> VaultArchive {
        var file: (name: String, NewFileBox)?
        return try read(path) { name, piece in
            if file?.name != name { file = (name, try NewFileBox("\(directory)/\(name).new")) }
            if piece.isEmpty {
                try file?.1.publish(as: name, in: directory)
            } else {
                try file?.1.write(piece)
            }
        }
    }

    private static func read(
        _ path: String, _ body: (_ name: String, _ piece: [UInt8]) throws -> Void
    ) throws -> VaultArchive {
        let source = try ArchiveSource(path)
        let head = try source.head(title, lines: 2)
        guard let epoch = Int(head[1]) else { throw source.damage }
        while let name = try source.file() {
            guard Vault.copiedNames.contains(name) else { throw source.damage }
            var piece: [UInt8]
            repeat {
                piece = try source.piece()
                try body(name, piece)
            } while !piece.isEmpty
        }
        try source.end()
        return VaultArchive(origin: head[0], epoch: epoch)
    }
}

/// A new file that a closure keeps.
private final class NewFileBox {
    private var file: NewFile

    init(_ draft: String) throws { file = try NewFile(draft: draft) }

    func write(_ bytes: [UInt8]) throws { try file.write(bytes.span) }

    func publish(as name: String, in directory: String) throws {
        try file.publish(as: name, in: directory)
    }
}
