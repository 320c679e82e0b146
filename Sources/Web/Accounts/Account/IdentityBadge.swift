internal import Events
internal import Markup
internal import Rules

/// How far the check of the identity is, in the office's words.
enum IdentityBadge {
    static func html(_ check: Account.Check, _ language: Language) -> HTML {
        Parts.badge(language(wording(check)), tone(check))
    }

    static func wording(_ check: Account.Check) -> Wording {
        switch check {
        case .noEvidence:
            Wording(thai: "ยังไม่ได้ยืนยันตัวตน", english: "Identity not checked")
        case .pending:
            Wording(thai: "กำลังตรวจสอบการยืนยันตัวตน", english: "Identity check under way")
        case .verified: Wording(thai: "ยืนยันตัวตนแล้ว", english: "Identity verified")
        case .refused: Wording(thai: "การยืนยันตัวตนไม่ผ่าน", english: "Identity check refused")
        }
    }

    private static func tone(_ check: Account.Check) -> String {
        switch check {
        case .noEvidence: "info"
        case .pending: "warn"
        case .verified: "good"
        case .refused: "bad"
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
