internal import Markup
internal import Rules

/// How far the check of the identity is, in the office's words.
enum IdentityBadge {
    static func html(_ check: Account.Check, _ language: Language) -> HTML {
        switch check {
        case .noEvidence:
            Parts.badge(language("ยังไม่ได้ยืนยันตัวตน", "Identity not checked"), "info")
        case .pending:
            Parts.badge(
                language("กำลังตรวจสอบการยืนยันตัวตน", "Identity check under way"), "warn")
        case .verified: Parts.badge(language("ยืนยันตัวตนแล้ว", "Identity verified"), "good")
        case .refused:
            Parts.badge(language("การยืนยันตัวตนไม่ผ่าน", "Identity check refused"), "bad")
        }
    }

    /// What the person may do meanwhile, or has to do.
    static func advice(_ check: Account.Check, _ visit: Visit) -> HTML? {
        switch check {
        case .verified: return nil
        case .pending:
            return Parts.note {
                p {
                    visit.say(
                        "เจ้าหน้าที่จะตรวจสอบในเวลาราชการ ระหว่างนี้ท่านยื่นคำร้องได้ตามปกติ",
                        "An officer checks it in office hours. You can file petitions meanwhile.")
                }
            }
        case .noEvidence:
            guard !visit.settings.photos.isEmpty else { return nil }
            return Parts.note {
                p {
                    visit.say(
                        "ส่งภาพถ่ายบัตรเพื่อยืนยันตัวตนได้ทุกเมื่อ ",
                        "You can send photos of your card at any time. ")
                    Parts.link(
                        visit.path("account", "identity"),
                        visit.say("ยืนยันตัวตน", "Have my identity checked"))
                }
            }
        case .refused:
            return Parts.note("bad") {
                p {
                    visit.say("ดูเหตุผลแล้วส่งภาพใหม่ ", "See why, and send the photos again. ")
                    Parts.link(
                        visit.path("account", "identity"),
                        visit.say("ส่งภาพใหม่", "Send the photos again"))
                }
            }
        }
    }
}
