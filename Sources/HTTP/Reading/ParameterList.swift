/// `value; name=token; name="quoted"`: how Content-Type, Content-Disposition and Forwarded speak.
enum ParameterList {
    /// The value before the first semicolon and the parameters behind it; nil if malformed, or a
    /// name comes twice.
    static func read(_ text: some StringProtocol) -> (value: String, parameters: [String: String])?
    {
        let bytes = Array(text.utf8)
        let end = bytes.firstIndex(of: UInt8(ascii: ";")) ?? bytes.count
        let value = ASCII.trimmed(String(decoding: bytes[..<end], as: UTF8.self))
        guard let parameters = parameters(bytes[end...].dropFirst()) else { return nil }
        return (value, parameters)
    }

    /// `name=value; name="value"`.
    static func parameters(_ bytes: ArraySlice<UInt8>) -> [String: String]? {
        var parameters: [String: String] = [:]
        var rest = bytes
        while true {
            rest = rest.drop { ASCII.isBlank($0) || $0 == UInt8(ascii: ";") }
            if rest.isEmpty { return parameters }
            let name = rest.prefix(while: ASCII.isToken)
            rest = rest[name.endIndex...]
            guard !name.isEmpty, rest.first == UInt8(ascii: "="),
                let value = value(&rest)
            else { return nil }
            let key = ASCII.lowercased(String(decoding: name, as: UTF8.self))
            guard parameters.updateValue(value, forKey: key) == nil else { return nil }
            rest = rest.drop(while: ASCII.isBlank)
            guard rest.isEmpty || rest.first == UInt8(ascii: ";") else { return nil }
        }
    }

    private static func value(_ rest: inout ArraySlice<UInt8>) -> String? {
        rest = rest.dropFirst()
        guard rest.first == UInt8(ascii: "\"") else {
            let token = rest.prefix { ASCII.isToken($0) || $0 == 0x2F || $0 == 0x3A || $0 == 0x3F }
            rest = rest[token.endIndex...]
            return token.isEmpty ? nil : String(decoding: token, as: UTF8.self)
        }
        rest = rest.dropFirst()
        var value: [UInt8] = []
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "\"") { return String(validating: value, as: UTF8.self) }
            // Browsers escape a quote as %22 and leave a backslash alone; others escape both.
            if byte == UInt8(ascii: "\\"), let next = rest.first,
                next == UInt8(ascii: "\"") || next == UInt8(ascii: "\\")
            {
                value.append(rest.removeFirst())
            } else {
                value.append(byte)
            }
        }
        return nil
    }

    static func quoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            if scalar == "\"" || scalar == "\\" { result += "\\" }
            result.unicodeScalars.append(scalar)
        }
        return result + "\""
    }
}

extension MediaType {
    /// Reads a `Content-Type`; nil if malformed.
    package init?(_ text: some StringProtocol) {
        guard let (value, parameters) = ParameterList.read(text) else { return nil }
        let halves = value.split(separator: "/", omittingEmptySubsequences: false)
        guard halves.count == 2,
            halves.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy(ASCII.isToken) })
        else { return nil }
        self.init(essence: ASCII.lowercased(value), parameters: parameters)
    }
}
