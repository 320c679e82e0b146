internal import Entries
internal import Events
internal import HTTP
internal import Markup
internal import Rules

/// The page between filling in a document and issuing it: all that it will say, to be read once
/// more, and the office's own file if it has one.
enum DocumentCheck {
    private static let step = "step"
    private static let check = "check"

    /// What the form carries: whoever sends it is shown what it comes to.
    static var asksToCheck: HTML {
        input(.type("hidden"), .name(step), .value(check))
    }

    /// Whether the officer has read it and wants it issued.
    static func isPassed(_ visit: ActVisit) -> Bool { visit.typed[step].isEmpty }

    /// Whether all is filled in well, so that it can be shown.
    static func isDue(_ visit: ActVisit) -> Bool {
        visit.typed[step] == check && visit.controls.issues.isEmpty
    }

    static func fields(_ visit: ActVisit) -> HTML {
        var html = Parts.note("warn") {
            p {
                visit.say(
                    "ตรวจรายการก่อนออกเอกสาร เมื่อออกแล้วแก้ไขไม่ได้ ทำได้เพียงเพิกถอนหรือออกฉบับใหม่แทน",
                    "Read it once more. An issued document cannot be changed, only revoked or "
                        + "replaced.")
            }
        }
        for name in carried {
            if let value = visit.typed.fields[name] {
                html.append(input(.type("hidden"), .name(name), .value(value)))
            }
        }
        html.append(Parts.rows(facts(visit).map { ($0.label, .text($0.value), nil) }))
        html.append(
            visit.files(
                "ไฟล์เอกสาร (เว้นว่างเพื่อให้ระบบจัดทำ PDF จากรายการข้างต้น)",
                "The document (leave empty and the system makes a PDF of the above)"))
        html.append(
            p {
                button(
                    .class("button plain"), .type("submit"), .name(step), .value("edit")
                ) { visit.say("กลับไปแก้ไข", "Back to change it") }
            })
        return html
    }

    private static let carried =
        ["kind", "number", "title", "holder", "particulars", "replaces", "listed"]
        + ["from", "until"].flatMap { name in ["day", "month", "year"].map { "\(name)-\($0)" } }

    private static func facts(_ visit: ActVisit) -> [(label: String, value: String)] {
        let kind: DocumentKind = visit.word("kind") ?? .other
        let nothing = visit.say("ไม่ได้ระบุ", "not given")
        var facts = [
            (visit.say("ชนิดเอกสาร", "Kind"), visit.visit.language(kind.label)),
            (visit.say("เลขที่เอกสาร", "Number"), visit.typed["number"]),
            (visit.say("ชื่อเอกสาร", "Title"), visit.typed.text("title") ?? nothing),
            (visit.say("ออกให้แก่", "Issued to"), visit.typed.text("holder") ?? nothing),
        ]
        for answer in DocumentForm.particulars(visit) {
            facts.append((answer.field, answer.values.joined(separator: ", ")))
        }
        facts += [
            (visit.say("ใช้ได้ตั้งแต่", "Valid from"), date("from", visit) ?? nothing),
            (visit.say("ใช้ได้ถึง", "Valid until"), date("until", visit) ?? nothing),
        ]
        if let replaced = visit.typed.text("replaces") {
            facts.append((visit.say("แทนฉบับเดิม", "Replaces"), replaced))
        }
        facts.append(
            (
                visit.say("ทะเบียนสาธารณะ", "Public register"),
                visit.typed.isTicked("listed")
                    ? visit.say("แสดง", "shown") : visit.say("ไม่แสดง", "not shown")
            ))
        return facts
    }

    private static func date(_ name: String, _ visit: ActVisit) -> String? {
        let parts = ["day", "month", "year"].map { visit.typed["\(name)-\($0)"] }
        let date = try? CivilDate(day: parts[0], month: parts[1], year: parts[2])
        return date.map { visit.visit.day($0) }
    }
}
