internal import Entries
package import Events

/// One step from the settings as they are to those of a document.
package struct SettingsChange: Equatable, Sendable {
    /// Which place of the document asks for it: `departments[works]`.
    package let path: String
    package let event: OfficeEvent
}

/// What would have to happen for an office to stand as a document says, in an order that the rules
/// accept: what others name comes before them, what others still name goes after.
struct SettingsDifference {
    let document: SettingsDocument
    let settings: OfficeSettings
    let today: CivilDate
    private(set) var changes: [SettingsChange] = []
    private(set) var problems: [SettingsProblem] = []
    /// What the document leaves out and no event can take away: it stays.
    private(set) var kept: [String] = []

    init(_ document: SettingsDocument, _ settings: OfficeSettings, on today: CivilDate) {
        self.document = document
        self.settings = settings
        self.today = today
        compareOffice()
        compareCalendar()
        compareUnits()
        comparePolicies()
        compareServices()
        withdrawUnits()
        comparePages()
    }

    func speaks(of part: SettingsPart) -> Bool { document.parts.contains(part) }

    mutating func change(_ path: String, _ event: OfficeEvent) {
        changes.append(SettingsChange(path: path, event: event))
    }

    mutating func refuse(_ path: String, _ wording: Wording) {
        problems.append(SettingsProblem(path: path, wording))
    }

    /// Goes through the items of a part, each code once.
    mutating func each<Item>(
        _ part: SettingsPart, _ items: [Item], by code: (Item) -> String,
        _ body: (inout Self, Item, _ path: String) -> Void
    ) {
        var seen: Set<String> = []
        for item in items {
            let path = Self.path(part, code(item))
            if seen.insert(code(item)).inserted {
                body(&self, item, path)
            } else {
                refuse(path, .twice)
            }
        }
    }

    /// Says what stays although the document leaves it out.
    mutating func keep(_ part: SettingsPart, _ present: [String], beside named: [String]) {
        guard speaks(of: part) else { return }
        for code in present.sorted() where !named.contains(code) {
            kept.append(Self.path(part, code))
        }
    }

    static func path(_ part: SettingsPart, _ code: String) -> String {
        "\(part.rawValue)[\(code)]"
    }
}

extension SettingsDifference {
    private mutating func compareOffice() {
        if let office = document.office, office != OfficeEvent.OfficeChanged(settings) {
            change("office", .officeChanged(office))
        }
        guard let numbering = document.numbering else { return }
        var present = settings.numbering
        if numbering.next == nil { present?.next = nil }
        if numbering != present { change("numbering", .numberingSet(numbering)) }
    }

    private mutating func comparePolicies() {
        if let data = document.messaging, data != settings.messaging {
            change("messaging", .messagingPolicySet(data))
        }
        if let data = document.registration, data != settings.registration {
            change("registration", .registrationPolicySet(data))
        }
        if let data = document.passwords, data != settings.passwordPolicy.setting {
            change("passwords", .passwordPolicySet(data))
        }
        if let data = document.signIn, data != settings.officerPolicy {
            change("sign_in", .officerPolicySet(data))
        }
        if speaks(of: .photos), document.photos != settings.photos {
            change("photos", .evidencePhotosSet(.init(photos: document.photos)))
        }
        if let policy = document.uploads, policy != settings.uploads {
            change("uploads", .uploadPolicySet(.init(policy: policy)))
        }
        if let data = document.disclosure, data != settings.disclosure {
            change("disclosure", .disclosureSet(data))
        }
        each(.loginProviders, document.loginProviders, by: { $0.provider.rawValue }) {
            difference, data, path in
            if difference.settings.loginProviders[data.provider] != data {
                difference.change(path, .loginProviderSet(data))
            }
        }
        keep(
            .loginProviders, settings.loginProviders.keys.map(\.rawValue),
            beside: document.loginProviders.map(\.provider.rawValue))
        each(.subscribers, document.subscribers, by: \.subscriber) { difference, data, path in
            if difference.settings.subscribers[data.subscriber] != data {
                difference.change(path, .subscriberSet(data))
            }
        }
        guard speaks(of: .subscribers) else { return }
        let named = document.subscribers.map(\.subscriber)
        for code in settings.subscribers.keys.sorted() where !named.contains(code) {
            change(Self.path(.subscribers, code), .subscriberRemoved(.init(subscriber: code)))
        }
    }
}
