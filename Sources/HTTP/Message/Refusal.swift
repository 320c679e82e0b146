/// Why a request is not answered as it was meant: a value, from which the caller makes a page.
package enum Refusal: Error, Equatable, Sendable {
    /// A part of the request that can be wrong or too large.
    package enum Part: Equatable, Sendable { case address, fields, body, form, file, cookies }

    case malformed(Part)
    case notFound
    case methodNotAllowed(allowed: [Method])
    /// The request or its body did not arrive in time.
    case tooSlow
    /// Over `limit`: bytes, or a number of fields, parts or files.
    case tooLarge(Part, limit: Int)
    case unsupportedMediaType(accepted: [String])
    case methodUnknown
    /// Too many requests wait already, or the server is about to stop.
    case busy(retryAfterSeconds: Int)
    /// The handler failed; what it threw has gone to the server's owner only.
    case failed
    /// Thrown by a handler.
    case refused(Status)

    package var status: Status {
        switch self {
        case .malformed: .badRequest
        case .notFound: .notFound
        case .methodNotAllowed: .methodNotAllowed
        case .tooSlow: .requestTimeout
        case .tooLarge(.address, limit: _): .targetTooLong
        case .tooLarge(.fields, limit: _), .tooLarge(.cookies, limit: _): .fieldsTooLarge
        case .tooLarge: .contentTooLarge
        case .unsupportedMediaType: .unsupportedMediaType
        case .methodUnknown: .notImplemented
        case .busy: .serviceUnavailable
        case .failed: .internalServerError
        case .refused(let status): status
        }
    }

    /// The fields that must go with it.
    package var headers: HeaderFields {
        switch self {
        case .methodNotAllowed(let allowed):
            ["Allow": allowed.map(\.rawValue).joined(separator: ", ")]
        case .unsupportedMediaType(let accepted): ["Accept": accepted.joined(separator: ", ")]
        case .busy(let seconds): ["Retry-After": String(seconds)]
        default: [:]
        }
    }
}
