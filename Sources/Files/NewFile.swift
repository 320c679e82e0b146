internal import Glibc

/// A file that its name stands for once it is whole and on the disk, and not before.
///
/// It is written under another name, for its owner alone. Let go before `publish`, it is removed;
/// a process that is killed leaves it behind under that other name.
package struct NewFile: ~Copyable {
    private let descriptor: CInt
    private let draft: String
    private var isPublished = false

    /// Fails where there is a file of that name.
    package init(draft: String) throws(FileError) {
        descriptor = unsafe open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw .last("open", draft) }
        self.draft = draft
    }

    deinit {
        close(descriptor)
        if !isPublished { unsafe unlink(draft) }
    }

    package func write(_ bytes: Span<UInt8>) throws(FileError) {
        try unsafe bytes.withUnsafeBytes { (bytes) throws(FileError) in
            var written = 0
            while written < bytes.count {
                let count = unsafe Glibc.write(
                    descriptor, bytes.baseAddress! + written, bytes.count - written)
                if count < 0 && errno == EINTR { continue }
                guard count > 0 else { throw .last("write", draft) }
                written += count
            }
        }
    }

    /// Syncs the file, gives it its name within `directory`, and syncs that.
    ///
    /// A failure of the last step leaves the file there, and unknown whether its name will
    /// outlive a power failure.
    package mutating func publish(as name: String, in directory: String) throws(FileError) {
        try publishUnsynced(as: name, in: directory)
        try Directory.sync(directory)
    }

    /// Syncs the file and gives it its name; who publishes many syncs their directory after them.
    package mutating func publishUnsynced(
        as name: String, in directory: String
    ) throws(FileError) {
        guard fsync(descriptor) == 0 else { throw .last("fsync", draft) }
        try publishDraft(as: name, in: directory)
    }

    /// Gives the file its name while nothing is on the disk yet; who does so syncs all afterwards.
    package mutating func publishDraft(
        as name: String, in directory: String
    ) throws(FileError) {
        let path = directory + "/" + name
        guard unsafe rename(draft, path) == 0 else { throw .last("rename", path) }
        isPublished = true
    }
}
