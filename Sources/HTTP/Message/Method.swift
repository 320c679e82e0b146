/// What a request wants to do.
package enum Method: String, Hashable, CaseIterable, Sendable {
    case get = "GET"
    case head = "HEAD"
    case post = "POST"
    case put = "PUT"
    case patch = "PATCH"
    case delete = "DELETE"
    case options = "OPTIONS"
    // Known, so that they are refused as not allowed: no route takes them.
    case trace = "TRACE"
    case query = "QUERY"

    /// Whether it changes nothing, and may be asked again.
    package var isSafe: Bool { self == .get || self == .head || self == .options }
}
