internal import Entries
internal import Threads

/// Hands messages to LINE for one channel, one after the other.
///
/// Any thread may use it, none that must not wait: a call blocks for up to the channel's
/// `totalSeconds`, and longer while another call is under way.
package final class LINESender: Sendable {
    private let channel: LINEChannel
    private let token: String
    private let line = Monitor(())

    package init(_ channel: LINEChannel, token: String) {
        self.channel = channel
        self.token = token
    }

    /// Sends without being asked. The same `retryKey` is taken once within 24 hours, however
    /// often it is sent, so that it must be the message's own and never another's.
    package func push(
        _ message: LINEMessage, to user: String, retryKey: String
    ) -> ChannelAnswer {
        var writer = CanonicalWriter()
        writer.openObject()
        writer.key("messages")
        writer.openArray()
        message.write(to: &writer)
        writer.closeArray()
        writer.key("to")
        writer.string(user)
        writer.closeObject()
        var request = request("push", writer.bytes)
        request.add("X-Line-Retry-Key", retryKey)
        return send(request)
    }

    /// Answers what somebody wrote, within a minute; a reply token works once.
    package func reply(_ message: LINEMessage, to replyToken: String) -> ChannelAnswer {
        var writer = CanonicalWriter()
        writer.openObject()
        writer.key("messages")
        writer.openArray()
        message.write(to: &writer)
        writer.closeArray()
        writer.key("replyToken")
        writer.string(replyToken)
        writer.closeObject()
        return send(request("reply", writer.bytes))
    }

    private func request(_ what: String, _ body: [UInt8]) -> WebRequest {
        var request = WebRequest(.post, "\(channel.address)/v2/bot/message/\(what)", body: body)
        request.add("Authorization", "Bearer \(token)")
        request.add("Content-Type", "application/json")
        request.totalMilliseconds = channel.totalSeconds * 1000
        return request
    }

    private func send(_ request: WebRequest) -> ChannelAnswer {
        line.with { _ in
            do throws(WebError) {
                return answer(to: try WebSession().send(request))
            } catch {
                let reply = ChannelReply(failure: error.words)
                return error.mayHaveArrived ? .unknown(reply) : .temporary(reply)
            }
        }
    }

    private func answer(to web: WebAnswer) -> ChannelAnswer {
        var reply = ChannelReply(code: web.status)
        let accepted = web.headers["x-line-accepted-request-id"]
        reply.detail = (accepted ?? web.headers["x-line-request-id"]).flatMap(Self.identifier)
        switch web.status {
        // 409: it was taken the time before.
        case 200...299, 409: return .accepted(reply)
        case 429:
            // Too much at once passes; a month's messages are used up for the month.
            guard isQuota(web.body) else { return .temporary(reply) }
            reply.failure = "monthly limit"
            return .permanent(reply, .quota)
        // Our token is not right: that is put right at the office.
        case 401, 403, 404, 408: return .temporary(reply)
        case 400...499: return .permanent(reply, .message)
        default: return .unknown(reply)
        }
    }

    private func isQuota(_ body: [UInt8]) -> Bool {
        let message = (try? JSONParser.parse(body))?["message"]?.word ?? ""
        return message.lowercased().contains("monthly limit")
    }

    private static func identifier(_ text: String) -> String? {
        let isOne =
            (1...100).contains(text.utf8.count) && text.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F }
        return isOne ? text : nil
    }
}
