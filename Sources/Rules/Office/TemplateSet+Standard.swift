package import Events

extension OfficeEvent.TemplateSet {
    /// What every office says to begin with; nil on a channel that has no words for it.
    package static func standard(
        _ notice: Notice, on channel: NoticeChannel
    ) -> OfficeEvent.TemplateSet? {
        guard notice.channels.contains(channel) else { return nil }
        // A chat brings no password: it has the words of a filing that has none.
        if notice == .submittedCode, channel == .line { return nil }
        let wording = NoticeWording.standard(notice)
        let (body, subject): (LocalText, LocalText?)
        switch channel {
        case .email: (body, subject) = (wording.body, wording.subject)
        case .line: (body, subject) = (LocalText(NoticeWording.chat(notice)), nil)
        case .sms:
            guard let text = ShortMessage.standard(notice) else { return nil }
            (body, subject) = (LocalText(text), nil)
        case .letter, .phone, .web: return nil
        }
        return OfficeEvent.TemplateSet(
            template: notice.rawValue, channel: channel, body: body, subject: subject)
    }

    /// The standard wording beside this one.
    package var standard: OfficeEvent.TemplateSet? {
        Notice(rawValue: template).flatMap { Self.standard($0, on: channel) }
    }

    /// What the standard wording tells by now and this one does not: it was written before.
    ///
    /// An SMS has no room, and an office that leaves out there what it does not need is right.
    package var untold: [Placeholder] {
        guard channel != .sms, let standard else { return [] }
        let own = TemplateMistake.words(in: body.thai)
        let wanted = TemplateMistake.words(in: standard.body.thai)
        return Placeholder.allCases.filter {
            $0 != .office && wanted.contains($0.rawValue) && !own.contains($0.rawValue)
        }
    }
}
