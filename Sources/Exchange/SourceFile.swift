internal import Glibc

/// A file to read from front to back, decompressed on the way if it is gzip (by its first bytes,
/// whatever its name), one member or several. Holds 128 KiB of it at a time.
package struct SourceFile: ~Copyable {
    /// What it is called in messages.
    package let path: String
    /// Its size on the disk, 0 if that is not known beforehand (a pipe).
    package let byteCount: Int
    private var origin: FileOrigin
    private var input = [UInt8](repeating: 0, count: 128 << 10)
    private var start = 0, end = 0
    private var bytesRead = 0
    private var state = State.unopened
    private var inflater: Inflater?

    private enum State { case unopened, plain, betweenMembers, inMember, finished }

    package init(path: String) throws(ExchangeError) {
        self.path = path
        origin = try FileOrigin(path: path)
        byteCount = origin.byteCount
    }

    /// A file that is in memory already.
    package init(bytes: [UInt8], path: String = "-") {
        self.path = path
        origin = FileOrigin(bytes: bytes)
        byteCount = bytes.count
    }

    /// Whether it can be read again from its beginning: no pipe, no device.
    package var isOnDisk: Bool { origin.isOnDisk }

    /// How much of the file, as it lies on the disk, has been used.
    package var bytesConsumed: Int { bytesRead - (end - start) }

    /// Fills `buffer` from its beginning; returns how many bytes are new, 0 at the end of the file.
    package mutating func read(into buffer: inout [UInt8]) throws(ExchangeError) -> Int {
        while true {
            switch state {
            case .unopened: try open()
            case .finished: return 0
            case .plain:
                let count = try takePlain(into: &buffer)
                if count == 0 { state = .finished }
                return count
            case .betweenMembers: try startMember()
            case .inMember:
                let count = try takeCompressed(into: &buffer)
                if count > 0 { return count }
            }
        }
    }

    private mutating func open() throws(ExchangeError) {
        while end < 2, try refill() > 0 {}
        if end >= 2, input[0] == 0x1F, input[1] == 0x8B {
            inflater = Inflater()
            guard inflater != nil else {
                throw .system(call: "inflateInit2", path: path, code: ENOMEM)
            }
            state = .inMember
        } else {
            state = .plain
        }
    }

    /// Adds to the input, which must have room; returns how much.
    private mutating func refill() throws(ExchangeError) -> Int {
        if start == end { (start, end) = (0, 0) }
        let count = try origin.read(into: &input, at: end, path: path)
        end += count
        bytesRead += count
        return count
    }

    private mutating func takePlain(into buffer: inout [UInt8]) throws(ExchangeError) -> Int {
        if start == end {
            let count = try origin.read(into: &buffer, at: 0, path: path)
            bytesRead += count
            return count
        }
        let count = min(buffer.count, end - start)
        buffer.replaceSubrange(0..<count, with: input[start..<(start + count)])
        start += count
        return count
    }

    /// Goes on with the next member, past zeros that pad the file (tapes, block devices).
    private mutating func startMember() throws(ExchangeError) {
        while true {
            while start < end, input[start] == 0 { start += 1 }
            if start < end { break }
            if try refill() == 0 {
                state = .finished
                return
            }
        }
        inflater?.startMember()
        state = .inMember
    }

    private mutating func takeCompressed(into buffer: inout [UInt8]) throws(ExchangeError) -> Int {
        let isAtEnd = start == end ? try refill() == 0 : false
        guard let step = inflater?.step(from: input[start..<end], into: &buffer) else { return 0 }
        switch step {
        case .went(let read, let written):
            guard !isAtEnd || written > 0 else { throw .truncatedGzip(path: path) }
            start += read
            return written
        case .ended(let read, let written):
            start += read
            state = .betweenMembers
            return written
        case .damaged(let detail):
            throw .corruptGzip(path: path, offset: bytesConsumed, detail: detail)
        }
    }
}
