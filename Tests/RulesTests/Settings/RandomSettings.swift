import Entries
import Events
import Rules
import TestSupport

/// Settings as an office may have come to them: a new office and accepted changes at random.
enum RandomSettings {
    static func make(_ generator: inout SeededGenerator) -> OfficeSettings {
        var settings = SettingsFileTests.opened
        let circumstances = Circumstances(now: SettingsFileTests.now, settings: settings)
        for _ in 0..<60 {
            let event = proposal(settings, &generator)
            let decided = try? OfficeSettings.decide(
                OfficeCommand(event), in: settings, by: .system, with: circumstances)
            for event in decided ?? [] { settings.apply(event) }
        }
        return settings
    }

    private static let codes = ["clerk", "works", "health", "a", "b", "c", "d"]

    private static func proposal(
        _ settings: OfficeSettings, _ generator: inout SeededGenerator
    ) -> OfficeEvent {
        let code = codes.randomElement(using: &generator) ?? "a"
        let other = (codes + [nil, nil]).randomElement(using: &generator) ?? nil
        let day = CivilDate(
            dayNumber: SettingsFileTests.today.dayNumber
                + Int.random(in: 0..<40, using: &generator))
        let text = LocalText(
            "ข้อความ \(Int.random(in: 0..<9, using: &generator))\n\"ก\"\t",
            english: Bool.random(using: &generator) ? "text \\" : nil)
        let calendar = Bool.random(using: &generator) ? "always-open" : nil
        let unit = Bool.random(using: &generator) ? "night" : nil
        let choices: [OfficeEvent] = [
            .departmentDefined(.init(code: code, name: text, parent: other, calendar: calendar)),
            .departmentWithdrawn(.init(code: code, successor: other)),
            .categoryDefined(.init(code: code, name: text, parent: nil, department: other)),
            .categoryWithdrawn(.init(code: code)),
            .holidayDeclared(.init(date: day, name: text, kind: .local)),
            .holidayDeclared(.init(date: day, name: text, kind: .local, calendar: unit)),
            .holidayWithdrawn(.init(date: day, calendar: unit)),
            .hoursSet(
                .init(
                    hours: [.init(weekday: 1, openMinute: 500, closeMinute: 600)],
                    calendar: unit, from: Bool.random(using: &generator) ? day : nil)),
            .calendarYearDeclared(.init(year: 2028)),
            .newsPublished(.init(news: code, title: text, body: text, until: day)),
            .newsWithdrawn(.init(news: code)), .textSet(.init(key: code, text: text)),
            .templateSet(.init(template: code, channel: .email, body: text, subject: text)),
            .templateSet(.init(template: code, channel: .line, body: text)),
            .menuSet(.init(items: [.init(code: code, label: text, target: other)])),
            .channelAnnounced(.init(channel: .web, address: code, from: day)),
            .channelWithdrawn(.init(channel: .web, address: code)),
            .termsPublished(.init(version: settings.termsVersion + 1, text: text)),
            .noticePublished(.init(version: settings.noticeVersion + 1, text: text)),
            .consentPurposeSet(
                .init(
                    purpose: code, version: (settings.consents[code]?.version ?? 0) + 1,
                    text: text)),
            .photos(text), .disclosureSet(.init(areEntriesPublic: true, isRegisterPublic: false)),
            .passwordPolicySet(.init(least: 9, most: 70, needsDigit: true)),
            .officerPolicySet(.init(secondFactor: [.dpo], sessionHours: 7)),
            .registrationPolicySet(.init(reset: .code, resetMinutes: 20)),
            .messagingPolicySet(.init(areLinksAllowed: false, smsSender: code)),
            .officeChanged(.init(name: text, kind: .cityMunicipality, email: "a@b.example")),
            .numberingSet(.init(prefix: "AB", digit: 2, width: 6, next: 77)),
            .retentionSet(.init(code: code, name: text, keep: .init(amount: 3, unit: .years))),
            .serviceWithdrawn(.init(service: "venue")),
            .serviceAnnounced(.init(service: "venue", opens: day, isSoon: true)),
            .serviceDefined(.init(definition: next("complaint", text, settings))),
            .subscriberSet(.init(subscriber: code, name: "x", secret: "name-of-a-secret")),
            .subscriberRemoved(.init(subscriber: code)),
            .loginProviderSet(.init(provider: .thaid, isEnabled: true, secret: "thaid")),
        ]
        return choices.randomElement(using: &generator) ?? choices[0]
    }

    private static func next(
        _ code: String, _ name: LocalText, _ settings: OfficeSettings
    ) -> ServiceDefinition {
        var definition = settings.definition(of: code) ?? ServiceDefinition()
        definition.version += 1
        definition.name = name
        return definition
    }
}

extension OfficeEvent {
    fileprivate static func photos(_ label: LocalText) -> OfficeEvent {
        .evidencePhotosSet(.init(photos: [.init(code: "one", label: label, isRequired: true)]))
    }
}
