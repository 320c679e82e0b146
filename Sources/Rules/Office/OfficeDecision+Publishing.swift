internal import Entries
internal import Events

extension OfficeDecision {
    func check(_ data: OfficeEvent.TextSet) throws(OfficeRefusal) {
        try needCode(data.key)
        guard settings.texts[data.key] != data.text else { throw .nothingChanges }
    }

    /// Messages of state agencies hold no links unless the office has allowed them.
    func check(_ data: OfficeEvent.TemplateSet) throws(OfficeRefusal) {
        try needCode(data.template)
        try needText(data.body)
        let texts = [data.body.thai, data.body.english ?? ""]
        if data.channel == .sms || data.channel == .email, !settings.messaging.areLinksAllowed {
            guard !texts.contains(where: Self.hasLink) else { throw .linkNotAllowed }
        }
        if let mistake = TemplateMistake.first(in: data) { throw .placeholder(mistake) }
        guard data.channel == .sms else { return }
        let longest = ShortMessage.longest(office: settings.shortName)
        for text in texts {
            let units = MessageLength.units(of: LocalText.filled(text, with: longest))
            guard units <= MessageLength.single else { throw .messageTooLong(units) }
        }
    }

    private static func hasLink(_ text: String) -> Bool {
        let folded = text.lowercased()
        return ["http://", "https://", "www.", "{link}"].contains { folded.contains($0) }
    }

    func check(_ data: OfficeEvent.MenuSet) throws(OfficeRefusal) {
        try check(data.items, depth: 0)
    }

    private func check(_ items: [MenuItem], depth: Int) throws(OfficeRefusal) {
        guard depth < 4 else { throw .circular }
        for item in items {
            try needCode(item.code)
            try needName(item.label)
            try check(item.items, depth: depth + 1)
        }
    }

    func check(_ data: OfficeEvent.NewsPublished) throws(OfficeRefusal) {
        try needCode(data.news)
        try needName(data.title)
        try needText(data.body)
        try needOrder(today, data.until)
    }

    func check(_ data: OfficeEvent.NewsWithdrawn) throws(OfficeRefusal) {
        guard settings.news[data.news] != nil else { throw .unknown(.news, data.news) }
    }

    func check(_ data: OfficeEvent.ChannelAnnounced) throws(OfficeRefusal) {
        guard !data.address.isEmpty else { throw .missing(.text) }
        guard !settings.channels.contains(data) else { throw .nothingChanges }
    }

    func check(_ data: OfficeEvent.ChannelWithdrawn) throws(OfficeRefusal) {
        let isKnown = settings.channels.contains {
            $0.channel == data.channel && $0.address == data.address
        }
        guard isKnown else { throw .unknown(.channel, data.address) }
    }

    func check(_ data: OfficeEvent.TermsPublished) throws(OfficeRefusal) {
        let next = settings.termsVersion + 1
        guard data.version == next else { throw .wrongVersion(expected: next) }
        try needText(data.text)
    }

    func check(_ data: OfficeEvent.NoticePublished) throws(OfficeRefusal) {
        let next = settings.noticeVersion + 1
        guard data.version == next else { throw .wrongVersion(expected: next) }
        try needText(data.text)
    }

    func check(_ data: OfficeEvent.ConsentPurposeSet) throws(OfficeRefusal) {
        try needCode(data.purpose)
        let next = (settings.consents[data.purpose]?.version ?? 0) + 1
        guard data.version == next else { throw .wrongVersion(expected: next) }
        try needText(data.text)
    }
}
