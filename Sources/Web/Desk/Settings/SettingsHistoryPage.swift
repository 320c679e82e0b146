internal import Entries
internal import EventLog
internal import Events
internal import HTTP
internal import Markup
internal import Rules
internal import Workflow

/// Who settled what and when: of everything, of a part, of one item.
enum SettingsHistoryPage {
    private static let pageSize = 50

    static func add(to routes: inout PageRoutes) {
        routes.page("/desk/settings/history", .desk(.settings), lane: .slow) { try page($0) }
    }

    static func path(of part: SettingsPart, _ item: String?, _ visit: Visit) -> String {
        var query = FormFields()
        query["part"] = part.rawValue
        query["item"] = item
        return "\(visit.deskPath("settings", "history"))?\(query.encoded)"
    }

    private struct Line {
        let event: RecordedEvent
        let data: OfficeEvent
        let place: SettingsPlace
    }

    private static func page(_ visit: Visit) throws -> Page {
        let part = visit.request.query["part"].flatMap(SettingsPart.init(rawValue:))
        let item = visit.request.query["item"]
        let before = visit.request.query["before"].flatMap(Int.init)
        let (lines, older) = try lines(visit, before: before) { place in
            (part == nil || place.part == part) && (item == nil || place.item == item)
        }
        let title = visit.say("ประวัติการตั้งค่า", "History of the settings")
        var page = Page(title) {
            h1 { title }
            if let part {
                p(.class("lead")) {
                    visit.language(part.label) + (item.map { " – \($0)" } ?? "")
                }
            }
            if lines.isEmpty { p { visit.say("ไม่พบการเปลี่ยนแปลง", "Nothing was changed.") } }
            table(lines, visit)
            if let older {
                a(.href(self.older(older, visit))) { visit.say("เก่ากว่านี้", "Older") }
            }
        }
        page.back = part.map { SettingsPages.path(of: $0, visit) } ?? visit.deskPath("settings")
        page.isNarrow = false
        return page
    }

    private static func older(_ version: Int, _ visit: Visit) -> String {
        var query = visit.request.query
        query["before"] = "\(version)"
        return "\(visit.request.path.text)?\(query.encoded)"
    }

    private static func table(_ lines: [Line], _ visit: Visit) -> HTML {
        Parts.table(visit.say("การเปลี่ยนแปลง ล่าสุดก่อน", "Changes, the newest first")) {
            Parts.heads(
                [
                    visit.say("เมื่อ", "When"),
                    visit.say("ใคร", "Who"),
                    visit.say("ทำอะไร", "What"),
                    visit.say("ที่", "Where"),
                    visit.say("ลำดับในบันทึก", "Position"),
                ], numbers: 4..<5)
            tbody {
                for line in lines {
                    tr {
                        td { Parts.moment(line.event.time, visit, seconds: true) }
                        td { line.event.actor }
                        td { visit.language(type(of: line.data.data).meaning) }
                        td {
                            visit.language(line.place.part.label)
                                + (line.place.item.map { " \($0)" } ?? "")
                        }
                        td(.class("n")) { "\(line.event.position)" }
                    }
                }
            }
        }
    }

    /// The newest lines below a version of the office's stream, and from where older ones follow.
    private static func lines(
        _ visit: Visit, before: Int?, where isWanted: (SettingsPlace) -> Bool
    ) throws -> (lines: [Line], older: Int?) {
        let log = visit.office.office.log
        let subject = StreamName(.office, visit.office.code).subject
        var end = min(before ?? .max, try log.version(of: subject) + 1) - 1
        var lines: [Line] = []
        let step = 500
        while end > 0 {
            let start = max(0, end - step)
            let entries = try log.readStream(subject, afterVersion: start, limit: end - start)
            for entry in entries.reversed() {
                let event = try RecordedEvent.read(entry)
                guard case .office(let data) = event.event, let place = data.settingsPlace,
                    isWanted(place)
                else { continue }
                if lines.count == pageSize { return (lines, event.streamVersion + 1) }
                lines.append(Line(event: event, data: data, place: place))
            }
            end = start
        }
        return (lines, nil)
    }
}
