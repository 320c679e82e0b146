internal import Glibc

/// A small file of a few slots, each overwritten by itself: what is written to one leaves the
/// others as they are, whenever the power fails.
package final class SlotFile: Sendable {
    /// A page: no disk writes parts of two at once.
    package static let slotBytes = 4096

    private let descriptor: CInt
    private let path: String

    /// Opens the file; one that is not there is made, empty, and outlives a power failure.
    package init(_ path: String, in directory: String, slots: Int) throws(FileError) {
        let whole = directory + "/" + path
        if try FileStatus.of(whole) == nil {
            let draft = whole + ".new"
            try Directory.remove(draft)
            var file = try NewFile(draft: draft)
            try file.write([UInt8](repeating: 0, count: slots * Self.slotBytes).span)
            try file.publish(as: path, in: directory)
        }
        descriptor = unsafe open(whole, O_RDWR | O_CLOEXEC | O_NOFOLLOW)
        guard descriptor >= 0 else { throw .last("open", whole) }
        self.path = whole
    }

    deinit { close(descriptor) }

    /// What a slot holds; fewer bytes than a slot has where the file was cut off.
    package func read(_ slot: Int) throws(FileError) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: Self.slotBytes)
        let count = unsafe pread(
            descriptor, &bytes, bytes.count, off_t(slot * Self.slotBytes))
        guard count >= 0 else { throw .last("read", path) }
        return Array(bytes.prefix(count))
    }

    /// Overwrites a slot, the rest of it with zeros; on return it is on the disk.
    package func write(_ bytes: [UInt8], to slot: Int) throws(FileError) {
        precondition(bytes.count <= Self.slotBytes, "too much for a slot")
        let whole = bytes + [UInt8](repeating: 0, count: Self.slotBytes - bytes.count)
        let count = unsafe pwrite(
            descriptor, whole, whole.count, off_t(slot * Self.slotBytes))
        guard count == whole.count else { throw .last("write", path) }
        guard fdatasync(descriptor) == 0 else { throw .last("fdatasync", path) }
    }
}
