/// What became of one message on its way to whoever carries it: a mail server, an SMS gateway.
package enum ChannelAnswer: Equatable, Sendable {
    /// The server has taken it on.
    case accepted(ChannelReply)
    /// It was not taken, and may be later: the server is away, busy or wrongly set up.
    case temporary(ChannelReply)
    /// It will never be taken.
    case permanent(ChannelReply, Refused)
    /// All of it was handed over and no answer came: it may have been taken.
    case unknown(ChannelReply)

    /// What a permanent answer is about.
    package enum Refused: Equatable, Sendable {
        /// Nobody is reached under the address.
        case recipient
        case message
        /// What the office may send within its contract is used up.
        case quota
    }
}

/// What the server said, by its numbers; its words may name the person and are not kept.
package struct ChannelReply: Equatable, Sendable {
    /// Nil: it said nothing.
    package var code: Int?
    /// `5.1.1` of RFC 3463, or the provider's number for the message.
    package var detail: String?
    /// What kept us from hearing more, in our own words.
    package var failure: String?

    package init(code: Int? = nil, detail: String? = nil, failure: String? = nil) {
        self.code = code
        self.detail = detail
        self.failure = failure
    }

    /// Reads one line that a mail server answers; nil if it is none, or not the last of several.
    init?(line: [UInt8]) {
        guard line.count >= 3,
            let code = Int(String(decoding: line[..<3], as: UTF8.self)), code >= 200, code < 600,
            line.count == 3 || line[3] != UInt8(ascii: "-")
        else { return nil }
        let words = String(decoding: line.dropFirst(4).prefix(16), as: UTF8.self)
        let first = words.split(whereSeparator: { $0.isWhitespace }).first.map(String.init) ?? ""
        self.init(
            code: code,
            detail: first.wholeMatch(of: #/[245]\.\d{1,3}\.\d{1,3}/#) == nil ? nil : first)
    }
}

extension ChannelReply: CustomStringConvertible {
    package var description: String {
        [code.map(String.init), detail, failure].compactMap { $0 }.joined(separator: " ")
    }
}
