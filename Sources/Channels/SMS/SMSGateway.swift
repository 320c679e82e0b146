internal import Entries

/// The gateway that carries an office's short messages, as the settings of the server name it.
///
/// Gateways differ in where they are asked, how they know who asks, what the request looks like
/// and how they say yes; nothing else of them is known here.
package struct SMSGateway: Equatable, Sendable {
    package enum Identification: Equatable, Sendable {
        /// It knows by the address of this machine.
        case none
        /// HTTP Basic: the user; the secret is the password.
        case basic(user: String)
        /// `Authorization: Bearer` with the secret.
        case bearer
        /// The secret in a header of that name.
        case header(String)
    }

    package var address: String
    package var identification: Identification
    /// The name of the file with the secret in the office's directory of keys.
    package var secretName: String?
    package var body: SMSTemplate
    /// Where in the answer the number of the message stands, as a JSON pointer (RFC 6901): its
    /// being there is what says that the message was taken.
    package var taken: String
    /// Where an error stands, if there is one.
    package var failed: String?
    /// The name that is shown as the sender, if the office has set none.
    package var sender: String?
    package var totalSeconds = 15
    /// How many it takes in a minute; what every plan begins with if nil.
    package var mostAMinute: Int?

    package init(
        address: String, body: SMSTemplate, taken: String, failed: String? = nil,
        identification: Identification = .none, secretName: String? = nil, sender: String? = nil
    ) {
        self.address = address
        self.body = body
        self.taken = taken
        self.failed = failed
        self.identification = identification
        self.secretName = secretName
        self.sender = sender
    }

    /// Why nothing can be sent with these settings; nil if there is nothing to say against them.
    package var problem: SMSGatewayProblem? {
        guard WebAddress.isPrivate(address) else { return .address(address) }
        if let missing = body.missing { return .template(missing) }
        guard body.isWhole else { return .notJSON }
        for pointer in [taken, failed].compactMap({ $0 }) {
            guard JSONPointer(pointer) != nil else { return .pointer(pointer) }
        }
        guard (identification == .none) == (secretName == nil) else { return .halfALogin }
        if case .header(let name) = identification {
            guard !name.isEmpty, name.utf8.allSatisfy(Self.isHeaderByte) else {
                return .header(name)
            }
        }
        return totalSeconds > 0 ? nil : .time
    }

    private static func isHeaderByte(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
            || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
            || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
    }
}

/// What is wrong with the settings of an SMS gateway.
package enum SMSGatewayProblem: Error, Equatable, Sendable {
    case address(String)
    /// A word in braces that must be there.
    case template(String)
    case notJSON
    case pointer(String)
    case header(String)
    /// A secret without saying how it is shown, or the other way round.
    case halfALogin
    case time
}

extension SMSGatewayProblem: CustomStringConvertible {
    package var description: String {
        switch self {
        case .address(let address):
            "“\(address)” is no address of an SMS gateway: secrets and numbers go by https only"
        case .template(let word): "the body for the SMS gateway must say where \(word) stands"
        case .notJSON: "the body for the SMS gateway is to be JSON and is none"
        case .pointer(let text): "“\(text)” is no JSON pointer like /phone_number_list/0/message_id"
        case .header(let name): "“\(name)” is no name of a header"
        case .halfALogin: "the SMS gateway needs both a secret and how it is shown, or neither"
        case .time: "the time for an SMS gateway must be longer than nothing"
        }
    }
}
