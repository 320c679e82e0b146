import Channels
import Terminal

/// The settings that name the SMS gateway.
enum SMSSettings {
    static let names = [
        "sms.address", "sms.format", "sms.body", "sms.taken", "sms.failed", "sms.user",
        "sms.header", "sms.secret", "sms.sender", "sms.most-a-minute",
    ]

    /// Nil if no address is named.
    static func gateway(
        _ values: [String: SettingsFile.Value]
    ) throws(SettingsFile.Problem) -> SMSGateway? {
        guard let address = values["sms.address"] else {
            if let other = names.lazy.compactMap({ values[$0] }).first {
                throw SettingsFile.Problem(
                    other.place, "“sms.address” must name the SMS gateway that this is about")
            }
            return nil
        }
        func needed(
            _ name: String, _ what: String
        ) throws(SettingsFile.Problem) -> SettingsFile.Value {
            guard let value = values[name] else {
                throw SettingsFile.Problem(address.place, "“\(name)” must say \(what)")
            }
            return value
        }
        let format = try format(try needed("sms.format", "whether the body is a form or json"))
        let body = try needed("sms.body", "what is sent to the SMS gateway")
        let taken = try needed("sms.taken", "where its answer has the number of the message")
        var gateway = SMSGateway(
            address: address.text, body: SMSTemplate(format, body.text), taken: taken.text,
            failed: values["sms.failed"]?.text, identification: identification(values),
            secretName: values["sms.secret"]?.text, sender: values["sms.sender"]?.text)
        if let value = values["sms.most-a-minute"] {
            gateway.mostAMinute = try ServeSettings.number(value, in: 1...100_000)
        }
        if let problem = gateway.problem {
            throw SettingsFile.Problem(address.place, "\(problem)")
        }
        return gateway
    }

    private static func format(
        _ value: SettingsFile.Value
    ) throws(SettingsFile.Problem) -> SMSTemplate.Format {
        guard let format = SMSTemplate.Format(rawValue: value.text) else {
            throw SettingsFile.Problem(value.place, "“\(value.text)” is neither form nor json")
        }
        return format
    }

    private static func identification(
        _ values: [String: SettingsFile.Value]
    ) -> SMSGateway.Identification {
        if let user = values["sms.user"] { return .basic(user: user.text) }
        if let header = values["sms.header"] { return .header(header.text) }
        return values["sms.secret"] == nil ? .none : .bearer
    }
}
