package import Entries
internal import Files

/// A file that nobody has seen the log name yet.
package struct LooseFile: Hashable, Sendable {
    package let key: KeyReference
    package let file: Digest
    /// The log's head when it was sealed: look for its name behind that.
    package let head: Position
}

extension SealedFiles {
    /// How long a file may wait for the event that names it.
    package static let patienceSeconds = 86_400

    /// Removes all files of keys that are erased, named or not; returns how many there were.
    ///
    /// Nothing is opened for it, and again for the same key does nothing.
    @discardableResult
    package func remove(under keys: some Sequence<KeyReference>) throws -> Int {
        let keys = Set(keys)
        var removed = 0
        for folder in Set(keys.map(SealedFileName.folder)) {
            removed += try remove(in: folder) { keys.contains($0.key) }
        }
        return removed
    }

    /// Removes what is left of all keys that the vault has erased: after a crash, or after files
    /// were restored from a copy.
    @discardableResult
    package func removeErased(by vault: Vault) throws -> Int {
        try remove { vault.erasure(of: $0) != nil }
    }

    /// Removes all files of the keys that are going.
    @discardableResult
    func remove(where isGoing: (KeyReference) -> Bool) throws -> Int {
        var removed = 0
        for folder in try folders() {
            removed += try remove(in: folder) { isGoing($0.key) }
        }
        return removed
    }

    func remove(_ file: SealedFile) throws {
        try Directory.remove(path(SealedFileName(key: file.key, file: file.file)))
    }

    /// The loose files that are at least so old.
    package func loose(ofAge seconds: Int = patienceSeconds) throws -> [LooseFile] {
        var found: [LooseFile] = []
        for folder in try folders() {
            for name in try names(in: folder) {
                guard let status = try FileStatus.of(path(name)), status.isWritable,
                    status.ageSeconds >= seconds
                else { continue }
                guard let head = try head(of: name) else { continue }
                found.append(LooseFile(key: name.key, file: name.file, head: head))
            }
        }
        return found
    }

    /// Notes that the log names the file.
    package func keep(_ file: LooseFile) throws {
        try Directory.protect(path(SealedFileName(key: file.key, file: file.file)))
    }

    /// Removes a file that the log does not name, and never will.
    ///
    /// A damaged one is left (`SealedFileError.damaged`): what it says of itself is not to be
    /// relied on.
    package func remove(_ file: LooseFile) throws {
        try verify(file.file, under: file.key)
        try Directory.remove(path(SealedFileName(key: file.key, file: file.file)))
    }

    /// Removes half-written files that nobody has touched for so long: of killed processes.
    @discardableResult
    package func removeDrafts(ofAge seconds: Int = patienceSeconds) throws -> Int {
        let folder = directory + "/" + Self.draftFolder
        var removed = 0
        for name in try Directory.names(folder) ?? [] {
            let path = folder + "/" + name
            guard let status = try FileStatus.of(path), status.ageSeconds >= seconds else {
                continue
            }
            if try Directory.remove(path) { removed += 1 }
        }
        return removed
    }

    private func remove(in folder: String, where isGoing: (SealedFileName) -> Bool) throws -> Int {
        var removed = 0
        for name in try names(in: folder) where isGoing(name) {
            if try Directory.remove(path(name)) { removed += 1 }
        }
        if removed > 0 { try Directory.sync(directory + "/" + folder) }
        return removed
    }

    private func folders() throws -> [String] {
        try Directory.names(directory)?.filter { $0.utf8.count == 2 }.sorted() ?? []
    }

    private func names(in folder: String) throws -> [SealedFileName] {
        let names = try Directory.names(directory + "/" + folder) ?? []
        return names.compactMap { SealedFileName($0) }
    }

    /// From where on events may name the file: all, if it does not begin like a sealed one. Nil
    /// if it is gone.
    private func head(of name: SealedFileName) throws -> Position? {
        guard let reader = try FileReader.open(ifThere: path(name)) else { return nil }
        var bytes: [UInt8] = []
        try reader.read(SealedFileForm.count, into: &bytes)
        return SealedFileForm(bytes)?.head ?? 0
    }
}
