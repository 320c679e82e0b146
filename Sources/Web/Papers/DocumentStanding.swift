internal import Entries
internal import Markup
internal import Projections
internal import Rules

/// Whether a document holds today, in words: the same on its own page, on lists, in the register
/// and to whoever checks it.
enum DocumentStanding {
    static func badge(_ row: MyDocumentRow, _ visit: Visit) -> HTML {
        switch standing(row, visit) {
        case .valid: Parts.badge(visit.say("ใช้ได้", "valid"), "good")
        case .notYet: Parts.badge(visit.say("ยังไม่ถึงวันเริ่มใช้", "not yet valid"))
        case .expired: Parts.badge(visit.say("หมดอายุ", "expired"), "warn")
        case .replaced: Parts.badge(visit.say("มีฉบับใหม่แทน", "replaced"), "warn")
        case .revoked: Parts.badge(visit.say("เพิกถอนแล้ว", "revoked"), "bad")
        }
    }

    /// Large, with its day.
    static func note(_ row: MyDocumentRow, _ visit: Visit) -> HTML {
        let until = row.validUntil.map { day($0, visit) } ?? ""
        let from = row.validFrom.map { day($0, visit) } ?? ""
        switch standing(row, visit) {
        case .valid:
            return Parts.note("good") {
                p {
                    strong { visit.say("ใช้ได้", "Valid") }
                    if !until.isEmpty { visit.say(" ถึง ", " until ") + until }
                }
            }
        case .notYet:
            return said("warn", "เริ่มใช้ได้เมื่อ \(from)", "Not valid before \(from)", visit)
        case .expired: return said("warn", "หมดอายุแล้วเมื่อ \(until)", "Expired on \(until)", visit)
        case .replaced:
            return said(
                "bad", "ใช้ไม่ได้แล้ว มีฉบับใหม่แทน", "No longer valid: another has taken its place",
                visit)
        case .revoked: return said("bad", "เพิกถอนแล้ว", "Revoked", visit)
        }
    }

    static func day(_ text: String, _ visit: Visit) -> String {
        (try? CivilDate(typed: text)).map { visit.day($0) } ?? text
    }

    private static func said(
        _ tone: String, _ thai: String, _ english: String, _ visit: Visit
    ) -> HTML {
        Parts.note(tone) { p { strong { visit.say(thai, english) } } }
    }

    private static func standing(_ row: MyDocumentRow, _ visit: Visit) -> Standing {
        row.standing(on: visit.now.local.date)
    }
}
