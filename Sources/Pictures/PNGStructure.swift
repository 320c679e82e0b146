/// What the first chunk of a PNG says, without decoding it.
package struct PNGStructure: Equatable, Sendable {
    package let width: Int, height: Int

    private static let start: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

    /// Nil if `bytes` do not begin as a PNG.
    package init?(_ bytes: [UInt8]) {
        guard bytes.count >= 24, bytes.starts(with: Self.start),
            bytes[12..<16].elementsEqual("IHDR".utf8)
        else { return nil }
        func number(at offset: Int) -> Int {
            bytes[offset..<offset + 4].reduce(0) { $0 << 8 | Int($1) }
        }
        width = number(at: 16)
        height = number(at: 20)
        guard width > 0, height > 0 else { return nil }
    }
}
