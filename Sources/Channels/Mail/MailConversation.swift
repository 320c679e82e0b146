/// How far one message has come, told by the lines that go there and back.
struct MailConversation {
    enum Stage: Comparable {
        /// Up to and with the login.
        case greeting
        case sender
        case recipient
        case data
        /// The text is going out.
        case text
        /// All of it is out.
        case end
    }

    private let text: [UInt8]
    private var offset = 0
    private(set) var stage = Stage.greeting
    /// The answer to what was said last; nil while there is none.
    private(set) var reply: ChannelReply?

    init(_ text: [UInt8]) { self.text = text }

    /// The next piece of the text, none at its end.
    mutating func next(most count: Int) -> ArraySlice<UInt8> {
        let piece = text[offset..<min(text.count, offset + count)]
        offset = piece.endIndex
        // curl knows how long it is and does not ask again.
        stage = offset == text.count ? .end : .text
        reply = nil
        return piece
    }

    mutating func sent(_ line: [UInt8]) {
        let verb = String(decoding: line.prefix(9), as: UTF8.self).uppercased()
        if verb.hasPrefix("MAIL FROM") {
            stage = .sender
        } else if verb.hasPrefix("RCPT TO:") {
            stage = .recipient
        } else if verb.hasPrefix("DATA") {
            stage = .data
        } else if stage > .greeting {
            // QUIT: what was said before it counts.
            return
        }
        reply = nil
    }

    mutating func received(_ line: [UInt8]) {
        if let reply = ChannelReply(line: line), self.reply?.isFinal != true { self.reply = reply }
    }

    /// What came of it, when the transfer ended with `failure`, or without one.
    func answer(_ failure: String?) -> ChannelAnswer {
        var reply = self.reply ?? ChannelReply()
        guard let failure else { return .accepted(reply) }
        reply.failure = failure
        let isRefused = reply.code.map { $0 >= 500 } ?? false
        switch stage {
        case .greeting: return .temporary(reply)
        case .sender:
            // It is too large for the server; else it is our own address that it does not like.
            return reply.code == 552 ? .permanent(reply, .message) : .temporary(reply)
        case .recipient: return isRefused ? .permanent(reply, .recipient) : .temporary(reply)
        case .data: return isRefused ? .permanent(reply, .message) : .temporary(reply)
        case .text, .end:
            guard reply.code != nil else {
                return stage == .end ? .unknown(reply) : .temporary(reply)
            }
            return isRefused ? .permanent(reply, .message) : .temporary(reply)
        }
    }
}

extension ChannelReply {
    fileprivate var isFinal: Bool { code.map { $0 != 354 } ?? false }
}
