internal import Entries
internal import Events
internal import Rules

extension PartEditor {
    /// The editor of a part; services have pages of their own.
    static func of(_ part: SettingsPart) -> PartEditor? { all.first { $0.part == part } }

    private static let all: [PartEditor] = units + days + pages + accounts + office

    private static let units: [PartEditor] = [
        list(
            .categories, \.categories, fixed: ["code"], key: { $0.data.code },
            label: { $0.data.name.wording }, note: { $0.isWithdrawn ? withdrawn : nil }),
        list(
            .departments, \.departments, fixed: ["code"], key: { $0.data.code },
            label: { $0.data.name.wording }, note: { $0.isWithdrawn ? withdrawn : nil }),
        list(
            .agencies, \.agencies, fixed: ["code"], key: \.code, label: { $0.name.wording }),
        list(
            .retention, \.retention, fixed: ["code"], key: \.code, label: { $0.name.wording }),
    ]

    private static let withdrawn = ServiceOffer.withdrawn.label

    private static let days: [PartEditor] = [
        list(
            .holidays, \.holidays, fixed: ["date", "calendar"], isRemovable: true,
            key: { "\($0.date) \($0.calendar ?? "")" }, label: { $0.date.wording },
            note: { $0.name.wording }),
        list(
            .openDays, \.openDays, fixed: ["date", "calendar"], isRemovable: true,
            key: { "\($0.date) \($0.calendar ?? "")" }, label: { $0.date.wording },
            note: { $0.calendar.map { Wording(thai: $0, english: $0) } }),
        whole(.hours, \.hours),
        list(
            .calendarYears, \.calendarYears, fixed: ["year"], key: { "\($0.year)" },
            label: { Wording(thai: "พ.ศ. \($0.year + 543)", english: "\($0.year)") }),
    ]

    private static let pages: [PartEditor] = [
        list(
            .news, \.news, fixed: ["news"], isRemovable: true, key: \.news,
            label: { $0.title.wording }, note: { $0.until.map { $0.wording } }),
        whole(.menu, \.menu),
        list(
            .templates, \.templates, fixed: ["template", "channel"], key: \.place,
            label: { TemplateWords.name($0) },
            note: { TemplateWords.note($0) }, standard: standardTemplate),
        list(
            .texts, \.texts, fixed: ["key"], key: \.key,
            label: { Wording(thai: $0.key, english: $0.key) }, note: { $0.text.wording }),
        single(.terms, \.terms), single(.notice, \.notice),
        list(
            .channels, \.channels, fixed: ["channel", "address"], isRemovable: true, key: \.place,
            label: { $0.channel.label },
            note: { Wording(thai: $0.address, english: $0.address) }),
        single(.messaging, \.messaging),
    ]

    /// What every office says, to begin with.
    private static func standardTemplate(_ place: String) -> OfficeEvent.TemplateSet? {
        standardTemplates.first { $0.place == place }
    }

    /// Each message in the standard wording of each channel that carries it.
    static let standardTemplates: [OfficeEvent.TemplateSet] = Notice.allCases.flatMap { notice in
        NoticeChannel.allCases.compactMap { .standard(notice, on: $0) }
    }

    private static let accounts: [PartEditor] = [
        whole(.photos, \.photos), single(.passwords, \.passwords),
        single(.signIn, \.signIn),
        single(.registration, \.registration),
        list(
            .consents, \.consents, fixed: ["purpose"], key: \.purpose,
            label: { $0.text.wording }),
        list(
            .loginProviders, \.loginProviders, fixed: ["provider"],
            key: { $0.provider.rawValue }, label: { $0.provider.label }),
    ]

    private static let office: [PartEditor] = [
        single(.office, \.office), single(.numbering, \.numbering), single(.uploads, \.uploads),
        single(.disclosure, \.disclosure),
        list(
            .subscribers, \.subscribers, fixed: ["subscriber"], isRemovable: true,
            key: \.subscriber, label: { Wording(thai: $0.name, english: $0.name) }),
    ]
}

extension CivilDate {
    fileprivate var wording: Wording {
        Wording(thai: display(.withWeekday), english: display(.withWeekday, in: .english))
    }
}
