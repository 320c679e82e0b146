package import Entries

extension OfficeEvent {
    /// A text of the pages changed.
    package struct TextSet: EventData {
        package static let name = "text-set"
        package static let meaning = Wording(thai: "กำหนดข้อความ", english: "A text was set.")

        package var key = ""
        package var text = LocalText()

        package init() {}

        package init(key: String, text: LocalText) {
            self.key = key
            self.text = text
        }

        package mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
            try fields.field("key", &key)
            try fields.field("text", &text)
        }
    }
}

extension OfficeEvent {
    /// The wording of a notice changed.
    package struct TemplateSet: EventData {
        package static let name = "template-set"
        package static let meaning = Wording(
            thai: "กำหนดแบบข้อความแจ้ง", english: "A template was set.")

        package var template = ""
        package var channel = NoticeChannel.email
        package var subject: LocalText?
        package var body = LocalText()

        package init() {}

        package init(
            template: String, channel: NoticeChannel, body: LocalText, subject: LocalText? = nil
        ) {
            self.template = template
            self.channel = channel
            self.body = body
            self.subject = subject
        }

        package mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
            try fields.field("body", &body)
            try fields.field("channel", &channel)
            try fields.field("subject", &subject)
            try fields.field("template", &template)
        }
    }
}

extension OfficeEvent {
    /// The menus of the portal changed.
    package struct MenuSet: EventData {
        package static let name = "menu-set"
        package static let meaning = Wording(thai: "กำหนดเมนู", english: "The menus were set.")

        package var items: [MenuItem] = []

        package init() {}

        package init(items: [MenuItem] = []) {
            self.items = items
        }

        package mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
            try fields.list("items", &items)
        }
    }
}

extension OfficeEvent {
    /// The office published news, or changed it.
    package struct NewsPublished: EventData {
        package static let name = "news-published"
        package static let meaning = Wording(thai: "เผยแพร่ข่าว", english: "News was published.")

        package var news = ""
        package var title = LocalText()
        package var body = LocalText()
        package var until: CivilDate?

        package init() {}

        package init(news: String, title: LocalText, body: LocalText, until: CivilDate? = nil) {
            self.news = news
            self.title = title
            self.body = body
            self.until = until
        }

        package mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
            try fields.field("body", &body)
            try fields.field("news", &news)
            try fields.field("title", &title)
            try fields.field("until", &until)
        }
    }
}

extension OfficeEvent {
    /// News was taken down.
    package struct NewsWithdrawn: EventData {
        package static let name = "news-withdrawn"
        package static let meaning = Wording(thai: "ถอนข่าว", english: "News was withdrawn.")

        package var news = ""

        package init() {}

        package init(news: String) {
            self.news = news
        }

        package mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
            try fields.field("news", &news)
        }
    }
}

extension OfficeEvent {
    /// The office announced a way to reach it.
    package struct ChannelAnnounced: EventData {
        package static let name = "channel-announced"
        package static let meaning = Wording(
            thai: "ประกาศช่องทางติดต่อ", english: "A channel was announced.")

        package var channel = Channel.web
        package var address = ""
        package var from = CivilDate(dayNumber: 0)
        /// The announcement.
        package var reference: String?

        package init() {}

        package init(channel: Channel, address: String, from: CivilDate, reference: String? = nil) {
            self.channel = channel
            self.address = address
            self.from = from
            self.reference = reference
        }

        package mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
            try fields.field("address", &address)
            try fields.field("channel", &channel)
            try fields.field("from", &from)
            try fields.field("reference", &reference)
        }
    }
}

extension OfficeEvent {
    /// A way to reach the office is closed.
    package struct ChannelWithdrawn: EventData {
        package static let name = "channel-withdrawn"
        package static let meaning = Wording(
            thai: "ยกเลิกช่องทางติดต่อ", english: "A channel was withdrawn.")

        package var channel = Channel.web
        package var address = ""
        package var from: CivilDate?

        package init() {}

        package init(channel: Channel, address: String, from: CivilDate? = nil) {
            self.channel = channel
            self.address = address
            self.from = from
        }

        package mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
            try fields.field("address", &address)
            try fields.field("channel", &channel)
            try fields.field("from", &from)
        }
    }
}

extension OfficeEvent {
    /// The terms of service have a new version.
    package struct TermsPublished: EventData {
        package static let name = "terms-published"
        package static let meaning = Wording(
            thai: "เผยแพร่ข้อตกลงและเงื่อนไข", english: "Terms were published.")

        package var version = 0
        package var text = LocalText()

        package init() {}

        package init(version: Int, text: LocalText) {
            self.version = version
            self.text = text
        }

        package mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
            try fields.field("text", &text)
            try fields.field("version", &version)
        }
    }
}

extension OfficeEvent {
    /// The privacy notice has a new version.
    package struct NoticePublished: EventData {
        package static let name = "notice-published"
        package static let meaning = Wording(
            thai: "เผยแพร่ประกาศความเป็นส่วนตัว", english: "A privacy notice was published.")

        package var version = 0
        package var text = LocalText()

        package init() {}

        package init(version: Int, text: LocalText) {
            self.version = version
            self.text = text
        }

        package mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
            try fields.field("text", &text)
            try fields.field("version", &version)
        }
    }
}

extension OfficeEvent {
    /// There is something to consent to.
    package struct ConsentPurposeSet: EventData {
        package static let name = "consent-purpose-set"
        package static let meaning = Wording(
            thai: "กำหนดวัตถุประสงค์ความยินยอม", english: "A purpose of consent was set.")

        package var purpose = ""
        package var version = 0
        package var text = LocalText()

        package init() {}

        package init(purpose: String, version: Int, text: LocalText) {
            self.purpose = purpose
            self.version = version
            self.text = text
        }

        package mutating func visit<V: FieldVisitor>(_ fields: inout V) throws(V.Failure) {
            try fields.field("purpose", &purpose)
            try fields.field("text", &text)
            try fields.field("version", &version)
        }
    }
}
