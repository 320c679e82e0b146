package import Entries

/// What is written down of a request: neither what was asked with nor what was answered.
package struct AccessRecord: Equatable, Sendable {
    package let request: String
    package let arrival: Instant
    package let client: IPAddress?
    /// Of the connection itself: the proxy's, or the client's.
    package let peerPort: Int
    package let method: Method?
    /// The route's pattern and never the path, which may hold a number or a code.
    package let route: String?
    /// Nil if nothing was answered.
    package let status: Status?
    /// Of the answer's body as sent.
    package let byteCount: Int
    /// From the head's arrival to the answer's end.
    package let microseconds: Int
    /// Whether the answer went out whole.
    package let isComplete: Bool
    package let trace: TraceParent?
}
