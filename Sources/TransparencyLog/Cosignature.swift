/// The form of cosignature/v1: eight bytes of time, then a signature over both time and text.
enum Cosignature {
    static let count = 72

    static func message(_ text: [UInt8], seconds: UInt64) -> [UInt8] {
        Array("cosignature/v1\ntime \(seconds)\n".utf8) + text
    }

    static func bytes(of seconds: UInt64) -> [UInt8] {
        (0..<8).map { UInt8(truncatingIfNeeded: seconds >> UInt64(56 - 8 * $0)) }
    }

    /// The time in a signature of the right length; nil if it is none that can be.
    static func seconds(in signature: [UInt8]) -> UInt64? {
        let seconds = signature.prefix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        return (1...TreeSize.largest).contains(seconds) ? seconds : nil
    }
}
