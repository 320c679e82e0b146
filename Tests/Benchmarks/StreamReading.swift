internal import Glibc

/// What has come over one connection of the answer to a request for the stream of events: chunks,
/// and in them lines. Bytes that do not matter are passed over and never copied.
struct StreamReading {
    private enum Place {
        case head
        case size
        case data(left: Int)
        /// Behind a chunk's data stands the end of a line.
        case dataEnd
        case over
    }

    private enum Line {
        /// So many bytes of the beginning were looked at.
        case begun(Int)
        /// The position in an `id`; the epoch stands before its hyphen.
        case id
        case other
    }

    private var place = Place.head
    private var line = Line.begun(0)
    private var matched = 0
    private var size = 0
    private var number: UInt64 = 0
    private let isSentEvents: Bool

    /// How many events have come, and the position of the last; that one is told in server-sent
    /// events only.
    private(set) var count = 0
    private(set) var last: UInt64 = 0

    init(isSentEvents: Bool) { self.isSentEvents = isSentEvents }

    var isOver: Bool {
        if case .over = place { return true }
        return false
    }

    mutating func take(_ bytes: UnsafeRawBufferPointer) {
        var next = 0
        while next < bytes.count {
            switch place {
            case .head:
                let end: [UInt8] = [13, 10, 13, 10]
                matched = unsafe bytes[next] == end[matched] ? matched + 1 : 0
                next += 1
                if matched == end.count { place = .size }
            case .size:
                let byte = unsafe bytes[next]
                next += 1
                if byte == 10 {
                    place = size == 0 ? .over : .data(left: size)
                    size = 0
                } else if byte != 13 {
                    size = size << 4 | Self.digit(byte)
                }
            case .data(let left):
                let end = min(bytes.count, next + left)
                unsafe read(UnsafeRawBufferPointer(rebasing: bytes[next..<end]))
                place = end - next == left ? .dataEnd : .data(left: left - (end - next))
                next = end
            case .dataEnd:
                if unsafe bytes[next] == 10 { place = .size }
                next += 1
            case .over: return
            }
        }
    }

    private static func digit(_ byte: UInt8) -> Int {
        Int(byte < 58 ? byte - 48 : (byte | 32) - 87)
    }

    private mutating func read(_ bytes: UnsafeRawBufferPointer) {
        var next = 0
        while next < bytes.count {
            let byte = unsafe bytes[next]
            switch line {
            case .begun(let looked):
                next += 1
                let wanted: [UInt8] = [105, 100, 58, 32]
                if byte == 10 {
                    line = .begun(0)
                } else if !isSentEvents || byte != wanted[looked] {
                    line = .other
                } else {
                    line = looked == 3 ? .id : .begun(looked + 1)
                    number = 0
                }
            case .id:
                next += 1
                if byte == 45 {
                    number = 0
                } else if byte == 10 {
                    (last, line) = (number, .begun(0))
                    count += 1
                } else {
                    number = number * 10 + UInt64(byte - 48)
                }
            case .other:
                let left = bytes.count - next
                guard let found = unsafe memchr(bytes.baseAddress! + next, 10, left) else { return }
                unsafe next = found - UnsafeMutableRawPointer(mutating: bytes.baseAddress!) + 1
                line = .begun(0)
                if !isSentEvents { count += 1 }
            }
        }
    }
}
