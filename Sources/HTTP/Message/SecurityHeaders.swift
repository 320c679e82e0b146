/// The fields that every answer carries unless it sets its own.
package struct SecurityHeaders: Equatable, Sendable {
    /// Directives of Content-Security-Policy; no inline script is allowed by the strict set.
    package var contentSecurityPolicy: [(name: String, sources: String)]
    package var referrerPolicy: String
    package var permissionsPolicy: String
    /// `Strict-Transport-Security` for so many seconds, on answers that go out encrypted.
    package var strictTransportSeconds: Int?

    /// Only what comes from here; no frame, no plug-in, no inline script or style.
    package static let strict = SecurityHeaders(
        contentSecurityPolicy: [
            ("default-src", "'none'"), ("script-src", "'self'"), ("style-src", "'self'"),
            ("img-src", "'self' data:"), ("font-src", "'self'"), ("connect-src", "'self'"),
            ("manifest-src", "'self'"), ("form-action", "'self'"), ("base-uri", "'none'"),
            ("frame-ancestors", "'none'"),
        ],
        referrerPolicy: "same-origin",
        permissionsPolicy: "camera=(), geolocation=(self), microphone=(), payment=(), usb=()",
        strictTransportSeconds: 31_536_000)

    package init(
        contentSecurityPolicy: [(name: String, sources: String)], referrerPolicy: String,
        permissionsPolicy: String, strictTransportSeconds: Int?
    ) {
        self.contentSecurityPolicy = contentSecurityPolicy
        self.referrerPolicy = referrerPolicy
        self.permissionsPolicy = permissionsPolicy
        self.strictTransportSeconds = strictTransportSeconds
        fields = [
            "Content-Security-Policy": contentSecurityPolicy.map { "\($0.name) \($0.sources)" }
                .joined(separator: "; "),
            "X-Content-Type-Options": "nosniff",
            "X-Frame-Options": "DENY",
            "Referrer-Policy": referrerPolicy,
            "Permissions-Policy": permissionsPolicy,
            "Cross-Origin-Opener-Policy": "same-origin",
            "Cross-Origin-Resource-Policy": "same-origin",
        ]
    }

    /// Written once.
    private let fields: HeaderFields

    package func apply(to headers: inout HeaderFields, isSecure: Bool) {
        for field in fields.fields where headers[field.name] == nil {
            headers.append(field.name, field.value)
        }
        if isSecure, let seconds = strictTransportSeconds {
            headers["Strict-Transport-Security"] = "max-age=\(seconds)"
        }
    }

    package static func == (left: Self, right: Self) -> Bool {
        left.fields == right.fields && left.strictTransportSeconds == right.strictTransportSeconds
    }
}
