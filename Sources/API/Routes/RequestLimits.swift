internal import Entries
internal import Events
internal import HTTP
internal import Threads

/// How many requests each connected system has sent in the minute that runs.
final class RequestLimits: Sendable {
    static let usual = 600

    /// Where a system stands after a request.
    struct Standing: Equatable, Sendable {
        let quota: Int, left: Int, seconds: Int
        let isOver: Bool
    }

    private struct Count { var minute: Int, requests: Int }

    private let counts = Monitor<[String: Count]>([:])

    /// Counts a request of a system that was let in.
    func count(_ client: OfficeEvent.SubscriberSet, at now: Instant) -> Standing {
        let quota = client.perMinute ?? Self.usual
        let minute = now.milliseconds / 60_000
        let requests = counts.with { counts in
            var count = counts[client.subscriber] ?? Count(minute: minute, requests: 0)
            if count.minute != minute { count = Count(minute: minute, requests: 0) }
            count.requests += 1
            counts[client.subscriber] = count
            return count.requests
        }
        let seconds = 60 - (now.milliseconds / 1000) % 60
        return Standing(
            quota: quota, left: max(0, quota - requests), seconds: seconds,
            isOver: requests > quota)
    }
}

extension Response {
    /// Says how many more requests are taken (draft-ietf-httpapi-ratelimit-headers).
    mutating func tell(_ standing: RequestLimits.Standing) {
        headers["RateLimit-Policy"] = "\"default\";q=\(standing.quota);w=60"
        headers["RateLimit"] = "\"default\";r=\(standing.left);t=\(standing.seconds)"
    }
}
