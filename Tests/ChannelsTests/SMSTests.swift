import Channels
import TestSupport
import Testing

/// What a gateway is told, in its own form, and what becomes of each of its answers.
@Suite(.enabled(if: ProviderProcess.isThere, "KHAMRONG_PYTHON is not set"))
struct SMSTests {
    private static let json = SMSTemplate(
        .json, #"{"msisdn": "{to}", "message": "{text}", "sender": "{sender}"}"#)
    private static let form = SMSTemplate(.form, "msisdn={to66}&message={text}&sender={sender}")
    private static let text = "ทต.ทดสอบ รับคำร้อง TS1200269000001 แล้ว \"ดู\" & ผล=ที่\\เว็บไซต์"

    private func gateway(_ body: SMSTemplate = json, port: Int) -> SMSGateway {
        SMSGateway(
            address: "http://127.0.0.1:\(port)/sms", body: body,
            taken: "/phone_number_list/0/message_id", failed: "/error",
            identification: .basic(user: "key"), secretName: "sms", sender: "KHAMRONG")
    }

    private func send(
        to number: String, over process: ProviderProcess, _ body: SMSTemplate = json,
        secret: String = "secret"
    ) throws -> ChannelAnswer {
        var gateway = gateway(body, port: process.port)
        gateway.totalSeconds = 1
        return try SMSSender(gateway, secret: secret)
            .send(SMSMessage(to: number, text: Self.text), as: "TESTBAN")
    }

    @Test func `Thai arrives as it was written, in JSON and in a form`() throws {
        let process = try ProviderProcess("sms_gateway.py")
        #expect(
            try send(to: "+66810000001", over: process)
                == .accepted(ChannelReply(code: 201, detail: "M1")))
        #expect(
            try process.next([String: String].self)
                == ["msisdn": "0810000001", "message": Self.text, "sender": "TESTBAN"])
        #expect(
            try send(to: "+66810000001", over: process, Self.form)
                == .accepted(ChannelReply(code: 201, detail: "M2")))
        #expect(
            try process.next([String: String].self)
                == ["msisdn": "66810000001", "message": Self.text, "sender": "TESTBAN"])
    }

    /// Whether a message may have gone out is the question: a code is not sent twice.
    private enum Kind: String { case temporary, permanent, unknown }

    private func kind(_ answer: ChannelAnswer) -> Kind? {
        switch answer {
        case .accepted: nil
        case .temporary: .temporary
        case .permanent(_, .message): .permanent
        case .permanent(_, .recipient), .permanent(_, .quota): nil
        case .unknown: .unknown
        }
    }

    @Test(arguments: [
        ("0400", "permanent"), ("0402", "permanent"), ("0429", "temporary"),
        ("0503", "temporary"), ("0500", "unknown"), ("0013", "unknown"), ("0014", "unknown"),
        ("0015", "unknown"),
    ])
    func `a gateway that fails is understood`(end: String, wanted: String) throws {
        let process = try ProviderProcess("sms_gateway.py")
        let answer = try send(to: "+6681000\(end)", over: process)
        #expect(kind(answer)?.rawValue == wanted, "\(answer)")
    }

    @Test func `a gateway that is away or does not know us is asked again`() throws {
        let process = try ProviderProcess("sms_gateway.py")
        #expect(
            kind(try send(to: "+66810000001", over: process, secret: "wrong")) == .temporary)
        process.stop()
        #expect(kind(try send(to: "+66810000001", over: process)) == .temporary)
    }

    @Test func `settings that cannot work are refused`() {
        #expect(gateway(port: 80).problem == nil)
        var open = gateway(port: 80)
        open.address = "http://sms.example/send"
        #expect(open.problem == .address("http://sms.example/send"))
        #expect(
            gateway(SMSTemplate(.json, #"{"to": "{to}"}"#), port: 80).problem == .template("{text}")
        )
        #expect(gateway(SMSTemplate(.form, "m={text}"), port: 80).problem == .template("{to}"))
        #expect(
            gateway(SMSTemplate(.json, #"{"to": "{to}", {text}}"#), port: 80).problem == .notJSON)
        var pointer = gateway(port: 80)
        pointer.failed = "error"
        #expect(pointer.problem == .pointer("error"))
        var half = gateway(port: 80)
        half.secretName = nil
        #expect(half.problem == .halfALogin)
        var header = gateway(port: 80)
        header.identification = .header("X Key")
        #expect(header.problem == .header("X Key"))
        #expect(throws: SMSGatewayProblem.halfALogin) {
            try SMSSender(gateway(port: 80), secret: nil)
        }
    }

    @Test(arguments: [
        ("https://line.me/x", true), ("http://localhost:80/x", true), ("http://127.0.0.1/x", true),
        ("http://localhost.evil.example/", false), ("http://127.0.0.1@evil.example/", false),
        ("ftp://a", false), ("https://", false), ("https://a b", false),
    ])
    func `secrets go by TLS or stay in the house`(address: String, isPrivate: Bool) {
        #expect(WebAddress.isPrivate(address) == isPrivate)
    }
}
