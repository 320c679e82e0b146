package import Entries

/// What somebody wants, read and checked; the body is complete.
package struct Request: Sendable {
    /// Drawn here for this request alone: the access log and the error report name it.
    package let id: String
    package let method: Method
    package let path: RequestPath
    package let query: FormFields
    package let headers: HeaderFields
    package let cookies: Cookies
    /// When its head had arrived.
    package let arrival: Instant
    /// Whoever asked, seen through the proxies that are trusted and no others.
    package let client: IPAddress
    /// Whether the client's side of the connection is encrypted, by a trusted proxy's word.
    package let isSecure: Bool
    /// `Traceparent`, if it was well formed.
    package let trace: TraceParent?
    /// The pattern of its route, `/petitions/{number}`.
    package internal(set) var route: String
    package internal(set) var parameters: PathParameters
    package internal(set) var body: Body

    package enum Body: Sendable {
        case none
        case bytes([UInt8])
        case form(FormFields, files: [UploadedFile])
    }

    /// The form's fields, none if the body was no form.
    package var form: FormFields {
        if case .form(let fields, _) = body { fields } else { FormFields() }
    }

    /// The form's files, in their order.
    package var files: [UploadedFile] {
        if case .form(_, let files) = body { files } else { [] }
    }

    /// The body's bytes where the route asked for bytes.
    package var bytes: [UInt8] {
        if case .bytes(let bytes) = body { bytes } else { [] }
    }

    /// `Host`, without trust: use the office's own address where it matters.
    package var host: String? { headers["Host"] }

    /// A parameter of the path, made into what the handler wants; what cannot be is not found.
    package func parameter<Value>(
        _ name: String, _ make: (String) throws -> Value?
    ) throws(Refusal) -> Value {
        guard let text = parameters[name], let value = try? make(text) else { throw .notFound }
        return value
    }
}

/// What the braces of a route's pattern stood for.
package struct PathParameters: Equatable, Sendable {
    var values: [(name: String, value: String)] = []

    package subscript(name: String) -> String? { values.first { $0.name == name }?.value }

    package static func == (left: Self, right: Self) -> Bool {
        left.values.elementsEqual(right.values) { $0 == $1 }
    }
}
