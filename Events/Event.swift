package import Entries

/// Whatever can happen in an office.
package enum Event: Equatable, Sendable {
    case petition(PetitionEvent)
    case account(AccountEvent)
    case office(OfficeEvent)

    package var kind: StreamKind {
        switch self {
        case .petition: .petition
        case .account: .account
        case .office: .office
        }
    }

    package var data: any EventData {
        switch self {
        case .petition(let event): event.data
        case .account(let event): event.data
        case .office(let event): event.data
        }
    }

    /// What stands as `type` in the entry: `th.khamrong.petition.received.v1`.
    package var type: String {
        func type(_ data: some EventData) -> String { Event.type(Swift.type(of: data), in: kind) }
        return type(data)
    }

    package static func type(_ data: any EventData.Type, in kind: StreamKind) -> String {
        if let known = texts[ObjectIdentifier(data)], known.kind == kind { return known.text }
        return EventType(kind: kind, name: data.name, version: data.version).text
    }

    /// The texts of all types, put together once.
    private static let texts: [ObjectIdentifier: (kind: StreamKind, text: String)] = {
        var texts: [ObjectIdentifier: (kind: StreamKind, text: String)] = [:]
        for (kind, types) in types {
            for type in types {
                let text = EventType(kind: kind, name: type.name, version: type.version).text
                texts[ObjectIdentifier(type)] = (kind, text)
            }
        }
        return texts
    }()

    /// Every type in every version, by kind of stream.
    package static let types: [(kind: StreamKind, types: [any EventData.Type])] = [
        (.account, AccountEvent.types), (.office, OfficeEvent.types),
        (.petition, PetitionEvent.types),
    ]

    /// The canonical bytes of its data with the frame: what an entry holds as `data`.
    package func encodedData(frame: EventFrame) -> [UInt8] {
        data.encoded(with: frame)
    }

    static func read(
        _ type: EventType, from decoder: inout FieldDecoder
    ) throws(CanonicalError) -> Event? {
        switch type.kind {
        case .petition:
            try PetitionEvent.read(name: type.name, version: type.version, from: &decoder)
                .map(Event.petition)
        case .account:
            try AccountEvent.read(name: type.name, version: type.version, from: &decoder)
                .map(Event.account)
        case .office:
            try OfficeEvent.read(name: type.name, version: type.version, from: &decoder)
                .map(Event.office)
        }
    }
}
