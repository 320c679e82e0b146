internal import Crypto
package import Entries

/// The secret that an authenticator app and the office share, while an officer sets it up.
///
/// It is never logged, printed or kept.
package struct SecondFactor: Equatable, Sendable {
    let secret: [UInt8]

    /// What is typed into an app that cannot see the code: groups of four letters.
    package var text: String {
        let letters = Array(Base32.encode(secret))
        return stride(from: 0, to: letters.count, by: 4).map { start in
            String(letters[start..<min(start + 4, letters.count)])
        }.joined(separator: " ")
    }

    /// What an app reads from a QR code; `issuer` and `name` are what it shows beside the code.
    package func address(issuer: String, name: String) -> String {
        let (issuer, name) = (Self.escaped(issuer), Self.escaped(name))
        return "otpauth://totp/\(issuer):\(name)?secret=\(Base32.encode(secret))&issuer=\(issuer)"
    }

    /// The code that an app shows at a moment: for whoever stands for the app.
    package func code(at now: Instant) -> String {
        TimeCode.code(of: Self.step(at: now), secret: secret)
    }

    /// The step whose code was typed, one before and one after this moment's included: clocks
    /// differ, and people are slow. Takes as long for a code that is nearly right.
    func step(of typed: String, at now: Instant, after last: Int) -> Int? {
        let digits = OneTimeCodes.digits(typed)
        let here = Self.step(at: now)
        var found: Int?
        for step in here - 1...here + 1 {
            let isRight = OneTimeCodes.isEqual(digits, TimeCode.code(of: step, secret: secret))
            if isRight, step > last { found = found ?? step }
        }
        return found
    }

    private static func step(at now: Instant) -> Int {
        TimeCode.step(atSeconds: now.milliseconds / 1000)
    }

    private static func escaped(_ text: String) -> String {
        var result = ""
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"),
                UInt8(ascii: "."):
                result.unicodeScalars.append(Unicode.Scalar(byte))
            default: result += "%" + Hex.encode([byte]).uppercased()
            }
        }
        return result
    }
}
