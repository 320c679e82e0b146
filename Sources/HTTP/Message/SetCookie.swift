/// A cookie to be set: out of reach of scripts and of other sites unless said otherwise.
package struct SetCookie: Equatable, Sendable {
    package enum SameSite: String, Sendable { case strict = "Strict", lax = "Lax", none = "None" }

    package var name: String, value: String
    /// Seconds it lives; nil is as long as the browser is open; 0 removes it.
    package var maxAge: Int?
    package var path: String
    package var sameSite: SameSite
    package var isHTTPOnly: Bool
    /// Behind TLS only; the name then gets the prefix `__Host-`, which ties it to this host.
    package var isSecure: Bool

    package init(
        _ name: String, _ value: String, maxAge: Int? = nil, path: String = "/",
        sameSite: SameSite = .lax, isHTTPOnly: Bool = true, isSecure: Bool
    ) {
        precondition(!name.isEmpty && name.utf8.allSatisfy(ASCII.isToken), "not a cookie's name")
        precondition(value.utf8.allSatisfy(Cookies.isValue), "not a cookie's value")
        precondition(
            path.hasPrefix("/") && path.utf8.allSatisfy { $0 != 0x3B && !ASCII.isControl($0) })
        self.name = name
        self.value = value
        self.maxAge = maxAge
        self.path = path
        self.sameSite = sameSite
        self.isHTTPOnly = isHTTPOnly
        self.isSecure = isSecure
    }

    /// One that removes the cookie of that name.
    package static func removing(_ name: String, isSecure: Bool) -> SetCookie {
        SetCookie(name, "", maxAge: 0, isSecure: isSecure)
    }

    /// The name as it is sent: `__Host-` asks for `Secure` and for the path `/`.
    package static func sentName(_ name: String, path: String = "/", isSecure: Bool) -> String {
        isSecure ? (path == "/" ? "__Host-" : "__Secure-") + name : name
    }

    /// The value of `Set-Cookie`.
    package var text: String {
        var text = "\(Self.sentName(name, path: path, isSecure: isSecure))=\(value); Path=\(path)"
        if let maxAge { text += "; Max-Age=\(maxAge)" }
        if isHTTPOnly { text += "; HttpOnly" }
        if isSecure { text += "; Secure" }
        return text + "; SameSite=\(sameSite.rawValue)"
    }
}

extension Cookies {
    /// The cookie that a `SetCookie` of that name has set.
    package func value(_ name: String, isSecure: Bool) -> String? {
        self[SetCookie.sentName(name, isSecure: isSecure)]
    }
}
