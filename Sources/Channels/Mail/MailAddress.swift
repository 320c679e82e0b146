/// An address that may stand in an SMTP command and in a header as it is.
///
/// ASCII only, nothing that a command or a header gives a meaning to: what is not so cannot be
/// written to without SMTPUTF8, which the mail servers of offices seldom speak.
package struct MailAddress: Hashable, Sendable {
    package let text: String

    package init?(_ text: some StringProtocol) {
        let bytes = Array(text.utf8)
        let at = UInt8(ascii: "@")
        guard bytes.count <= 254, bytes.count(where: { $0 == at }) == 1,
            let middle = bytes.firstIndex(of: at), (1...64).contains(middle),
            case let domain = bytes[(middle + 1)...], Self.isDomain(domain),
            bytes[..<middle].allSatisfy(Self.isLocal)
        else { return nil }
        self.text = String(decoding: bytes, as: UTF8.self)
    }

    package var domain: Substring { text[text.index(after: text.firstIndex(of: "@")!)...] }

    private static func isLocal(_ byte: UInt8) -> Bool {
        isLetterOrDigit(byte) || "!#$%&'*+-/=?^_`{|}~.".utf8.contains(byte)
    }

    private static func isDomain(_ bytes: ArraySlice<UInt8>) -> Bool {
        let labels = bytes.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        return !labels.isEmpty
            && labels.allSatisfy { label in
                (1...63).contains(label.count)
                    && label.allSatisfy { isLetterOrDigit($0) || $0 == UInt8(ascii: "-") }
            }
    }

    private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
            || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }
}
