internal import API
internal import Events
internal import Markup

/// How a connected system stands, in a word.
enum SystemWords {
    static func never(_ visit: Visit) -> HTML { .text(visit.say("ยังไม่เคย", "Never")) }

    static func state(of standing: SystemStanding, _ visit: Visit) -> HTML {
        guard standing.system.address != nil else {
            return Parts.badge(visit.say("ไม่มีที่อยู่ปลายทาง", "No address"))
        }
        guard let receiver = standing.deliveries?.receiver else {
            return Parts.badge(visit.say("ยังไม่เริ่ม", "Not begun"))
        }
        switch receiver.state {
        case .active where receiver.failures > 0:
            return Parts.badge(visit.say("กำลังลองใหม่", "Trying again"), "warn")
        case .active: return Parts.badge(visit.say("ส่งอยู่", "Active"), "good")
        case .paused: return Parts.badge(visit.say("พักไว้", "Paused"), "bad")
        case .disabled: return Parts.badge(visit.say("ปลายทางเลิกรับ (410)", "Gone (410)"), "bad")
        }
    }

    static func outcome(_ outcome: WebhookStore.Outcome, _ visit: Visit) -> HTML {
        switch outcome {
        case .delivered: Parts.badge(visit.say("รับแล้ว", "Taken"), "good")
        case .failed: Parts.badge(visit.say("ไม่รับ", "Not taken"), "bad")
        case .parked: Parts.badge(visit.say("แยกไว้", "Laid aside"), "warn")
        }
    }
}
