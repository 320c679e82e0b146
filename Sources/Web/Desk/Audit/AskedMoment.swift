internal import Entries
internal import EventLog
internal import HTTP
internal import Markup
internal import Workflow

/// The moment of the log that a page of the past is asked for: by a slider over the whole log, or
/// by a box for an exact one, which goes first.
struct AskedMoment {
    let head: Position
    /// The last position that counted.
    let end: Position
    let at: Instant

    init(_ visit: Visit) throws {
        let office = visit.office.office
        head = try office.log.head
        let asked = try AuditPages.moment("at", visit)
        let slid = visit.request.query["position"].flatMap(Position.init)
        end = try (asked ?? slid.map(Until.position) ?? .head).end(in: office.log)
        at = try asked?.instant ?? office.recordedTime(at: end)
    }

    func words(_ visit: Visit) -> HTML {
        p(.role("status")) {
            visit.say(
                "เมื่อบันทึกถึงตำแหน่ง \(end) จาก \(head) เวลา ",
                "As the log stood at position \(end) of \(head), ")
            Parts.moment(at, visit, seconds: true)
        }
    }

    func slider(_ visit: Visit) -> HTML {
        div(.class("slider")) {
            Markup.label(.for("position")) { visit.say("เลื่อนเวลา", "Slide through time") }
            input(
                .type("range"), .id("position"), .name("position"),
                Attribute("min", "0"), Attribute("max", "\(head)"), .value("\(end)"),
                Attribute("data-slider", ""))
        }
    }

    static func box(_ visit: Visit) -> HTML {
        AuditPages.field(
            "at", visit.say("หรือเวลาที่แน่นอน", "Or an exact moment"), nil,
            hint: visit.say(AuditPages.momentHint.thai, AuditPages.momentHint.english))
    }
}
