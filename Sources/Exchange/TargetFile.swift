/// A file that an export is written to, gzip if its name ends in `.gz`.
///
/// A regular file appears under its name when it is finished, whole; what is let go before that
/// leaves nothing behind and what stood there stays.
package struct TargetFile: ~Copyable {
    private var destination: FileDestination
    private var deflater: Deflater?
    private var buffer: [UInt8] = []

    private static let bufferBytes = 256 << 10

    package init(path: String) throws(ExchangeError) {
        let deflater = path.hasSuffix(".gz") ? try Deflater.ready(path: path) : nil
        destination = try FileDestination(path: path)
        self.deflater = deflater
    }

    private init(_ destination: consuming FileDestination) { self.destination = destination }

    /// The program's own output, never compressed; finishing it does not close it.
    package static func standardOutput() -> TargetFile { TargetFile(.standardOutput()) }

    package mutating func write(_ bytes: some Sequence<UInt8>) throws(ExchangeError) {
        buffer.append(contentsOf: bytes)
        if buffer.count >= Self.bufferBytes { try flush(isLast: false) }
    }

    /// Writes what is left and gives the file its name.
    package consuming func finish() throws(ExchangeError) {
        try flush(isLast: true)
        try destination.keep()
    }

    private mutating func flush(isLast: Bool) throws(ExchangeError) {
        if deflater != nil {
            var compressed: [UInt8] = []
            deflater?.compress(buffer, isLast: isLast, into: &compressed)
            swap(&buffer, &compressed)
        }
        try destination.write(buffer)
        buffer.removeAll(keepingCapacity: true)
    }
}
