/// `Content-Disposition` with a name in any script (RFC 6266).
enum Disposition {
    static func text(fileName: String, isAttachment: Bool) -> String {
        let kind = isAttachment ? "attachment" : "inline"
        let plain = String(
            fileName.unicodeScalars.map { scalar in
                let isPlain = scalar.isASCII && scalar.value >= 0x20 && scalar.value != 0x7F
                return isPlain && !"\"\\/%".unicodeScalars.contains(scalar)
                    ? Character(scalar) : "_"
            })
        let whole = PercentCoding.encoded(fileName)
        return "\(kind); filename=\"\(plain)\"; filename*=UTF-8''\(whole)"
    }
}
