internal import Glibc

/// Directories, and the names in them.
package enum Directory {
    /// Makes a directory that its owner alone may enter, in one that is there; false if there is
    /// one already. The name outlives a power failure once the directory above is synced.
    @discardableResult
    package static func make(_ path: String) throws(FileError) -> Bool {
        if unsafe mkdir(path, 0o700) == 0 { return true }
        let error = FileError.last("mkdir", path)
        if error.code == EEXIST { return false }
        throw error
    }

    /// The names in a directory, in no order; nil if there is no such directory.
    package static func names(_ path: String) throws(FileError) -> [String]? {
        guard let directory = unsafe opendir(path) else {
            let error = FileError.last("opendir", path)
            if error.isMissing { return nil }
            throw error
        }
        defer { unsafe closedir(directory) }
        var names: [String] = []
        while true {
            errno = 0
            guard let entry = unsafe readdir(directory) else {
                guard errno == 0 else { throw .last("readdir", path) }
                return names
            }
            let name = unsafe withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
                unsafe String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            if name != "." && name != ".." { names.append(name) }
        }
    }

    /// Makes sure that the names in a directory outlive a power failure.
    package static func sync(_ path: String) throws(FileError) {
        let descriptor = unsafe open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .last("open", path) }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw .last("fsync", path) }
    }

    /// Waits until all that was written to any disk, by anybody, outlives a power failure. C: `sync`
    ///
    /// For very many small files, each of which would wait by itself; a disk that fails is not told.
    package static func syncEverything() { Glibc.sync() }

    /// Takes a file's name out of its directory; false if it was not there.
    @discardableResult
    package static func remove(_ path: String) throws(FileError) -> Bool {
        if unsafe unlink(path) == 0 { return true }
        let error = FileError.last("unlink", path)
        if error.isMissing { return false }
        throw error
    }

    /// From now on its owner may only read the file.
    package static func protect(_ path: String) throws(FileError) {
        guard unsafe chmod(path, 0o400) == 0 else { throw .last("chmod", path) }
    }
}
