internal import Entries
internal import Events

extension OfficeDecision {
    func needOpening(_ data: OfficeEvent.OfficeOpened) throws(OfficeRefusal) {
        guard actor.kind == .system else { throw .wrongRole }
        try needCode(data.code)
        try needName(data.name)
        guard PetitionNumber.isPrefix(data.prefix) else { throw .invalid(.prefix) }
        guard Self.isOrigin(data.origin) else { throw .invalid(.origin) }
    }

    /// `host/path`: it stands in every entry for ever, is the name of the log's key, which holds no
    /// plus sign (C2SP signed-note), and the start of its addresses: so what needs no escape.
    private static func isOrigin(_ text: String) -> Bool {
        let parts = text.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        guard parts.count >= 2, text.utf8.count <= 200, let host = parts.first else { return false }
        let labels = host.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        return labels.allSatisfy { label in
            !label.isEmpty && label.first != UInt8(ascii: "-") && label.last != UInt8(ascii: "-")
                && label.allSatisfy { $0 == UInt8(ascii: "-") || isPlain($0, withCapitals: false) }
        } && parts.dropFirst().allSatisfy(isSegment)
    }

    private static func isSegment(_ part: Substring.UTF8View) -> Bool {
        !part.isEmpty && !part.allSatisfy { $0 == UInt8(ascii: ".") }
            && part.allSatisfy { isPlain($0, withCapitals: true) || "-._~".utf8.contains($0) }
    }

    private static func isPlain(_ byte: UInt8, withCapitals: Bool) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): true
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): withCapitals
        default: false
        }
    }

    func check(_ data: OfficeEvent.OfficeChanged) throws(OfficeRefusal) {
        try needName(data.name)
    }

    func check(_ data: OfficeEvent.NumberingSet) throws(OfficeRefusal) {
        guard PetitionNumber.isPrefix(data.prefix) else { throw .invalid(.prefix) }
        guard (0...9).contains(data.digit), PetitionNumber.widths.contains(data.width),
            data.next.map({ $0 > 0 }) ?? true
        else { throw .invalid(.number) }
        guard let next = data.next, let upcoming = circumstances.upcomingNumber, next < upcoming
        else { return }
        throw .numberTaken(next, upcoming: upcoming)
    }

    func check(_ data: OfficeEvent.EvidencePhotosSet) throws(OfficeRefusal) {
        guard data.photos.count <= 10, Set(data.photos.map(\.code)).count == data.photos.count,
            data.photos.allSatisfy({ !$0.label.isBlank && !$0.code.isEmpty })
        else { throw .invalid(.photos) }
    }

    func check(_ data: OfficeEvent.PasswordPolicySet) throws(OfficeRefusal) {
        guard PasswordPolicy(data).isSettable else { throw .invalid(.passwordPolicy) }
    }

    func check(_ data: OfficeEvent.RegistrationPolicySet) throws(OfficeRefusal) {
        guard (1...60).contains(data.resetMinutes) else { throw .invalid(.minutes) }
        // A link in an e-mail is what state agencies may no longer send.
        if data.reset == .link, !settings.messaging.areLinksAllowed { throw .linkNotAllowed }
    }

    func check(_ data: OfficeEvent.MessagingPolicySet) throws(OfficeRefusal) {
        guard data != settings.messaging else { throw .nothingChanges }
        let minutes = [data.quietFrom, data.quietUntil].compactMap { $0 }
        guard minutes.isEmpty || minutes.count == 2,
            minutes.allSatisfy((0..<1440).contains), Set(minutes).count == minutes.count
        else { throw .invalid(.quietHours) }
    }

    func check(_ data: OfficeEvent.LoginProviderSet) throws(OfficeRefusal) {
        guard settings.loginProviders[data.provider] != data else { throw .nothingChanges }
    }

    func check(_ data: OfficeEvent.RetentionSet) throws(OfficeRefusal) {
        try needCode(data.code)
        try needName(data.name)
        guard data.keep.amount > 0 else { throw .invalid(.span) }
    }

    func check(_ data: OfficeEvent.DisclosureSet) throws(OfficeRefusal) {
        guard data != settings.disclosure else { throw .nothingChanges }
    }
}
