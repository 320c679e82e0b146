internal import Threads

/// Bytes on their way to standard output or to a file, in large pieces.
///
/// Any thread may write; a call's bytes stay together. `flush` or `finish` must end the work.
package final class Output: Sendable {
    private struct State {
        var bytes: [UInt8] = []
        var isFinished = false
    }

    private let descriptor: Descriptor
    private let state = Monitor(State())
    /// Where a file goes once it is whole.
    private let destination: String?

    init(_ descriptor: Descriptor) {
        self.descriptor = descriptor
        destination = nil
    }

    /// A file that appears under its name only when `finish` has made it whole.
    package init(file path: String) throws(OutputError) {
        descriptor = try Descriptor.create(path + ".part")
        destination = path
    }

    deinit {
        guard destination != nil else { return }
        descriptor.close()
        if !state.with({ $0.isFinished }) { Descriptor.remove(descriptor.path) }
    }

    package func write(_ bytes: some Collection<UInt8>) throws {
        try state.with { state in
            state.bytes.append(contentsOf: bytes)
            if state.bytes.count >= Self.capacity { try empty(&state) }
        }
    }

    package func flush() throws {
        try state.with { try empty(&$0) }
    }

    /// Writes what is left and, for a file, syncs it and gives it its name.
    package func finish() throws {
        try flush()
        guard let destination else { return }
        try descriptor.synchronise()
        try Descriptor.rename(descriptor.path, to: destination)
        state.with { $0.isFinished = true }
    }

    /// Bytes that cannot be written are let go: writing them again could repeat a part.
    private func empty(_ state: inout State) throws {
        guard !state.bytes.isEmpty else { return }
        defer { state.bytes.removeAll(keepingCapacity: true) }
        try descriptor.write(state.bytes)
    }

    private static let capacity = 64 << 10
}
