import Channels
import TestSupport
import Testing

/// What LINE is told, and what becomes of each of its answers.
@Suite(.enabled(if: ProviderProcess.isThere, "KHAMRONG_PYTHON is not set"))
struct LINETests {
    private struct Push: Decodable {
        let to: String, key: String, messages: [Message]

        struct Message: Decodable { let type: String, altText: String? }
    }

    private static let key = "019091fd-1a10-775b-afbe-bb5839637ab7"
    private static let card = LINECard(
        summary: "คำร้อง TS1200269000001 เจ้าหน้าที่รับเรื่อง", title: "เทศบาลตำบลทดสอบ",
        number: "TS1200269000001", text: "เจ้าหน้าที่รับคำร้องของคุณแล้ว",
        steps: [
            .init("ส่งคำร้อง", .done), .init("เจ้าหน้าที่รับเรื่อง", .now),
            .init("กำลังดำเนินการ", .later), .init("ดำเนินการสำเร็จ", .later),
        ],
        link: .init(label: "เปิดดู", address: "https://town.example/ts/cases/TS1200269000001"))

    private func user(_ end: String = "0001") -> String {
        "U" + String(repeating: "0", count: 28) + end
    }

    private func sender(_ process: ProviderProcess, token: String = "line-token") -> LINESender {
        var channel = LINEChannel(tokenName: "line-token", secretName: "line-secret")
        channel.address = "http://127.0.0.1:\(process.port)"
        channel.totalSeconds = 2
        return LINESender(channel, token: token)
    }

    private func push(
        _ end: String, over process: ProviderProcess, token: String = "line-token"
    ) -> ChannelAnswer {
        sender(process, token: token).push(.card(Self.card), to: user(end), retryKey: Self.key)
    }

    @Test func `a card is as LINE takes it, and its key keeps it from coming twice`() throws {
        let process = try ProviderProcess("line_server.py")
        for _ in 0..<2 {
            guard case .accepted(let reply) = push("0001", over: process) else {
                Issue.record("not taken")
                return
            }
            #expect(reply.detail != nil)
        }
        let taken = process.stop(Push.self)
        #expect(taken.count == 1)
        #expect(taken.first?.to == user() && taken.first?.key == Self.key)
        #expect(taken.first?.messages.first?.altText == Self.card.summary)
    }

    @Test func `what was taken and not answered is asked again, and was taken once`() throws {
        for end in ["0500", "0014"] {
            let process = try ProviderProcess("line_server.py")
            guard case .unknown = push(end, over: process) else {
                Issue.record("not unknown")
                return
            }
            guard case .accepted(let reply) = push(end, over: process) else {
                Issue.record("not accepted the second time")
                return
            }
            #expect(reply.code == 409)
            #expect(process.stop(Push.self).count == 1)
        }
    }

    @Test func `too much at once passes, and a month's messages do not`() throws {
        let process = try ProviderProcess("line_server.py")
        guard case .temporary(let rate) = push("0429", over: process) else {
            Issue.record("not temporary")
            return
        }
        #expect(rate.code == 429)
        guard case .permanent(let quota, .quota) = push("0430", over: process) else {
            Issue.record("no quota")
            return
        }
        #expect(quota.failure == "monthly limit")
        guard case .permanent(_, .message) = push("0400", over: process) else {
            Issue.record("not refused")
            return
        }
        guard case .temporary = push("0001", over: process, token: "old") else {
            Issue.record("a wrong token is no fault of the message")
            return
        }
        process.stop()
        guard case .temporary = push("0001", over: process) else {
            Issue.record("not tried again")
            return
        }
    }

    @Test func `a webhook is read in the order in which it happened, and the rest left out`() throws
    {
        let name = user()
        let body = """
            {"destination": "U1", "events": [
              {"type": "message", "mode": "active", "timestamp": 2000, "webhookEventId": "b",
               "source": {"type": "user", "userId": "\(name)"}, "replyToken": "r",
               "deliveryContext": {"isRedelivery": true},
               "message": {"type": "text", "id": "1", "text": "สถานะ TS1"}, "new": {"a": 1}},
              {"type": "follow", "mode": "active", "timestamp": 1000, "webhookEventId": "a",
               "source": {"type": "user", "userId": "\(name)"}, "follow": {"isUnblocked": false}},
              {"type": "unfollow", "mode": "standby", "timestamp": 3000, "webhookEventId": "c",
               "source": {"type": "user", "userId": "\(name)"}},
              {"type": "message", "mode": "active", "timestamp": 3000, "webhookEventId": "d",
               "source": {"type": "group", "groupId": "C1"}, "message": {"type": "text", "text": "x"}},
              {"type": "somethingNew", "mode": "active", "timestamp": 1, "webhookEventId": "e",
               "source": {"type": "user", "userId": "\(name)"}}
            ]}
            """
        let webhook = try #require(LINEWebhook(Array(body.utf8)))
        #expect(webhook.events.map(\.kind) == [.follow, .text("สถานะ TS1")])
        #expect(webhook.events.map(\.id) == ["a", "b"])
        #expect(webhook.events.last?.replyToken == "r")
        #expect(LINEWebhook(Array(#"{"events": []}"#.utf8))?.events == [])
        for wrong in ["", "[]", "{}", #"{"events": 1}"#] {
            #expect(LINEWebhook(Array(wrong.utf8)) == nil)
        }
    }
}
