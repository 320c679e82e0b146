/// Bytes as letters and digits that people copy into an authenticator app (RFC 4648, unpadded).
package enum Base32 {
    private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".utf8)

    package static func encode(_ bytes: some Sequence<UInt8>) -> String {
        var letters: [UInt8] = []
        var (held, count) = (0, 0)
        for byte in bytes {
            held = (held << 8 | Int(byte)) & 0xFFFF
            count += 8
            while count >= 5 {
                count -= 5
                letters.append(alphabet[held >> count & 31])
            }
        }
        if count > 0 { letters.append(alphabet[held << (5 - count) & 31]) }
        return String(decoding: letters, as: UTF8.self)
    }
}
