internal import Events
internal import Projections

/// How the desk calls its views.
enum QueueWords {
    static func name(_ view: OfficerQueue.DeskView, _ visit: Visit) -> String {
        switch view {
        case .mine: visit.say("งานของฉัน", "Mine")
        case .unclaimed: visit.say("ยังไม่มีผู้รับ", "With nobody")
        case .awaitingCitizen: visit.say("รอประชาชน", "Awaiting citizen")
        case .near: visit.say("ใกล้ครบกำหนด", "Nearly due")
        case .overdue: visit.say("เกินกำหนด", "Overdue")
        case .appointments: visit.say("ครบวันนัด", "Appointments today")
        case .returned: visit.say("คืนเรื่อง/เปิดใหม่", "Returned or reopened")
        case .finishedToday: visit.say("เสร็จแล้ววันนี้", "Finished today")
        case .open: visit.say("ทั้งหมดที่เปิดอยู่", "All open")
        case .all: visit.say("ทุกเรื่อง", "Every case")
        }
    }

    /// What its list holds, in which order.
    static func caption(_ view: OfficerQueue.DeskView, _ visit: Visit) -> String {
        switch view {
        case .all: visit.say("ทุกเรื่อง เรื่องที่ยื่นหลังสุดก่อน", "Every case, the last filed first")
        case .finishedToday:
            visit.say("เสร็จแล้ววันนี้ เสร็จหลังสุดก่อน", "Finished today, the last one first")
        case .mine, .unclaimed, .awaitingCitizen, .near, .overdue, .appointments, .returned, .open:
            visit.say("เรื่องในคิว เวลาเหลือน้อยที่สุดก่อน", "Cases, least time remaining first")
        }
    }

    /// In the order of an officer's day.
    static let order: [OfficerQueue.DeskView] = [
        .open, .mine, .unclaimed, .overdue, .near, .appointments, .awaitingCitizen, .returned,
        .finishedToday, .all,
    ]

    /// The letter that leads to it, after `g`.
    static func key(_ view: OfficerQueue.DeskView) -> String {
        switch view {
        case .open: "o"
        case .mine: "m"
        case .unclaimed: "u"
        case .overdue: "d"
        case .near: "n"
        case .appointments: "p"
        case .awaitingCitizen: "w"
        case .returned: "r"
        case .finishedToday: "f"
        case .all: "a"
        }
    }

    /// What is said where a view holds nothing: that is good news in most.
    static func nothing(_ view: OfficerQueue.DeskView, _ visit: Visit) -> String {
        switch view {
        case .mine:
            visit.say(
                "ยังไม่มีเรื่องอยู่กับท่าน เลือกจาก “ยังไม่มีผู้รับ” แล้วกดรับ",
                "No case is with you. Take one from “With nobody”.")
        case .unclaimed: visit.say("ทุกเรื่องมีผู้รับแล้ว", "Every case is with somebody.")
        case .awaitingCitizen:
            visit.say("ไม่มีเรื่องที่รอประชาชน", "No case waits for its petitioner.")
        case .near: visit.say("ไม่มีเรื่องใกล้ครบกำหนด", "No case is nearly due.")
        case .overdue: visit.say("ไม่มีเรื่องเกินกำหนด", "No case is overdue.")
        case .appointments: visit.say("วันนี้ไม่มีนัด", "There is no appointment today.")
        case .returned:
            visit.say("ไม่มีเรื่องที่คืนหรือเปิดใหม่", "No case came back or was opened again.")
        case .finishedToday: visit.say("วันนี้ยังไม่มีเรื่องที่เสร็จ", "None was finished today.")
        case .open, .all: visit.say("ไม่มีเรื่องในคิว", "There is no case in the queue.")
        }
    }
}
