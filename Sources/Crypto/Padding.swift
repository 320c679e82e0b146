/// Padding of ISO/IEC 7816-4, as `sodium_pad` writes it: 0x80, then zeros to a whole block.
package enum Padding {
    /// Pads `bytes`; there is always at least one byte of padding.
    package static func pad(_ bytes: inout [UInt8], from start: Int = 0, block: Int) {
        precondition(block > 0, "a block has at least one byte")
        let count = bytes.count - start
        bytes.append(0x80)
        bytes.append(contentsOf: repeatElement(0, count: block - 1 - count % block))
    }

    /// Takes off padding of at most `longest` bytes; false, and nothing changed, if there is none.
    package static func unpad(_ bytes: inout [UInt8], longest: Int) -> Bool {
        guard let mark = bytes.suffix(longest).lastIndex(where: { $0 != 0 }), bytes[mark] == 0x80
        else { return false }
        bytes.removeSubrange(mark...)
        return true
    }
}
