internal import Threads

/// Bytes on their way to standard output or to a file, in large pieces.
///
/// Any thread may write; a call's bytes stay together. `flush` or `finish` must end the work.
package final class Output: Sendable {
    private let descriptor: Descriptor
    private let buffer: Monitor<[UInt8]>
    /// Where a file goes once it is whole.
    private let destination: String?

    init(_ descriptor: Descriptor) {
        self.descriptor = descriptor
        buffer = Monitor([])
        destination = nil
    }

    /// A file that appears under its name only when `finish` has made it whole and durable.
    package init(file path: String) throws(OutputError) {
        descriptor = try Descriptor.create(path + ".part")
        buffer = Monitor([])
        destination = path
    }

    deinit {
        guard destination != nil else { return }
        descriptor.close()
    }

    package func write(_ bytes: some Collection<UInt8>) throws {
        try buffer.with { buffer in
            buffer.append(contentsOf: bytes)
            if buffer.count >= Self.capacity { try Self.empty(&buffer, to: descriptor) }
        }
    }

    package func flush() throws {
        try buffer.with { try Self.empty(&$0, to: descriptor) }
    }

    /// Writes what is left and, for a file, syncs it and gives it its name.
    package func finish() throws {
        try flush()
        guard let destination else { return }
        try descriptor.synchronise()
        try Descriptor.rename(descriptor.path, to: destination)
    }

    /// Bytes that cannot be written are let go: writing them again could repeat a part.
    private static func empty(_ buffer: inout [UInt8], to descriptor: Descriptor) throws {
        guard !buffer.isEmpty else { return }
        let bytes = buffer
        buffer.removeAll(keepingCapacity: true)
        try descriptor.write(bytes)
    }

    private static let capacity = 64 << 10
}
