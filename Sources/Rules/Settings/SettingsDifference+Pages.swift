internal import Events

extension SettingsDifference {
    mutating func comparePages() {
        compareTexts()
        if speaks(of: .menu), document.menu != settings.menu {
            change("menu", .menuSet(.init(items: document.menu)))
        }
        compareNews()
        compareChannels()
        if let text = document.terms, text != settings.terms.last {
            change(
                "terms", .termsPublished(.init(version: settings.termsVersion + 1, text: text)))
        }
        if let text = document.notice, text != settings.notices.last {
            change(
                "notice", .noticePublished(.init(version: settings.noticeVersion + 1, text: text)))
        }
        each(.consents, document.consents, by: \.purpose) { difference, entry, path in
            let known = difference.settings.consents[entry.purpose]
            guard known?.text != entry.text else { return }
            let version = (known?.version ?? 0) + 1
            difference.change(
                path,
                .consentPurposeSet(
                    .init(purpose: entry.purpose, version: version, text: entry.text)))
        }
        keep(.consents, Array(settings.consents.keys), beside: document.consents.map(\.purpose))
    }

    private mutating func compareTexts() {
        each(.texts, document.texts, by: \.key) { difference, named, path in
            if difference.settings.texts[named.key] != named.text {
                difference.change(path, .textSet(.init(key: named.key, text: named.text)))
            }
        }
        keep(.texts, Array(settings.texts.keys), beside: document.texts.map(\.key))
        each(.templates, document.templates, by: \.place) { difference, data, path in
            let key = OfficeSettings.TemplateKey(data.template, data.channel)
            if difference.settings.templates[key] != data {
                difference.change(path, .templateSet(data))
            }
        }
        keep(
            .templates, settings.templates.values.map(\.place),
            beside: document.templates.map(\.place))
    }

    private mutating func compareNews() {
        each(.news, document.news, by: \.news) { difference, data, path in
            if difference.settings.news[data.news] != data {
                difference.change(path, .newsPublished(data))
            }
        }
        guard speaks(of: .news) else { return }
        let named = document.news.map(\.news)
        for code in settings.news.keys.sorted() where !named.contains(code) {
            change(Self.path(.news, code), .newsWithdrawn(.init(news: code)))
        }
    }

    private mutating func compareChannels() {
        each(.channels, document.channels, by: \.place) { difference, data, path in
            if !difference.settings.channels.contains(data) {
                difference.change(path, .channelAnnounced(data))
            }
        }
        guard speaks(of: .channels) else { return }
        let named = document.channels.map(\.place)
        for data in settings.channels where !named.contains(data.place) {
            change(
                Self.path(.channels, data.place),
                .channelWithdrawn(.init(channel: data.channel, address: data.address)))
        }
    }
}

extension OfficeEvent.ChannelAnnounced {
    package var place: String { "\(channel.rawValue) \(address)" }
}
