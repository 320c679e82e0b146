internal import Entries
internal import Events
internal import HTTP
internal import Markup
internal import Rules
internal import Workflow

/// Asking the office to forget one, with what follows from it said before.
enum ErasurePage {
    static func add(to routes: inout PageRoutes) {
        routes.page("/account/erasure", .citizen) { visit in
            page(visit, try visit.mine().person.account)
        }
        routes.post("/account/erasure", .citizen) { try take($0) }
    }

    private static let longestReason = 2000

    private static func take(_ visit: Visit) throws -> Answer {
        let mine = try visit.mine()
        let typed = Typed(visit.request.form)
        var issues = Issues()
        if !typed.isTicked("understood") {
            issues.add(
                "understood", "ทำเครื่องหมายว่าเข้าใจผลของการลบข้อมูลแล้ว",
                "Tick that you have understood what follows")
        }
        if typed["reason"].unicodeScalars.count > longestReason {
            issues.add(
                "reason", "เหตุผลต้องไม่เกิน \(longestReason) ตัวอักษร",
                "The reason must be \(longestReason) letters or fewer")
        }
        guard issues.isEmpty else {
            return .page(page(visit, mine.person.account, typed, issues))
        }
        let outcome = visit.office.perform(
            visit.draft(
                .requestErasure(.init(channel: .web)), mine,
                sections: typed.text("reason").map { [PlainSection(Reason(text: $0))] } ?? [],
                once: "erasure"))
        guard outcome.isAccepted else {
            issues.add(outcome, visit)
            return .page(page(visit, mine.person.account, typed, issues))
        }
        return .go(Done.erasure.path(visit, "data"))
    }

    private static func page(
        _ visit: Visit, _ account: Account, _ typed: Typed = Typed(), _ issues: Issues = Issues()
    ) -> Page {
        let title = visit.say("ขอให้ลบข้อมูลของฉัน", "Ask to erase my data")
        let controls = Controls(visit, issues)
        var page = Page(title) {
            issues.summary(visit.language)
            h1 { title }
            if let asked = account.erasureRequestedAt {
                let due = PrivacyRequest.due(askedAt: asked)
                Parts.note {
                    p {
                        visit.say(
                            "ท่านส่งคำขอเมื่อ \(visit.moment(asked)) เจ้าหน้าที่คุ้มครองข้อมูลกำลังพิจารณา "
                                + "และต้องแจ้งผลภายใน \(visit.day(due))",
                            "You asked on \(visit.moment(asked)). The data protection officer is "
                                + "considering it and must decide by \(visit.day(due)).")
                    }
                }
            } else {
                consequences(visit)
                visit.form(to: visit.path("account", "erasure")) {
                    Once.input
                    controls.longText(
                        "reason", visit.say("เหตุผล", "Reason"), value: typed.text("reason"),
                        isRequired: false)
                    controls.agreement(
                        "understood",
                        visit.say(
                            "ข้าพเจ้าเข้าใจว่าข้อมูลที่ลบแล้วเรียกคืนไม่ได้",
                            "I understand that what is erased cannot be brought back"),
                        isChecked: typed.isTicked("understood"))
                    Parts.actions {
                        controls.submit(
                            visit.say("ส่งคำขอลบข้อมูล", "Send the request"), class: "button danger")
                    }
                }
            }
        }
        page.back = visit.path("account", "data")
        page.mark(issues)
        return page
    }

    /// Said plainly, before anybody asks.
    private static func consequences(_ visit: Visit) -> HTML {
        ul {
            li {
                visit.say(
                    "เจ้าหน้าที่คุ้มครองข้อมูลส่วนบุคคลพิจารณาคำขอ และแจ้งผลภายใน 30 วัน",
                    "The data protection officer considers it and answers within 30 days.")
            }
            li {
                visit.say(
                    "เรื่องที่ยังไม่เสร็จ หรือที่กฎหมายให้เก็บไว้ ลบได้เมื่อพ้นกำหนด",
                    "What is not finished, or must be kept by law, can be erased after its time.")
            }
            li {
                visit.say(
                    "เมื่อลบแล้ว ชื่อ เลขประจำตัว ที่อยู่ ภาพถ่าย และข้อความของท่านไม่มีใครเปิดอ่านได้อีก รวมทั้งตัวท่านเอง",
                    "Then nobody can read your name, number, address, photos and texts any more, "
                        + "you included.")
            }
            li {
                visit.say(
                    "บัญชีนี้ใช้ไม่ได้อีก หากต้องการใช้บริการต้องลงทะเบียนใหม่",
                    "This account is closed. To use the service you would register anew.")
            }
            li {
                visit.say(
                    "เหลือเพียงบันทึกว่ามีเหตุการณ์ใดเกิดขึ้นเมื่อใด โดยไม่รู้ว่าเป็นของใคร",
                    "What is left says that something happened and when, not to whom.")
            }
            li {
                visit.say(
                    "ดาวน์โหลดข้อมูลและหลักฐานที่ต้องการเก็บไว้ก่อนส่งคำขอ",
                    "Download what you want to keep before you ask.")
            }
        }
    }
}
