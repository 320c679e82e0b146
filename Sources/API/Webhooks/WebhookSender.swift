internal import Channels
package import Entries
package import Events
internal import HTTP

/// What a receiver said, as far as it matters.
package struct WebhookAnswer: Equatable, Sendable {
    /// Nil if there was no answer.
    package var status: Int?
    package var retryAfter: Int?
    package var words: String

    package var isTaken: Bool { status.map { (200..<300).contains($0) } ?? false }
}

/// Sends one body to one receiver, signed.
package struct WebhookSender: Sendable {
    private let keys: SubscriberKeys
    private let reach: WebhookReach

    package init(keys: SubscriberKeys, reach: WebhookReach) {
        self.keys = keys
        self.reach = reach
    }

    /// Blocks until it is answered, half a minute at most.
    package func send(
        _ body: [UInt8], id: String, cursor: Cursor?, to client: OfficeEvent.SubscriberSet,
        secrets: [String], at now: Instant
    ) -> WebhookAnswer {
        do {
            let target = try WebhookTarget(client.address ?? "", reach: reach)
            let seconds = now.milliseconds / 1000
            var request = WebRequest(.post, target.address, body: body)
            request.pin = target.pin
            request.add("Content-Type", EventForm.batchType.essence)
            request.add("webhook-id", id)
            request.add("webhook-timestamp", "\(seconds)")
            request.add(
                "webhook-signature",
                keys.signature(
                    of: body, id: id, seconds: seconds, for: client.subscriber,
                    secrets: secrets))
            if let cursor { request.add("Khamrong-Cursor", "\(cursor)") }
            let answer = try WebSession().send(request)
            return WebhookAnswer(
                status: answer.status, retryAfter: answer.retryAfterSeconds,
                words: "\(answer.status)")
        } catch let refused as WebhookTarget.Refused {
            return WebhookAnswer(words: refused.words)
        } catch {
            return WebhookAnswer(words: "\(error)")
        }
    }
}
