internal import Entries
internal import Threads

/// Hands short messages to an office's gateway, one after the other.
///
/// Any thread may use it, none that must not wait: a call blocks for up to the gateway's
/// `totalSeconds`, and longer while another call is under way.
package final class SMSSender: Sendable {
    package let gateway: SMSGateway
    private let secret: String?
    private let taken: JSONPointer
    private let failed: JSONPointer?
    private let line = Monitor(())

    package init(_ gateway: SMSGateway, secret: String?) throws(SMSGatewayProblem) {
        if let problem = gateway.problem { throw problem }
        guard let taken = JSONPointer(gateway.taken) else { throw .pointer(gateway.taken) }
        guard (secret == nil) == (gateway.secretName == nil) else { throw .halfALogin }
        self.gateway = gateway
        self.secret = secret
        self.taken = taken
        failed = gateway.failed.flatMap { JSONPointer($0) }
    }

    /// `sender` is the name that the office has registered; the gateway's own if it has none.
    package func send(_ message: SMSMessage, as sender: String?) -> ChannelAnswer {
        let sender = sender ?? gateway.sender ?? ""
        return line.with { _ in
            do throws(WebError) {
                return answer(to: try WebSession().send(request(message, sender)))
            } catch {
                let reply = ChannelReply(failure: error.words)
                return error.mayHaveArrived ? .unknown(reply) : .temporary(reply)
            }
        }
    }

    private func request(_ message: SMSMessage, _ sender: String) -> WebRequest {
        var request = WebRequest(
            .post, gateway.address, body: gateway.body.filled(with: message, sender: sender))
        request.add("Content-Type", gateway.body.format.contentType)
        request.add("Accept", "application/json")
        request.totalMilliseconds = gateway.totalSeconds * 1000
        guard let secret else { return request }
        switch gateway.identification {
        case .none: break
        case .basic(let user):
            request.add("Authorization", "Basic " + Base64.encode(Array("\(user):\(secret)".utf8)))
        case .bearer: request.add("Authorization", "Bearer \(secret)")
        case .header(let name): request.add(name, secret)
        }
        return request
    }

    /// That it was taken is said by the message's number alone: some gateways answer 200 to
    /// everything.
    private func answer(to web: WebAnswer) -> ChannelAnswer {
        var reply = ChannelReply(code: web.status)
        let node = try? JSONParser.parse(web.body)
        if let node, failed?.find(in: node) != nil {
            reply.failure = "refused by the gateway"
            if (200...299).contains(web.status) { return .permanent(reply, .message) }
        }
        switch web.status {
        case 200...299:
            guard let id = node.flatMap(taken.find)?.word, Self.isNumber(id) else {
                reply.failure = "no number of the message in the answer"
                return .unknown(reply)
            }
            reply.detail = id
            return .accepted(reply)
        // It does not know us, or not now: that is put right at the office, not by the citizen.
        case 401, 402, 403, 404, 408, 429, 503: return .temporary(reply)
        case 400...499: return .permanent(reply, .message)
        // Whoever stands before the gateway may have lost its answer.
        default: return .unknown(reply)
        }
    }

    private static func isNumber(_ id: String) -> Bool {
        (1...100).contains(id.utf8.count) && id.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F }
    }
}
