internal import Entries

/// What LINE tells: somebody wrote, became a friend, or is one no longer.
package struct LINEWebhook: Equatable, Sendable {
    package struct Event: Equatable, Sendable {
        package enum Kind: Equatable, Sendable {
            case follow
            case unfollow
            case text(String)
        }

        /// The same when it is told again.
        package let id: String
        package let user: String
        package let kind: Kind
        package let replyToken: String?
        /// Since 1970.
        package let milliseconds: Int
    }

    /// In the order in which it happened; what is not known here is left out, as are those of a
    /// channel that somebody else answers.
    package let events: [Event]

    /// Nil for what is no such message.
    package init?(_ body: [UInt8]) {
        guard let node = try? JSONParser.parse(body),
            case .array(let nodes)? = node["events"]?.value
        else { return nil }
        events = nodes.compactMap(Self.event).sorted { $0.milliseconds < $1.milliseconds }
    }

    private static func event(_ node: JSONNode) -> Event? {
        guard node["mode"]?.word != "standby", let id = node["webhookEventId"]?.word,
            (1...64).contains(id.utf8.count), node["source"]?["type"]?.word == "user",
            let user = node["source"]?["userId"]?.word,
            user.wholeMatch(of: #/U[0-9a-f]{32}/#) != nil
        else { return nil }
        let kind: Event.Kind
        switch node["type"]?.word {
        case "follow": kind = .follow
        case "unfollow": kind = .unfollow
        case "message":
            guard node["message"]?["type"]?.word == "text",
                let text = node["message"]?["text"]?.word
            else { return nil }
            kind = .text(text)
        default: return nil
        }
        return Event(
            id: id, user: user, kind: kind, replyToken: node["replyToken"]?.word,
            milliseconds: node["timestamp"]?.word.flatMap { Int($0) } ?? 0)
    }
}
