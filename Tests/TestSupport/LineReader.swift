import Foundation

/// Lines of a pipe; one thread at a time.
final class LineReader: @unchecked Sendable {
    private let handle: FileHandle
    private var buffer = Data()

    init(_ handle: FileHandle) { self.handle = handle }

    struct Ended: Error {}

    func line() throws -> Data {
        while true {
            if let end = buffer.firstIndex(of: 0x0A) {
                defer { buffer = Data(buffer[(end + 1)...]) }
                return Data(buffer[..<end])
            }
            let more = handle.availableData
            guard !more.isEmpty else { throw Ended() }
            buffer += more
        }
    }

    func rest() -> [Data] {
        buffer += (try? handle.readToEnd()) ?? Data()
        defer { buffer = Data() }
        return buffer.split(separator: 0x0A).map { Data($0) }
    }
}
